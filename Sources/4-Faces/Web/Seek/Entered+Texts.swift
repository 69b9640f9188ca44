import Cooperation
import HTTP

extension Entered {
  /// What the change is based on, as the form was given it.
  var revision: Int? { fields["revision"].flatMap { Int($0) } }

  /// The language in which the form's texts are written.
  mutating func original(_ usual: Language) -> Language {
    one("original", otherwise: Phrase("form.no-language", "That is not a language that we know by its tag.")) {
      Language($0)
    } ?? usual
  }

  /// A text in `language`, with the translations that come with it and those there are; nil where it is empty.
  ///
  /// A translation that is given empty (`translations.fr.title`) goes away.
  mutating func texts(
    _ name: String, _ layout: Layout, limit: Int, in language: Language, keeping known: Texts?
  ) -> Texts? {
    let text = layout == .line ? line(name, limit: limit) : prose(name, limit: limit)
    var versions = known?.versions ?? [:]
    if let known, known.original != language { versions[known.original] = nil }
    for field in fields.all {
      let parts = field.name.split(separator: ".")
      guard parts.count == 3, parts[0] == "translations", parts[2] == name else { continue }
      guard let other = Language(parts[1]) else {
        refuse(field.name, Phrase("form.no-language", "That is not a language that we know by its tag."))
        continue
      }
      let translated = layout == .line ? line(field.name, limit: limit) : prose(field.name, limit: limit)
      versions[other] = translated.isEmpty ? nil : translated
    }
    return text.isEmpty ? nil : Texts(text, in: language, translations: versions)
  }

  /// Whether a text stands on one line or may have several.
  enum Layout { case line, prose }
}
