/// One row as the engine holds it, read by the position of its columns, counted from 0.
///
/// It is only there while it is being decoded.
package struct Row: ~Copyable {
  private let columns: Columns

  init(_ columns: SQLiteColumns) { self.columns = .sqlite(columns) }
  init(_ columns: PostgresColumns) { self.columns = .postgres(columns) }

  /// The bytes of a text, which are there only until the next column is asked for; nil where it is null.
  package func utf8IfAny(_ column: Int) -> UnsafeBufferPointer<UInt8>? { columns.utf8(column) }
  package func textIfAny(_ column: Int) -> String? { columns.utf8(column).map { String(decoding: $0, as: UTF8.self) } }
  package func intIfAny(_ column: Int) -> Int? { columns.integer(column).map { Int($0) } }
  package func doubleIfAny(_ column: Int) -> Double? { columns.double(column) }

  /// - Throws: `DatabaseError` where the column is null.
  package func text(_ column: Int) throws(DatabaseError) -> String {
    guard let text = textIfAny(column) else { throw DatabaseError("column \(column) is null") }
    return text
  }

  /// - Throws: `DatabaseError` where the column is null.
  package func int(_ column: Int) throws(DatabaseError) -> Int {
    guard let number = columns.integer(column) else { throw DatabaseError("column \(column) is null") }
    return Int(number)
  }

  /// - Throws: `DatabaseError` where the column is null.
  package func double(_ column: Int) throws(DatabaseError) -> Double {
    guard let number = columns.double(column) else { throw DatabaseError("column \(column) is null") }
    return number
  }

  /// Whether a 0 or 1 column is 1.
  package func flag(_ column: Int) throws(DatabaseError) -> Bool { try int(column) == 1 }
}

/// The columns of the row that an engine stands on.
///
/// A case for each engine and not a protocol: a page reads some hundred columns, and each would be found by a table.
private enum Columns {
  case sqlite(SQLiteColumns)
  case postgres(PostgresColumns)

  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    switch self {
    case .sqlite(let columns): columns.utf8(column)
    case .postgres(let columns): columns.utf8(column)
    }
  }

  func integer(_ column: Int) -> Int64? {
    switch self {
    case .sqlite(let columns): columns.integer(column)
    case .postgres(let columns): columns.integer(column)
    }
  }

  func double(_ column: Int) -> Double? {
    switch self {
    case .sqlite(let columns): columns.double(column)
    case .postgres(let columns): columns.double(column)
    }
  }
}
