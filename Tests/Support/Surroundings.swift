import Foundation
import Synchronization

/// Lends `body` the path of an empty folder, which is gone afterwards.
package func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "copolis-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Runs `body` on `count` threads at once, each with its number from 0, until all are done.
///
/// - Throws: what one of them threw, if any did.
package func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let outcome = Outcome()
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread {
      outcome.keep { try body(number) }
      group.leave()
    }.start()
  }
  group.wait()
  if let error = outcome.error { throw error }
}

/// The first error of several threads.
private final class Outcome: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  var error: (any Error)? { first.withLock { $0 } }

  func keep(_ work: () throws -> Void) {
    do { try work() } catch { first.withLock { $0 = $0 ?? error } }
  }
}
