/// A language, by its BCP 47 primary tag and, where it matters, its region: `pt`, `ar`, `pt-BR`.
package struct Language: Hashable, Sendable {
  package let tag: String

  /// Nil unless `tag` is written as BCP 47 writes a language or a language and its region.
  package init?(_ tag: some StringProtocol) {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), (2...3).contains(parts[0].utf8.count),
      parts.allSatisfy({ (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.allows) })
    else { return nil }
    self.tag = ([parts[0].lowercased()] + parts.dropFirst().map { $0.utf8.count == 2 ? $0.uppercased() : String($0) })
      .joined(separator: "-")
  }

  /// The same from the bytes of a text.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    // Nearly every one is two small letters, which need no second look.
    let small = UInt8(ascii: "a")...UInt8(ascii: "z")
    let tag = String(decoding: bytes, as: UTF8.self)
    if bytes.count == 2, small ~= bytes[0], small ~= bytes[1] { self.init(checked: tag) } else { self.init(tag) }
  }

  private init(checked tag: String) { self.tag = tag }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension Language: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// - Precondition: the literal is a language tag.
  package init(stringLiteral tag: StaticString) {
    let bytes = UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount)
    guard let language = Language(utf8: bytes) else { preconditionFailure("\(tag) is not a language tag") }
    self = language
  }

  package var description: String { tag }

  /// The first letters, which are nearly always all, are enough to tell languages apart in a table.
  package func hash(into hasher: inout Hasher) {
    var tag = tag
    let letters = tag.withUTF8 { bytes in
      var letters: UInt64 = 0
      for place in 0..<min(8, bytes.count) { letters = letters << 8 | UInt64(bytes[place]) }
      return letters
    }
    hasher.combine(letters)
  }

  package static func < (a: Language, b: Language) -> Bool { a.tag < b.tag }
}

extension Language {
  /// The languages of the interface, in the order they are offered.
  package static let interface: [Language] = ["en", "fr", "es", "pt", "ar"]
}
