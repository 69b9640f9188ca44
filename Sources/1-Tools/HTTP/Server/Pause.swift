import CMicrohttpd
import Synchronization

/// A connection that the daemon leaves alone until an answer, or more of one, is ready.
///
/// The daemon must not be stopped while a connection is paused; `Pauses` knows all of them.
final class Pause: Sendable {
  // The daemon keeps the connection while it is paused, and we use it only then.
  nonisolated(unsafe) private let connection: OpaquePointer
  private let line: Connection
  private let pauses: Pauses
  private let state = Mutex(State.goingOn)

  init(_ connection: OpaquePointer, _ line: Connection, among pauses: Pauses) {
    (self.connection, self.line, self.pauses) = (connection, line, pauses)
  }

  /// Called by the daemon's thread; false where there is nothing to wait for, because the client has left or the server
  /// is stopping.
  func begin() -> Bool {
    state.withLock { state in
      guard state == .goingOn, pauses.insert(self) else { return false }
      line.enter(.paused)
      MHD_suspend_connection(connection)
      state = .paused
      return true
    }
  }

  /// Called by any thread, as often as it likes.
  func end() { end(.goingOn) }

  /// Ends the pause if the client has left meanwhile; the daemon does not see it by itself.
  func endIfLeft() { if state.withLock({ $0 == .paused && line.isLeft }) { end(.left) } }

  private func end(_ next: State) {
    state.withLock { state in
      guard state == .paused else { return }
      state = next
      pauses.remove(self)
      line.enter(.answer)
      MHD_resume_connection(connection)
    }
  }

  private enum State { case goingOn, paused, left }
}

/// All connections that are paused.
final class Pauses: Sendable {
  private let state = Mutex(State())

  func insert(_ pause: Pause) -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      state.all[ObjectIdentifier(pause)] = pause
      return true
    }
  }

  func remove(_ pause: Pause) { state.withLock { $0.all[ObjectIdentifier(pause)] = nil } }

  func endLeft() { for pause in state.withLock({ Array($0.all.values) }) { pause.endIfLeft() } }

  /// Ends every pause, and allows no other.
  func close() {
    let all = state.withLock { state in
      state.isClosed = true
      return Array(state.all.values)
    }
    for pause in all { pause.end() }
  }

  private struct State {
    var all: [ObjectIdentifier: Pause] = [:]
    var isClosed = false
  }
}
