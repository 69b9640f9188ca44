package import Cooperation
package import SQL

extension Identifier: Bindable { package var bound: Value { .text(text) } }
extension Slug: Bindable { package var bound: Value { .text(text) } }
extension Day: Bindable { package var bound: Value { .text(description) } }
extension Instant: Bindable { package var bound: Value { .text(description) } }
extension Language: Bindable { package var bound: Value { .text(tag) } }
extension Country.Code: Bindable { package var bound: Value { .text(text) } }
extension GeoNamesNumber: Bindable { package var bound: Value { .integer(Int64(number)) } }
extension Target: Bindable { package var bound: Value { .text(description) } }

extension Row {
  /// The column as whatever `read` makes of its text.
  ///
  /// - Throws: `DatabaseError` where it is null or cannot be read: then a row is there that none of us wrote.
  func value<Value>(_ column: Int, _ read: (String) -> Value?) throws(DatabaseError) -> Value {
    let text = try text(column)
    guard let value = read(text) else { throw DatabaseError("column \(column) holds “\(text)”") }
    return value
  }

  /// The same for a column that may be null.
  func valueIfAny<Value>(_ column: Int, _ read: (String) -> Value?) throws(DatabaseError) -> Value? {
    guard textIfAny(column) != nil else { return nil }
    return try value(column, read)
  }

  /// The column as whatever `read` makes of its bytes, without a text between; nil where it is null.
  ///
  /// - Throws: as `value` does.
  func readIfAny<Value>(_ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value?) throws(DatabaseError) -> Value? {
    guard let bytes = utf8IfAny(column) else { return nil }
    guard let value = read(bytes) else { throw DatabaseError("column \(column) holds “\(try text(column))”") }
    return value
  }

  /// The same for a column that is never null.
  func read<Value>(_ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value?) throws(DatabaseError) -> Value {
    guard let value = try readIfAny(column, read) else { throw DatabaseError("column \(column) is null") }
    return value
  }

  func id<Subject>(_ column: Int) throws(DatabaseError) -> Identifier<Subject> {
    try read(column) { Identifier(utf8: $0) }
  }

  func instant(_ column: Int) throws(DatabaseError) -> Instant { try value(column) { Instant($0) } }
  func day(_ column: Int) throws(DatabaseError) -> Day { try read(column) { Day(utf8: $0) } }
  func dayIfAny(_ column: Int) throws(DatabaseError) -> Day? { try readIfAny(column) { Day(utf8: $0) } }

  /// The languages of a column that holds their tags between blanks.
  func languages(_ column: Int) throws(DatabaseError) -> [Language] {
    try text(column).split(separator: " ").compactMap { Language($0) }
  }
}
