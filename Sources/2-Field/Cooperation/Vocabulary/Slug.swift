/// A name that a person chose and wrote down: `peer-supervision`, `casting`, `water-supply`.
///
/// Lower-case letters, digits and hyphens, 1 to 64 of them, beginning with a letter or digit.
package struct Slug<Subject>: Hashable, Sendable {
  package let text: String

  /// Nil where `text` is not written as a slug is.
  package init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count), let first = bytes.first, first != UInt8(ascii: "-"),
      bytes.allSatisfy(Self.allows)
    else { return nil }
    self.text = String(text)
  }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension Slug: ExpressibleByStringLiteral {
  /// - Precondition: the literal is written as a slug is.
  package init(stringLiteral text: StaticString) {
    guard let slug = Slug(text.description) else { preconditionFailure("\(text) is not a slug") }
    self = slug
  }
}

extension Slug: CustomStringConvertible, Comparable {
  package var description: String { text }
  package static func < (a: Slug, b: Slug) -> Bool { a.text < b.text }
}
