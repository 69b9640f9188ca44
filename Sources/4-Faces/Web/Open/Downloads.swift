import Synchronization

/// Counts the files of open data that are being sent: each holds on to the database as long as its reader is slow, and
/// pages must never wait for them.
final class Downloads: Sendable {
  private let count = Atomic<Int>(0)
  /// Half of the connections that the database lends.
  private static let most = 8

  /// Whether one more can be sent.
  var hasRoom: Bool { count.load(ordering: .relaxed) < Self.most }

  /// Runs `body` as one of those.
  func serving(_ body: () throws -> Void) rethrows {
    count.add(1, ordering: .relaxed)
    defer { count.subtract(1, ordering: .relaxed) }
    try body()
  }
}
