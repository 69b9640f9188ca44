import Glibc

/// A value as a database keeps it.
package enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case double(Double)
  case text(String)
}

/// Anything that can stand in a statement.
package protocol Bindable {
  var bound: Value { get }
}

extension String: Bindable { package var bound: Value { .text(self) } }
extension Substring: Bindable { package var bound: Value { .text(String(self)) } }
extension Int: Bindable { package var bound: Value { .integer(Int64(self)) } }
extension Int64: Bindable { package var bound: Value { .integer(self) } }
extension Double: Bindable { package var bound: Value { .double(self) } }
extension Bool: Bindable { package var bound: Value { .integer(self ? 1 : 0) } }

/// SQL and what it is about. Its words are literals; whatever else is interpolated is bound, never pasted.
package struct Statement: Sendable, ExpressibleByStringInterpolation {
  /// What it says, without what it binds.
  let shape: Shape
  package let values: [Value]

  /// The SQL, with `$1`, `$2`, … where values are bound; both engines read it so.
  package var text: String { shape.text }

  package init(stringLiteral words: StaticString) { (shape, values) = (Shape(words), []) }
  package init(stringInterpolation: StringInterpolation) {
    (shape, values) = (stringInterpolation.shape, stringInterpolation.values)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var shape: Shape
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      shape = Shape(capacity: interpolationCount * 2 + 1)
      values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ words: StaticString) { shape.append(words) }

    @inlinable
    package mutating func appendInterpolation(_ value: some Bindable) { bind(value.bound) }

    @inlinable
    package mutating func appendInterpolation(_ value: (some Bindable)?) { bind(value?.bound ?? .null) }

    /// A list of values for `IN (…)`; `IN (NULL)` where there are none.
    package mutating func appendInterpolation(list values: some Collection<some Bindable>) {
      append(values.map { $0.bound })
    }

    private mutating func append(_ values: [Value]) {
      if values.isEmpty { shape.append("NULL") }
      for place in values.indices {
        if place > 0 { shape.append(", ") }
        bind(values[place])
      }
    }

    /// Another statement, or part of one, with what it binds.
    package mutating func appendInterpolation(_ part: Statement) {
      shape.append(part.shape)
      values += part.values
    }

    @usableFromInline
    mutating func bind(_ value: Value) {
      values.append(value)
      shape.appendMark()
    }
  }

  /// Nothing: a part that adds no words.
  package static let none: Statement = ""
}

extension Sequence<Statement> {
  /// All of them in one, with `separator` between: conditions by ` AND `, columns by `, `.
  package func joined(by separator: Statement) -> Statement {
    var whole = Statement.none
    for (place, part) in enumerated() { whole = place == 0 ? part : "\(whole)\(separator)\(part)" }
    return whole
  }
}

extension String {
  fileprivate var hasNUL: Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    return found ?? utf8.contains(0)
  }
}

extension Value {
  /// - Throws: `DatabaseError` for what only one of the engines could keep: a text with a NUL, a number that is none.
  func checked() throws(DatabaseError) {
    switch self {
    case .text(let text) where text.hasNUL:
      throw DatabaseError("a text with a NUL in it cannot be kept", .constraint)
    case .double(let number) where number.isNaN:
      throw DatabaseError("not a number cannot be kept", .constraint)
    default: break
    }
  }
}
