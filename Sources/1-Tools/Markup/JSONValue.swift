/// A value read from a JSON document (RFC 8259), with the line where it stands.
package struct JSONValue: Sendable, Equatable {
  package let content: Content
  /// The line of its first character, from 1.
  package let line: Int

  /// What a value can be.
  package enum Content: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As it was written, so that nothing is lost to rounding; it is finite as a `Double`.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// In the order they were written; no name comes twice.
    case object([Member])
  }

  /// One named value of an object.
  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSONValue
  }

  /// The one value that a document holds.
  ///
  /// - Parameter depth: how many objects and arrays may stand in each other.
  /// - Throws: `JSONError` with line and column for what is not JSON, is not UTF-8, is named twice or lies too deep.
  package init(reading bytes: [UInt8], depth: Int = 16) throws(JSONError) {
    var reader = JSONReader(bytes, depth: depth)
    self = try reader.document()
  }

  init(_ content: Content, line: Int) { (self.content, self.line) = (content, line) }
}

extension JSONValue {
  /// The member of that name; nil where there is none, or where this is no object.
  package subscript(_ name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  package var isNull: Bool { content == .null }

  package var bool: Bool? { if case .bool(let bool) = content { bool } else { nil } }

  package var text: String? { if case .text(let text) = content { text } else { nil } }

  /// Nil for anything but a number without fraction that fits.
  package var int: Int? { if case .number(let digits) = content { Int(digits) } else { nil } }

  package var double: Double? { if case .number(let digits) = content { Double(digits) } else { nil } }

  package var list: [JSONValue]? { if case .list(let list) = content { list } else { nil } }

  package var members: [Member]? { if case .object(let members) = content { members } else { nil } }

  /// What kind of value this is, as a message to its writer calls it: `a number`.
  package var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Where and why a document is not the JSON that it should be.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// In characters (Unicode scalars), from 1.
  package let column: Int
  /// What is wrong, as a clause: `a text is not closed`.
  package let words: String

  package init(line: Int, column: Int, words: String) { (self.line, self.column, self.words) = (line, column, words) }

  package var description: String { "line \(line), column \(column): \(words)" }
}
