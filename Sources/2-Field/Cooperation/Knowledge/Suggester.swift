/// Tells which themes and targets a text seems to be about, for a person to confirm.
///
/// Names and words of themes count first, as `ThemeFinder` sees them. A single word of such a name is a hint where it
/// belongs to one or two themes alone: who writes of “drains” may mean drainage, though its names have more words.
package struct Suggester: Sendable {
  package let finder: ThemeFinder
  private let themes: [Theme.ID: Theme]
  private let hints: [Language: [String: [Theme.ID]]]

  /// A word that more themes than this have is no hint.
  private static let most = 2

  package init(_ all: [Theme]) {
    finder = ThemeFinder(all)
    themes = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var hints: [Language: [String: [Theme.ID]]] = [:]
    for theme in all where theme.parent != nil {
      for language in Set(theme.names.keys).union(theme.synonyms.keys) {
        let names = (theme.names[language].map { [$0] } ?? []) + (theme.synonyms[language] ?? [])
        let words = names.flatMap { Terms.words(of: $0, in: language) }.filter(\.isTelling)
        for stem in Set(words.map(\.stem)) { hints[language.primary, default: [:]][stem, default: []].append(theme.id) }
      }
    }
    self.hints = hints.mapValues { $0.filter { $0.value.count <= Self.most } }
  }

  /// What was found of a theme.
  private struct Found {
    var weight = 0
    var words: [String] = []

    mutating func add(_ word: String, _ weight: Int) {
      self.weight += weight
      if !words.contains(word) { words.append(word) }
    }
  }

  /// What `texts` are about. Each is read in the language it says, or else in the one that its small words speak.
  package func suggestions(for texts: [Texts]) -> Suggestions {
    var found: [Theme.ID: Found] = [:]
    for texts in texts {
      let languages = texts.versions.sorted { $0.key < $1.key }
      let isFound = languages.reduce(false) { read($1.value, $1.key, &found) || $0 }
      guard !isFound, let text = texts.versions[texts.original] else { continue }
      let guessed = Language.guessed(from: text).map { [$0] } ?? Language.interface
      _ = guessed.first { read(text, $0, &found) }
    }
    let sorted = found.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
    // As the finder does: at most three, those that the texts speak of most and nearly as much as that.
    let most = sorted.first?.value.weight ?? 0
    let best = sorted.prefix(3).filter { $0.value.weight * 5 >= most * 3 }
    return Suggestions(
      themes: best.map { .init(theme: $0.key, words: Array($0.value.words.prefix(3))) },
      targets: targets(of: best.map(\.key)))
  }

  /// Reads a text in one language; a name weighs three times what a hint does.
  ///
  /// - Returns: whether anything was found.
  private func read(_ text: String, _ language: Language, _ found: inout [Theme.ID: Found]) -> Bool {
    var isAny = false
    for theme in finder.themes(in: text, language) {
      for word in theme.words { found[theme.theme, default: Found()].add(word, 3 * theme.weight / theme.words.count) }
      isAny = true
    }
    guard let known = hints[language.primary] else { return isAny }
    var seen: Set<String> = []
    for word in Terms.words(of: text, in: language) where seen.insert(word.stem).inserted {
      for theme in known[word.stem] ?? [] {
        let shown = String(text[word.range])
        // A word within a name that was found says nothing new.
        if let words = found[theme]?.words, words.contains(where: { $0.contains(shown) }) { continue }
        found[theme, default: Found()].add(shown, 1)
        isAny = true
      }
    }
    return isAny
  }

  private func targets(of best: [Theme.ID]) -> [Suggestions.OfTarget] {
    var targets: [Suggestions.OfTarget] = []
    for theme in best.compactMap({ themes[$0] }) {
      for target in theme.targets.prefix(2) where !targets.contains(where: { $0.target == target }) {
        targets.append(.init(target: target, theme: theme.id))
      }
    }
    return targets
  }
}
