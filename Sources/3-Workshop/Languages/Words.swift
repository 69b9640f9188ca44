package import Cooperation
import Foundation

/// The interface in one language, falling back to English phrase by phrase.
package struct Words: Sendable {
  package let language: Language
  /// Whether it is written from right to left.
  package let isRightToLeft: Bool
  let plural: PluralRule
  let months: [String]
  private let phrases: [String: String]

  /// English needs no file: its phrases stand where they are used.
  package static let english = Words(
    language: "en", isRightToLeft: false, plural: .oneOther,
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ], phrases: [:])

  /// Every language of the interface, in the order they are offered.
  package static let all: [Words] = Language.interface.map { language in
    language == "en" ? .english : Words(language: language) ?? .english
  }

  /// The interface in the first of `languages` that it speaks, else in English.
  package static func speaking(_ languages: [Language]) -> Words {
    for language in languages {
      if let words = all.first(where: { $0.language.tag == language.primary.tag }) { return words }
    }
    return .english
  }

  /// Whether the interface speaks `language`.
  package static func speak(_ language: Language) -> Bool { all.contains { $0.language.tag == language.primary.tag } }

  /// The phrase in this language, its blanks filled.
  package subscript(_ phrase: Phrase) -> String {
    let text = phrases[phrase.key] ?? phrase.english
    return phrase.blanks.isEmpty ? text : filling(text) { phrase.blanks[$0] }
  }

  /// The phrase for `count` things: `one` and `other` are the English, and a language answers to `key.one`, `key.two`,
  /// `key.few`, … as its plural rule asks. `{n}` is the number.
  package func callAsFunction(_ count: Int, _ key: String, one: String, other: String, _ blanks: [String: String] = [:])
    -> String
  {
    let answer = phrases.isEmpty ? nil : phrases["\(key).\(plural.form(of: count))"] ?? phrases["\(key).other"]
    return filling(answer ?? (count == 1 ? one : other)) { $0 == "n" ? number(count) : blanks[$0] }
  }

  /// The keys that this language has an answer to.
  package var keys: Set<String> { Set(phrases.keys) }

  /// The text with what `value` gives for each blank; those it does not know stay as they are.
  private func filling(_ text: String, _ value: (String) -> String?) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var filled: [UInt8] = [], start = 0
      filled.reserveCapacity(bytes.count + 64)
      let take = { (range: Range<Int>, filled: inout [UInt8]) in
        filled.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
      }
      for place in bytes.indices where bytes[place] == UInt8(ascii: "{") && place >= start {
        guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "}")),
          var value = value(String(decoding: bytes[(place + 1)..<close], as: UTF8.self))
        else { continue }
        take(start..<place, &filled)
        value.withUTF8 { filled.append(contentsOf: $0) }
        start = close + 1
      }
      take(start..<bytes.count, &filled)
      return String(decoding: filled, as: UTF8.self)
    }
  }

  private init(language: Language, isRightToLeft: Bool, plural: PluralRule, months: [String], phrases: [String: String])
  {
    (self.language, self.isRightToLeft, self.plural) = (language, isRightToLeft, plural)
    (self.months, self.phrases) = (months, phrases)
  }

  private init?(language: Language) {
    guard let file = Embedded.files.first(where: { $0.path == "Texts/\(language).json" }),
      let head = try? JSONDecoder().decode(File.self, from: Data(file.text.description.utf8))
    else { return nil }
    self.init(
      language: language, isRightToLeft: head.direction == "rtl", plural: head.plural, months: head.months,
      phrases: head.phrases)
  }

  /// A language's file: its head, and its answers to the keys.
  private struct File: Decodable {
    let direction: String
    let plural: PluralRule
    let months: [String]
    let phrases: [String: String]
  }
}

/// How a language counts, after Unicode CLDR.
enum PluralRule: String, Sendable, Decodable {
  /// One for 1; other.
  case oneOther = "one-other"
  /// One for 0 and 1; other.
  case zeroOneOther = "zero-one-other"
  /// Zero, one, two, few (3–10), many (11–99), other.
  case arabic

  func form(of count: Int) -> String {
    switch self {
    case .oneOther: count == 1 ? "one" : "other"
    case .zeroOneOther: (0...1).contains(count) ? "one" : "other"
    case .arabic: arabic(count)
    }
  }

  private func arabic(_ count: Int) -> String {
    switch count {
    case 0: return "zero"
    case 1: return "one"
    case 2: return "two"
    default:
      let rest = count % 100
      return (3...10).contains(rest) ? "few" : (11...99).contains(rest) ? "many" : "other"
    }
  }
}
