/// What is wrong with a document that came in, and where.
package struct XMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, counted from 1.
  package let line: Int
  /// The character of the line, counted from 1; 0 where it is not known.
  package let column: Int
  package let reason: Reason

  package init(line: Int, column: Int, _ reason: Reason) {
    (self.line, self.column, self.reason) = (line, column, reason)
  }

  package enum Reason: Sendable, Equatable {
    /// It is not well-formed, in the library's words.
    case malformed(String)
    /// It declares a document type, which could declare entities without end; none that is exchanged needs one.
    case documentType
    /// Elements stand inside one another too deeply.
    case tooDeep
    /// One element has too many attributes.
    case tooManyAttributes
    /// The text of one element is too long.
    case textTooLong
    /// A tag, a comment or an instruction is too long.
    case markupTooLong
    /// There are too many names of elements and attributes.
    case tooManyNames
    /// The document is larger than one that is held in memory may be.
    case tooLarge
  }

  package var description: String { "Line \(line), column \(column): \(words)" }

  private var words: String {
    switch reason {
    case .malformed(let words): words
    case .documentType: "the document declares a document type (DOCTYPE), which is not accepted."
    case .tooDeep: "elements stand inside one another too deeply."
    case .tooManyAttributes: "this element has too many attributes."
    case .textTooLong: "this text is too long."
    case .markupTooLong: "this tag, comment or instruction is too long."
    case .tooManyNames: "there are too many different names of elements and attributes."
    case .tooLarge: "the document is too large."
    }
  }
}

/// How far a document may go before it is taken for an attack.
package struct XMLLimits: Sendable {
  /// How many elements may stand inside one another.
  package var depth = 256
  /// How many attributes an element may have.
  package var attributes = 256
  /// How many bytes the text between two tags may have.
  package var text = 4_000_000
  /// How many bytes a tag may have, its attributes included.
  package var tag = 262_144
  /// How many bytes a comment or an instruction may have.
  package var comment = 4_000_000
  /// How many names elements and attributes may have among them.
  package var names = 10_000

  /// Far beyond every honest document.
  package static let usual = XMLLimits()
}
