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
  /// The SQL, with `$1`, `$2`, … where values are bound; both engines read it so.
  package private(set) var text: String
  package private(set) var values: [Value]

  package init(stringLiteral text: StaticString) { (self.text, values) = (text.description, []) }
  package init(stringInterpolation: StringInterpolation) {
    (text, values) = (stringInterpolation.text, stringInterpolation.values)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 3)
    }

    package mutating func appendLiteral(_ text: StaticString) {
      text.withUTF8Buffer { self.text += String(decoding: $0, as: UTF8.self) }
    }

    package mutating func appendInterpolation(_ value: (some Bindable)?) { bind(value?.bound ?? .null) }

    /// A list of values for `IN (…)`; `IN (NULL)` where there are none.
    package mutating func appendInterpolation(list values: some Collection<some Bindable>) {
      if values.isEmpty { text += "NULL" }
      for (place, value) in values.enumerated() {
        if place > 0 { text += ", " }
        bind(value.bound)
      }
    }

    /// Another statement, or part of one, with what it binds.
    package mutating func appendInterpolation(_ part: Statement) {
      var rest = part.text.utf8[...]
      for (place, value) in part.values.enumerated() {
        let mark = "$\(place + 1)".utf8
        guard let found = rest.firstRange(of: mark) else { break }
        text += String(Substring(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
        bind(value)
      }
      text += String(Substring(rest))
    }

    private mutating func bind(_ value: Value) {
      values.append(value)
      text += "$\(values.count)"
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

extension Value {
  /// - Throws: `DatabaseError` for what only one of the engines could keep: a text with a NUL, a number that is none.
  func checked() throws(DatabaseError) {
    switch self {
    case .text(let text) where text.utf8.contains(0):
      throw DatabaseError("a text with a NUL in it cannot be kept", .constraint)
    case .double(let number) where number.isNaN:
      throw DatabaseError("not a number cannot be kept", .constraint)
    default: break
    }
  }
}
