/// Themes and targets that what somebody wrote seems to be about, each with the words that led to it. A person decides.
package struct Suggestions: Sendable, Equatable {
  /// The most spoken of first, at most four.
  package let themes: [OfTheme]
  /// At most six: the nearest targets of each theme.
  package let targets: [OfTarget]

  package static let none = Suggestions(themes: [], targets: [])

  package struct OfTheme: Sendable, Equatable {
    package let theme: Theme.ID
    /// The words that led to it, as they stand in the text.
    package let words: [String]
  }

  package struct OfTarget: Sendable, Equatable {
    package let target: Target
    /// The theme through which it was found.
    package let theme: Theme.ID

    package init(target: Target, theme: Theme.ID) { (self.target, self.theme) = (target, theme) }
  }

  private init(themes: [OfTheme], targets: [OfTarget]) { (self.themes, self.targets) = (themes, targets) }

  /// What `texts` are about. Each is read in the language it says, or else in the one that its small words speak.
  ///
  /// - Parameter known: a theme by its name; nil for one that there is not.
  package init(in texts: [Texts], by finder: ThemeFinder, _ known: (Theme.ID) -> Theme?) {
    var weights: [Theme.ID: (weight: Int, words: [String], place: Int)] = [:]
    for found in texts.flatMap({ Self.themes(in: $0, finder) }) {
      let earlier = weights[found.theme] ?? (0, [], weights.count)
      let words = earlier.words + found.words.filter { !earlier.words.contains($0) }
      weights[found.theme] = (earlier.weight + found.weight, words, earlier.place)
    }
    let best = weights.sorted { ($1.value.weight, $0.value.place) < ($0.value.weight, $1.value.place) }
    themes = best.prefix(4).map { OfTheme(theme: $0.key, words: Array($0.value.words.prefix(3))) }
    var targets: [OfTarget] = []
    for theme in themes.prefix(3).compactMap({ known($0.theme) }) {
      for target in theme.targets.prefix(2) where !targets.contains(where: { $0.target == target }) {
        targets.append(OfTarget(target: target, theme: theme.id))
      }
    }
    self.targets = targets
  }

  private static func themes(in texts: Texts, _ finder: ThemeFinder) -> [ThemeFinder.Found] {
    let found = finder.themes(in: texts)
    guard found.isEmpty, let text = texts.versions[texts.original] else { return found }
    let guessed = Language.guessed(from: text).map { [$0] } ?? Language.interface
    return guessed.lazy.map { finder.themes(in: text, $0) }.first { !$0.isEmpty } ?? []
  }
}
