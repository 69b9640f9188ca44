import CMicrohttpd
import Glibc

/// All open connections, and what the watch saw of them when it last came by.
struct Rounds {
  private var all: [ObjectIdentifier: Connection] = [:]
  private var sights: [ObjectIdentifier: Sight] = [:]

  var connections: some Collection<Connection> { all.values }

  mutating func add(_ connection: Connection) { all[ObjectIdentifier(connection)] = connection }

  mutating func remove(_ connection: Connection) {
    all[ObjectIdentifier(connection)] = nil
    sights[ObjectIdentifier(connection)] = nil
  }

  /// Looks at every connection, and closes those that were too slow at `now`.
  mutating func go(_ limits: Server.Limits, at now: UInt64) {
    for connection in all.values {
      let clock = connection.now
      let elapsed = Int(now) - Int(clock.since)
      switch clock.stage {
      case .idle: lookForHead(connection, clock, now)
      case .head: if elapsed > limits.head * 1000 { close(connection) }
      case .body:
        if elapsed > limits.slow * 1000, connection.received < limits.rate * elapsed / 1000 { close(connection) }
      case .answer: lookForReader(connection, clock, limits, now)
      case .paused: sights[ObjectIdentifier(connection)] = nil
      }
    }
  }

  /// A head has begun where bytes have come since the last round, though no line of it is whole.
  private mutating func lookForHead(_ connection: Connection, _ clock: Connection.Clock, _ now: UInt64) {
    guard let traffic = connection.traffic else { return }
    let seen = sight(of: connection, clock, traffic, now)
    if traffic.received > seen.traffic.received { connection.enter(.head, from: clock, at: now) }
  }

  /// A client reads too slowly where something waits for it all the time.
  private mutating func lookForReader(
    _ connection: Connection, _ clock: Connection.Clock, _ limits: Server.Limits, _ now: UInt64
  ) {
    guard let traffic = connection.traffic, traffic.waiting > 0 else {
      sights[ObjectIdentifier(connection)] = nil
      return
    }
    let seen = sight(of: connection, clock, traffic, now)
    let elapsed = Int(now - seen.at)
    let taken = Int(traffic.taken - seen.traffic.taken)
    if elapsed > limits.slow * 1000, taken < limits.rate * elapsed / 1000 { shut(connection) }
  }

  /// What was first seen of the connection in this stage.
  private mutating func sight(
    of connection: Connection, _ clock: Connection.Clock, _ traffic: Connection.Traffic, _ now: UInt64
  ) -> Sight {
    let id = ObjectIdentifier(connection)
    if let sight = sights[id], sight.clock == clock { return sight }
    let sight = Sight(clock: clock, traffic: traffic, at: now)
    sights[id] = sight
    return sight
  }

  private func close(_ connection: Connection) {
    // Browsers open connections ahead of need, and would read a refusal as the answer to their first request.
    guard !connection.isUnused else { return shut(connection) }
    let problem = Problem("too-slow", 408, "The request came too slowly.")
    connection.send(problem.refusal(withBody: true))
    shut(connection)
  }

  private func shut(_ connection: Connection) { shutdown(connection.socket, Int32(SHUT_RDWR)) }

  private struct Sight {
    let clock: Connection.Clock
    let traffic: Connection.Traffic
    let at: UInt64
  }
}
