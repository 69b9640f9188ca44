package import Cooperation
import SQL
package import Storage

/// Someone of its organisation says in another language what a need or a practice says.
package struct TranslateWork<Item: Shelved>: Sendable {
  let id: Item.ID
  let language: Language
  /// The texts in that language by their names, `title` among them; what is empty has no translation.
  let texts: [String: String]
  let revision: Int?

  /// - Parameter revision: what the translation was made from; nil for whatever there is.
  package init(_ id: Item.ID, into language: Language, _ texts: [String: String], of revision: Int?) {
    (self.id, self.language, self.texts, self.revision) = (id, language, texts, revision)
  }

  /// - Throws: `Denial`; `Missing`; `Stale`; `.original` for the language that it was written in.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.change { change in
      let library = change.session.library(of: Item.self)
      let known = try library.require(id, for: change.viewer)
      try change.viewer.require(.editor, for: known.organisation)
      guard known.title.original != language else { throw Refused.original }
      let translated = Item(
        id: id, organisation: known.organisation, title: version(of: known.title, "title"),
        texts: { name in known.texts[name].map { version(of: $0, name) } }, topic: known.topic, details: known.details,
        shelf: known.shelf, revision: revision ?? known.revision)
      let kept = try library.update(translated, at: change.now)
      try change.keepVersion(of: kept, after: known, .translate)
      try change.record(.doing("translate", Item.self), id.text, for: known.organisation, detail: language.tag)
      return kept
    }
  }

  private func version(of text: Texts, _ name: String) -> Texts {
    var versions = text.versions
    versions[language] = texts[name].flatMap { $0.isEmpty ? nil : $0 }
    return Texts(text.versions[text.original] ?? "", in: text.original, translations: versions)
  }

  package enum Refused: Refusal, Equatable {
    case original

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      Phrase("refusal.translates-original", "It was written in this language. Change it instead.")
    }
  }
}
