/// One text in one or more languages, of which one is the original.
package struct Texts: Hashable, Sendable {
  package let original: Language
  /// The text by language; the original is always among them, and none is empty.
  package let versions: [Language: String]

  /// - Precondition: `text` is not empty.
  package init(_ text: String, in original: Language, translations: [Language: String] = [:]) {
    precondition(!text.isEmpty, "a text has words")
    self.original = original
    versions = translations.filter { !$0.value.isEmpty }.merging([original: text]) { $1 }
  }

  /// The text in the first of `languages` that has it, else in English, else as it was first written.
  package func reading(in languages: [Language]) -> Reading {
    for language in languages + ["en", original] {
      if let text = versions[language] {
        return Reading(text: text, language: language, isOriginal: language == original)
      }
    }
    return Reading(text: versions[original] ?? "", language: original, isOriginal: true)
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
