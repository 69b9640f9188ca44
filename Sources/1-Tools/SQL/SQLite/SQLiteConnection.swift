import CSQLite
import Glibc

/// One open file, with what it has prepared.
///
/// SQLite takes no lock of its own here (`NOMUTEX`): the pool lends a connection to one thread at a time, which is also
/// why what is marked unsafe below is safe.
final class SQLiteConnection: Connection {
  enum Role { case writer, reader }

  let role: Role
  nonisolated(unsafe) let handle: OpaquePointer
  nonisolated(unsafe) private var prepared = Recent<Shape, SQLiteStatement>(bound: 256)

  init(path: String, _ role: Role) throws(DatabaseError) {
    guard Self.begun == SQLITE_OK else { throw DatabaseError("SQLite does not start") }
    let flags = role == .writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let words = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw DatabaseError("\(path): \(words)", Self.reason(of: code, role), code: "\(code)")
    }
    (handle, self.role) = (opened, role)
    try settle()
  }

  deinit {
    prepared.removeAll()
    sqlite3_close_v2(handle)
  }

  var isUsable: Bool { sqlite3_get_autocommit(handle) != 0 }

  /// SQLite itself, set up once in a process; `SQLITE_MISUSE` only means that another did it first.
  private static let begun: Int32 = {
    let code = csqlite_begin()
    return code == SQLITE_MISUSE ? sqlite3_initialize() : code
  }()

  /// A page cache of 8 MB each and no mapped memory, which would count for each; the system caches the file anyway.
  private func settle() throws(DatabaseError) {
    sqlite3_busy_timeout(handle, 30_000)
    try check(csqlite_strict(handle), "strict")
    try check(defineFunctions(), "functions")
    try script("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192; PRAGMA mmap_size=0")
    try script("PRAGMA trusted_schema=OFF; PRAGMA case_sensitive_like=ON; PRAGMA synchronous=FULL")
    switch role {
    case .writer:
      try beginLog()
      try script("PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864")
    case .reader:
      try script("PRAGMA query_only=ON")
    }
  }
}

extension SQLiteConnection {
  /// Turns the file to WAL. SQLite does not wait here for others that do so at the same moment: it is tried again.
  private func beginLog() throws(DatabaseError) {
    for _ in 0..<500 {
      do throws(DatabaseError) {
        return try script("PRAGMA journal_mode=WAL")
      } catch {
        guard error.reason == .busy else { throw error }
        usleep(10_000)
      }
    }
    try script("PRAGMA journal_mode=WAL")
  }

  func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try during("BEGIN IMMEDIATE", body)
  }

  func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    guard role == .writer else { return try during("BEGIN", body) }
    // The one connection of a database in memory.
    try run("PRAGMA query_only=ON")
    defer { try? run("PRAGMA query_only=OFF") }
    return try during("BEGIN", body)
  }

  private func during<Result>(_ begin: Statement, _ body: (any Session) throws -> Result) throws -> Result {
    try run(begin)
    let session = SQLiteSession(self)
    do {
      let result = try body(session)
      try session.end()
      try run("COMMIT")
      return result
    } catch {
      try? session.end()
      if !isUsable { try? run("ROLLBACK") }
      throw error
    }
  }

  private func run(_ statement: Statement) throws(DatabaseError) {
    let ready = try ready(statement)
    defer { ready.release() }
    _ = try step(ready, statement)
  }
}

extension SQLiteConnection {
  /// The statement, prepared once for this connection, with its values bound: the caller's until it is released.
  func ready(_ statement: Statement) throws(DatabaseError) -> SQLiteStatement {
    let found = prepared.find(statement.shape)
    // One in use is being read further out: a statement within its own rows needs another.
    let ready = if let found, !found.isTaken { found } else { try prepare(statement.text) }
    if found == nil { _ = prepared.keep(ready, as: statement.shape) }
    ready.isTaken = true
    do {
      try ready.bind(statement.values)
      return ready
    } catch {
      ready.release()
      throw error
    }
  }

  /// Whether there is another row.
  func step(_ ready: SQLiteStatement, _ statement: Statement) throws(DatabaseError) -> Bool {
    switch sqlite3_step(ready.handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code, statement.text)
    }
  }

  func script(_ text: String) throws(DatabaseError) {
    try check(sqlite3_exec(handle, text, nil, nil, nil), text)
  }

  private func prepare(_ text: String) throws(DatabaseError) -> SQLiteStatement {
    var made: OpaquePointer?
    try check(sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil), text)
    guard let made else { throw DatabaseError("there is no SQL in: \(text)") }
    return SQLiteStatement(made)
  }
}

extension SQLiteConnection {
  func checkpoint() throws(DatabaseError) {
    try check(sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil), "checkpoint")
  }

  /// What is best done before the file is closed; SQLite itself empties the log when the last connection goes.
  func tidy() {
    try? script("PRAGMA analysis_limit=400; PRAGMA optimize")
  }

  /// Copies what a reader sees now to a new file, all in one step: in WAL that waits for no writer, and none for it.
  func copy(to path: String) throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nil)
    defer { sqlite3_close_v2(opened) }
    guard code == SQLITE_OK, let backup = sqlite3_backup_init(opened, "main", handle, "main") else {
      throw DatabaseError("\(path) cannot be opened for a copy", Self.reason(of: code, .writer), code: "\(code)")
    }
    let copied = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard copied == SQLITE_DONE else {
      let words = String(cString: sqlite3_errstr(copied))
      throw DatabaseError("\(path): \(words)", Self.reason(of: copied, .writer), code: "\(copied)")
    }
  }
}
