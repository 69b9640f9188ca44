/// One text in one or more languages, of which one is the original.
package struct Texts: Hashable, Sendable {
  package let original: Language
  /// The text by language; the original is always among them, and none is empty.
  package let versions: [Language: String]

  /// - Precondition: `text` is not empty.
  package init(_ text: String, in original: Language, translations: [Language: String] = [:]) {
    precondition(!text.isEmpty, "a text has words")
    self.original = original
    var versions = translations
    versions[original] = text
    if versions.values.contains("") { versions = versions.filter { !$0.value.isEmpty } }
    self.versions = versions
  }

  /// The text in the first of `languages` that has it, else in English, else as it was first written.
  package func reading(in languages: [Language]) -> Reading {
    for language in languages {
      if let reading = reading(in: language) { return reading }
    }
    return reading(in: "en") ?? Reading(text: versions[original] ?? "", language: original, isOriginal: true)
  }

  private func reading(in language: Language) -> Reading? {
    versions[language].map { Reading(text: $0, language: language, isOriginal: language == original) }
  }

  /// The text as it is read: the words, their language, and whether they are the author's own.
  package struct Reading: Hashable, Sendable {
    package let text: String
    package let language: Language
    package let isOriginal: Bool

    package init(text: String, language: Language, isOriginal: Bool) {
      (self.text, self.language, self.isOriginal) = (text, language, isOriginal)
    }
  }
}
