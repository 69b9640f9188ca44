import CSQLite

/// One transaction on a file.
final class SQLiteSession: Session {
  private let connection: SQLiteConnection
  /// Why nothing more can be done here; nil where it can.
  ///
  /// PostgreSQL stops at the first failure. So does this, so that what is tried on a file holds on a server.
  private var stop: DatabaseError?

  init(_ connection: SQLiteConnection) { self.connection = connection }

  func all(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws { try each(statement, body) }

  func each(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
    let ready = try engine { () throws(DatabaseError) in try connection.ready(statement) }
    defer { ready.release() }
    let row = Row(SQLiteColumns(statement: ready.handle))
    while try engine({ () throws(DatabaseError) in try connection.step(ready, statement) }) { try body(row) }
  }

  @discardableResult
  func run(_ statement: Statement) throws -> Int {
    let before = sqlite3_total_changes64(connection.handle)
    try each(statement) { _ in }
    // The count of the last change stays until the next one.
    let changed = sqlite3_total_changes64(connection.handle) != before
    return changed ? Int(sqlite3_changes64(connection.handle)) : 0
  }

  func script(_ text: String) throws {
    try engine { () throws(DatabaseError) in try connection.script(text) }
  }

  /// Nothing can be asked of it afterwards.
  ///
  /// - Throws: the failure of a statement, even where `body` went on: the whole is not to be kept.
  func end() throws(DatabaseError) {
    let failure = stop
    stop = DatabaseError("the transaction is over")
    if let failure { throw failure }
  }

  /// What the engine answers; the first time that it fails is the last.
  private func engine<Answer>(_ ask: () throws(DatabaseError) -> Answer) throws(DatabaseError) -> Answer {
    if let stop { throw stop }
    do {
      return try ask()
    } catch {
      stop = error
      throw error
    }
  }
}
