/// Somewhere that keeps rows. Two engines answer to it: SQLite and PostgreSQL.
package protocol Database: Sendable {
  /// Runs `body` in one transaction that may write; it is undone if `body` throws, and durable once this returns.
  ///
  /// - Throws: what `body` throws, or `DatabaseError` where nothing could be begun or kept.
  func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result

  /// Runs `body` on one unchanging view of the rows; it cannot write, and waits for no writer.
  ///
  /// - Throws: what `body` throws, or `DatabaseError`.
  func read<Result>(_ body: (any Session) throws -> Result) throws -> Result
}

/// One transaction under way. It never leaves the closure it was given to.
package protocol Session {
  /// What `decode` makes of each row that `statement` finds, in the statement's order.
  func rows<Value>(_ statement: Statement, _ decode: (borrowing Row) throws -> Value) throws -> [Value]

  /// Hands each row to `body` as it comes, so that memory does not grow with their number.
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
  /// What `decode` makes of the first row that `statement` finds; nil where there is none.
  package func first<Value>(_ statement: Statement, _ decode: (borrowing Row) throws -> Value) throws -> Value? {
    try rows(statement, decode).first
  }
}

/// The engine's own words for what it could not do.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
  package let description: String
  /// What the caller may want to know.
  package let reason: Reason

  package init(_ description: String, _ reason: Reason = .other) {
    (self.description, self.reason) = (description, reason)
  }

  package enum Reason: Sendable {
    /// A unique value is already there.
    case duplicate
    /// A CHECK, NOT NULL or foreign key said no.
    case constraint
    /// Someone else writes; try again.
    case busy
    /// The disk is full or cannot be written.
    case full
    case other
  }
}
