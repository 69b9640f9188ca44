package import SQL
import Synchronization

/// A database in which somebody else comes first, once: right before the next transaction, after everything was looked
/// at for it.
package final class RivalDatabase: Database {
  private let base: any Database
  private let rival = Mutex<(@Sendable () -> Void)?>(nil)

  package init(_ base: any Database) { self.base = base }

  /// What somebody else does before the next transaction.
  package func next(_ deed: @escaping @Sendable () -> Void) { rival.withLock { $0 = deed } }

  private func letFirst() { rival.withLock { $0.take() }?() }

  package var dialect: Dialect { base.dialect }
  package func version() throws -> String { try base.version() }
  package func backup(to path: String) throws { try base.backup(to: path) }
  package func close() { base.close() }
  package func read<Result>(_ body: (any Session) throws -> Result) throws -> Result { try base.read(body) }

  package func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    letFirst()
    return try base.transaction(body)
  }

  package func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    letFirst()
    return try base.alone(body)
  }
}
