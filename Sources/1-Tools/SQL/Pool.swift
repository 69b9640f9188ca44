import Dispatch
import Synchronization

/// A way to an engine, lent to one thread at a time, and closed when it is let go of.
protocol Connection: AnyObject, Sendable {
  /// Whether it can be lent again: open, and with no transaction left under way.
  var isUsable: Bool { get }
}

/// Connections to be lent: the last one back is the first one out, so that few are warm and the rest are never opened.
final class Pool<Lent: Connection>: Sendable {
  private struct Stack {
    var idle: [Lent]
    var isClosed = false
  }

  /// How long a thread waits for a connection before it is told that all are busy, in seconds.
  private static var patience: Int { 30 }

  private let permits = DispatchSemaphore(value: 0)
  private let stack: Mutex<Stack>
  private let open: @Sendable () throws -> Lent

  /// - Parameters:
  ///   - bound: how many there can be at once, 1 or more.
  ///   - first: one that is open already, if any.
  init(bound: Int, first: Lent? = nil, open: @escaping @Sendable () throws -> Lent) {
    stack = Mutex(Stack(idle: first.map { [$0] } ?? []))
    self.open = open
    for _ in 0..<max(1, bound) { permits.signal() }
  }

  /// Lends a connection to `body`, waiting for one where all are lent.
  ///
  /// - Throws: what `body` throws, or `DatabaseError` where none came free or could be opened.
  func lend<Result>(_ body: (Lent) throws -> Result) throws -> Result {
    guard permits.wait(timeout: .now() + .seconds(Self.patience)) == .success else {
      throw DatabaseError("no connection came free in \(Self.patience) seconds", .busy)
    }
    defer { permits.signal() }
    let connection = try taken()
    defer { giveBack(connection) }
    return try body(connection)
  }

  /// Closes the idle ones now and the lent ones as they come back.
  func close() {
    // Let go of outside the lock: closing a connection may take a while.
    let idle = stack.withLock { stack in
      let idle = stack.idle
      stack = Stack(idle: [], isClosed: true)
      return idle
    }
    withExtendedLifetime(idle) {}
  }

  private func taken() throws -> Lent {
    let idle = try stack.withLock { stack in
      guard !stack.isClosed else { throw DatabaseError("the database is closed") }
      return stack.idle.popLast()
    }
    return try idle ?? open()
  }

  private func giveBack(_ connection: Lent) {
    guard connection.isUsable else { return }
    stack.withLock { stack in
      if !stack.isClosed { stack.idle.append(connection) }
    }
  }
}
