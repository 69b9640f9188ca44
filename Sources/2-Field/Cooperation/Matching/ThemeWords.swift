/// The single words by which themes can be found: those that belong to few themes, in each language.
///
/// A search is shorter than a text: who looks for “déchets” means waste management, though its name has two words.
package struct ThemeWords: Sendable {
  private let themes: [Language: [String: Set<Theme.ID>]]

  /// A word that more themes than this have says too little.
  private static let most = 3

  package init(_ all: [Theme]) {
    var themes: [Language: [String: Set<Theme.ID>]] = [:]
    for theme in all {
      for language in Language.interface {
        let names = (theme.names[language].map { [$0] } ?? []) + (theme.synonyms[language] ?? [])
        for word in names.flatMap({ Terms.words(of: $0, in: language) }) {
          themes[language, default: [:]][word.stem, default: []].insert(theme.id)
        }
      }
    }
    self.themes = themes.mapValues { $0.filter { $0.value.count <= Self.most } }
  }

  /// The themes that a word of `text` may mean, in whichever of the languages it was typed.
  package func meant(by text: String) -> Set<Theme.ID> {
    var meant: Set<Theme.ID> = []
    for language in Language.interface {
      for word in Terms.words(of: text, in: language) { meant.formUnion(themes[language]?[word.stem] ?? []) }
    }
    return meant
  }
}
