/// Rows on a PostgreSQL server, 13 or later, with a replica to read from if there is one.
///
/// The database is in UTF-8; made with the collation `C` or `C.UTF-8`, it orders texts as SQLite does.
///
/// A transaction is SERIALIZABLE: as on SQLite, which has one writer, what it has read still holds when it is kept, so
/// that actions are written once and need no locks of their own. The server refuses one of two that got in each other's
/// way; that one is then run again, queueing with all others in that state, so that a crowd on one row goes through one
/// by one. A read is REPEATABLE READ, which a replica can do too.
package final class PostgresDatabase: Database {
  private let primary: Pool<PostgresConnection>
  private let replica: Pool<PostgresConnection>

  /// How often a transaction is run before its conflict is the caller's.
  private static let attempts = 12

  /// - Parameters:
  ///   - url: as libpq reads it: `postgresql://user:password@host:port/database?…`
  ///   - readURL: a streaming replica, which may lag behind a little; nil reads from the primary.
  ///   - connections: how many there can be at once to each; others wait.
  /// - Throws: `DatabaseError` with `.lost` where the server cannot be reached.
  package init(url: String, readURL: String? = nil, connections bound: Int = 16) throws {
    primary = try Pool(bound: bound, first: PostgresConnection(url)) { try PostgresConnection(url) }
    replica =
      if let readURL {
        try Pool(bound: bound, first: PostgresConnection(readURL)) { try PostgresConnection(readURL) }
      } else {
        primary
      }
  }

  package var dialect: Dialect { .postgres }

  package func version() throws -> String {
    try read { try $0.first("SHOW server_version") { "PostgreSQL \(try $0.text(0))" } ?? "PostgreSQL" }
  }

  @discardableResult
  package func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try attempt(.atOnce, body)
  }

  @discardableResult
  package func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try attempt(.queued, body)
  }

  package func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try replica.lend { try $0.during("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) }
  }

  package func backup(to path: String) throws {
    throw DatabaseError("a server is copied with its own tools, pg_dump or a base backup, and not to \(path)")
  }

  package func close() {
    primary.close()
    replica.close()
  }

  private func attempt<Result>(
    _ turn: PostgresConnection.Turn, _ body: (any Session) throws -> Result
  ) throws -> Result {
    var turn = turn
    for _ in 1..<Self.attempts {
      do {
        return try primary.lend { try $0.transaction(turn, body) }
      } catch let error as DatabaseError where error.isConflict {
        turn = .queued
      }
    }
    return try primary.lend { try $0.transaction(turn, body) }
  }
}
