import CSQLite
import Glibc

/// Rows in one file: one writer at a time, and readers that wait for no one.
///
/// Each commit is on the disk before it is answered (WAL, `synchronous=FULL`).
package final class SQLiteDatabase: Database {
  private let path: String
  private let writers: Pool<SQLiteConnection>
  private let readers: Pool<SQLiteConnection>

  /// - Parameters:
  ///   - path: the file, made where there is none; `:memory:` keeps the rows in this value alone, on one connection.
  ///   - readers: how many can read at once; others wait.
  /// - Throws: `DatabaseError` where the file cannot be opened or is not a database.
  package init(path: String, readers bound: Int = 16) throws {
    let writer = try SQLiteConnection(path: path, .writer)
    self.path = path
    writers = Pool(bound: 1, first: writer) { try SQLiteConnection(path: path, .writer) }
    readers = path == ":memory:" ? writers : Pool(bound: bound) { try SQLiteConnection(path: path, .reader) }
  }

  package var dialect: Dialect { .sqlite }
  package func version() -> String { "SQLite \(String(cString: sqlite3_libversion()))" }

  @discardableResult
  package func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try writers.lend { try $0.transaction(body) }
  }

  // There is one writer to a file, in whatever process: every transaction is alone.
  @discardableResult
  package func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result { try transaction(body) }

  package func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try readers.lend { try $0.read(body) }
  }

  /// Moves all commits from the log beside the file into the file, and empties the log.
  ///
  /// - Throws: `DatabaseError` with `.busy` where a reader still needs the log.
  package func checkpoint() throws {
    try writers.lend { try $0.checkpoint() }
  }

  package func backup(to path: String) throws {
    let unfinished = path + ".unfinished"
    // What one that was ended halfway has left, its journal too.
    for leftover in [unfinished, unfinished + "-journal"] { unlink(leftover) }
    do {
      try readers.lend { try $0.copy(to: unfinished) }
      guard rename(unfinished, path) == 0 else { throw DatabaseError("\(path) cannot be written", .full) }
    } catch {
      unlink(unfinished)
      throw error
    }
  }

  package func close() {
    readers.close()
    // What cannot be tidied now is tidied when the file is next opened.
    try? writers.lend { $0.tidy() }
    writers.close()
  }
}
