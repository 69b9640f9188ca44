import CMicrohttpd
import Glibc
import Synchronization

/// A thread that looks at every connection once a second and closes those that are too slow.
///
/// The library only knows how long a connection has been silent; a client that sends a byte now and then could keep it
/// for ever. So a head has a total time, and bodies and answers have a least rate.
final class Watch: Sendable {
  private let limits: Server.Limits
  private let pauses: Pauses
  private let state = Mutex(State())
  /// Closing the second wakes the thread that waits on the first.
  private let ends: (Int32, Int32)

  init(_ limits: Server.Limits, _ pauses: Pauses) {
    (self.limits, self.pauses) = (limits, pauses)
    var pair: [Int32] = [-1, -1]
    pipe(&pair)
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pair[0], pair[1])
    Thread.start { [self] in run() }
  }

  func add(_ connection: Connection) { state.withLock { $0.rounds.add(connection) } }

  /// To be called before the connection's socket is closed: nothing here touches it afterwards.
  func remove(_ connection: Connection) {
    state.withLock { state in
      state.rounds.remove(connection)
      guard connection.lingers, state.lingering.count < 256 else { return }
      state.lingering.append(Lingering(socket: fcntl(connection.socket, F_DUPFD_CLOEXEC, 3), until: Moment.now + 3000))
    }
    if connection.lingers { Glibc.write(ends.1, "!", 1) }
  }

  var count: Int { state.withLock { $0.rounds.connections.count } }

  /// Closes the connections that wait for another request.
  func closeIdle() { shut { $0.now.stage == .idle || $0.isUnused } }

  func closeAll() { shut { _ in true } }

  /// Ends the thread.
  func stop() {
    state.withLock { $0.isStopped = true }
    Glibc.write(ends.1, "!", 1)
  }

  private func shut(_ condition: (Connection) -> Bool) {
    state.withLock { state in
      for connection in state.rounds.connections where condition(connection) {
        shutdown(connection.socket, Int32(SHUT_RDWR))
      }
    }
  }

  private func run() {
    var next = Moment.now + 1000
    while !state.withLock({ $0.isStopped }) {
      drainLingering(until: next)
      if Moment.now >= next {
        state.withLock { $0.rounds.go(limits, at: Moment.now) }
        pauses.endLeft()
        next = Moment.now + 1000
      }
    }
    state.withLock { for one in $0.lingering { close(one.socket) } }
    close(ends.0)
    close(ends.1)
  }

  /// Reads and throws away what refused clients still send, so that closing does not reset the connection before they
  /// have read why.
  private func drainLingering(until next: UInt64) {
    let lingering = state.withLock { $0.lingering }
    var polls = [pollfd(fd: ends.0, events: Int16(POLLIN), revents: 0)]
    polls += lingering.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    let now = Moment.now
    poll(&polls, nfds_t(polls.count), Int32(next > now ? next - now : 0))
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { room in
      if polls[0].revents != 0 { read(ends.0, room.baseAddress, room.count) }
      var closed: Set<Int32> = []
      for (one, poll) in zip(lingering, polls.dropFirst()) {
        let count = poll.revents == 0 ? 1 : recv(one.socket, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
        if count <= 0 || one.until < now { closed.insert(one.socket) }
      }
      state.withLock { $0.lingering.removeAll { closed.contains($0.socket) } }
      for socket in closed { close(socket) }
    }
  }

  private struct Lingering {
    let socket: Int32
    let until: UInt64
  }

  private struct State {
    var rounds = Rounds()
    var lingering: [Lingering] = []
    var isStopped = false
  }
}
