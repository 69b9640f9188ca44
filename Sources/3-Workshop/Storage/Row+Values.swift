import Cooperation
import Glibc
package import SQL

extension Value: Bindable { package var bound: Value { self } }

extension Row {
  func idIfAny<Subject>(_ column: Int) throws(DatabaseError) -> Identifier<Subject>? {
    try readIfAny(column) { Identifier(utf8: $0) }
  }

  func instantIfAny(_ column: Int) throws(DatabaseError) -> Instant? { try valueIfAny(column) { Instant($0) } }
  func language(_ column: Int) throws(DatabaseError) -> Language { try read(column) { Language(utf8: $0) } }
  func countryIfAny(_ column: Int) throws(DatabaseError) -> Country.Code? {
    try readIfAny(column) { Country.Code(utf8: $0) }
  }

  /// One of the words that the column may hold.
  func word<Word: RawRepresentable<String>>(_ column: Int) throws(DatabaseError) -> Word {
    try read(column) { Word(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  /// The same, where it is mostly what it was in the row before.
  func word<Word: RawRepresentable<String>>(
    _ column: Int, _ last: inout LastWord<Word>
  ) throws(DatabaseError) -> Word {
    try read(column) { last.read($0) }
  }

  func wordIfAny<Word: RawRepresentable<String>>(_ column: Int) throws(DatabaseError) -> Word? {
    try readIfAny(column) { Word(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  /// A text as a reader of `language` gets it: the translation in that language, else the English one, else the
  /// original. The columns are the original, its language, the translation and the English translation.
  func reading(_ original: Int, _ language: Int, _ translation: Int, _ english: Int, in wanted: Language) throws
    -> Texts.Reading
  {
    let own = try self.language(language)
    if own != wanted, let text = textIfAny(translation) {
      return Texts.Reading(text: text, language: wanted, isOriginal: false)
    }
    if own != wanted, own != "en", let text = textIfAny(english) {
      return Texts.Reading(text: text, language: "en", isOriginal: false)
    }
    return Texts.Reading(text: try text(original), language: own, isOriginal: true)
  }
}

/// A word as it last stood in a column, so that the rows of a list do not make each a text of it.
struct LastWord<Word: RawRepresentable<String>> {
  private var bytes: [UInt8] = []
  private var word: Word?

  init() {}

  /// Nil where the bytes are no such word.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Word? {
    if let word, isLast(bytes) { return word }
    word = Word(rawValue: String(decoding: bytes, as: UTF8.self))
    self.bytes = Array(bytes)
    return word
  }

  private func isLast(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { own in
      guard own.count == other.count, let a = own.baseAddress, let b = other.baseAddress else { return false }
      return memcmp(a, b, own.count) == 0
    }
  }
}
