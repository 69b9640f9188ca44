/// Somewhere that keeps rows. Two engines answer to it: SQLite and PostgreSQL.
package protocol Database: Sendable {
  /// Which of the two engines it is, for the few texts that must differ.
  var dialect: Dialect { get }

  /// The engine's name and version, for the doctor and the log.
  ///
  /// - Throws: `DatabaseError` where it does not answer.
  func version() throws -> String

  /// Runs `body` in one transaction that may write; it is undone if `body` throws, and durable once this returns.
  ///
  /// `body` can count on being alone: what it has read still holds when it is kept. It may therefore be run again where
  /// another got in its way, and must have no effect but on its session. Once a statement has failed, nothing more can
  /// be done in the transaction, and it is not kept even if `body` goes on.
  ///
  /// - Throws: what `body` throws, or `DatabaseError` where nothing could be begun or kept.
  @discardableResult
  func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result

  /// A transaction, while no one else is within `alone`, in this process or another.
  ///
  /// - Throws: as `transaction` does.
  @discardableResult
  func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result

  /// Runs `body` on one unchanging view of the rows; it cannot write, and waits for no writer.
  ///
  /// - Throws: what `body` throws, or `DatabaseError`.
  func read<Result>(_ body: (any Session) throws -> Result) throws -> Result

  /// Writes a consistent copy to the file `path` while others read and write; it is there whole or not at all.
  ///
  /// - Throws: `DatabaseError` where it cannot be written, or where the engine has its own tools for it.
  func backup(to path: String) throws

  /// Lets go of every connection, once those in use are given back. Nothing can be asked of it afterwards.
  func close()
}

/// One transaction under way. It never leaves the closure it was given to.
package protocol Session {
  /// Hands each row that `statement` finds to `body`, in the statement's order; a server sends them all at once.
  func all(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws

  /// Hands each row of a SELECT to `body` as it comes, so that memory does not grow with their number.
  ///
  /// `body` may ask more of the same session.
  func each(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws

  /// Runs a statement for its effect.
  ///
  /// - Returns: how many rows it inserted, changed or deleted.
  @discardableResult
  func run(_ statement: Statement) throws -> Int

  /// Several statements at once, with nothing bound: migrations only.
  func script(_ text: String) throws
}

extension Session {
  /// What `decode` makes of each row that `statement` finds, in the statement's order.
  @inline(__always)
  package func rows<Value>(_ statement: Statement, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try all(statement) { values.append(try decode($0)) }
    return values
  }

  /// What `decode` makes of the first row that `statement` finds; nil where there is none.
  package func first<Value>(_ statement: Statement, _ decode: (borrowing Row) throws -> Value) throws -> Value? {
    try rows(statement, decode).first
  }
}

/// An engine's way to say things, where the two truly differ.
package enum Dialect: String, Sendable, CaseIterable {
  case sqlite, postgres

  /// How a file for this engine alone is marked: `0007-name.sqlite.sql`.
  package var slug: String { rawValue }
}

/// The engine's own words for what it could not do.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
  package let description: String
  /// What the caller may want to know.
  package let reason: Reason
  /// The engine's own number for it: an SQLSTATE, or SQLite's extended result code; empty where neither spoke.
  package let code: String

  package init(_ description: String, _ reason: Reason = .other, code: String = "") {
    (self.description, self.reason, self.code) = (description, reason, code)
  }

  package enum Reason: Sendable {
    /// A unique value is already there.
    case duplicate
    /// A CHECK, NOT NULL or foreign key said no, or a value that no column can hold.
    case constraint
    /// Someone else writes; try again.
    case busy
    /// The disk is full or cannot be written.
    case full
    /// The server cannot be reached, or went away.
    case lost
    case other
  }
}
