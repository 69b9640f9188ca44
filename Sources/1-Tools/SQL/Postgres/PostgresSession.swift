/// One transaction on a server.
final class PostgresSession: Session {
  private let connection: PostgresConnection
  /// Why nothing more can be done here; nil where it can.
  private var stop: DatabaseError?

  /// How many rows are held at once where each is handed on as it comes.
  private static var batch: Int { 256 }

  init(_ connection: PostgresConnection) { self.connection = connection }

  func all(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
    let answer = try engine { () throws(DatabaseError) in try connection.execute(statement) }
    try answer.each(body)
  }

  // A cursor, and not libpq's row by row: that would let nothing else be asked before the last row.
  func each(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
    let cursor = connection.name()
    try engine { () throws(DatabaseError) in try connection.declare(cursor, for: statement) }
    defer { if stop == nil { try? connection.command("CLOSE \(cursor)") } }
    var found = Self.batch
    while found == Self.batch {
      let answer = try engine { () throws(DatabaseError) in
        try connection.ask("FETCH FORWARD \(Self.batch) FROM \(cursor)")
      }
      found = answer.count
      try answer.each(body)
    }
  }

  @discardableResult
  func run(_ statement: Statement) throws -> Int {
    try engine { () throws(DatabaseError) in try connection.execute(statement) }.changed
  }

  func script(_ text: String) throws {
    try engine { () throws(DatabaseError) in try connection.script(text) }
  }

  /// Nothing can be asked of it afterwards.
  ///
  /// - Throws: the failure of a statement, even where `body` went on: the server would then undo it without a word.
  func end() throws(DatabaseError) {
    let failure = stop
    stop = DatabaseError("the transaction is over")
    if let failure { throw failure }
  }

  /// What the engine answers; the first time that it fails is the last.
  private func engine<Answer: ~Copyable>(
    _ ask: () throws(DatabaseError) -> Answer
  ) throws(DatabaseError) -> Answer {
    if let stop { throw stop }
    do {
      return try ask()
    } catch {
      stop = error
      throw error
    }
  }
}
