import Cooperation
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
    try value(column) { Word(rawValue: $0) }
  }

  func wordIfAny<Word: RawRepresentable<String>>(_ column: Int) throws(DatabaseError) -> Word? {
    try valueIfAny(column) { Word(rawValue: $0) }
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
