/// How much two needs, or two practices, are alike: by the words that their texts share in a language that both have,
/// and by their themes.
package struct Resemblance: Sendable, Equatable {
  /// 0 to 1.
  package let score: Double
  /// Words that both use, as the first of the two writes them, at most four.
  package let words: [String]
  /// Themes of both, in the order of their slugs.
  package let themes: [Theme.ID]

  /// From here on someone should look at the other before they publish theirs: the same themes, and some words of it.
  package static let notable = 0.5

  /// What is compared of one of them.
  package struct Side: Sendable {
    fileprivate let terms: [Language: Terms]
    fileprivate let themes: Set<Theme.ID>

    /// - Parameter body: its texts but for the title.
    package init(title: Texts, body: [Texts], themes: Set<Theme.ID>, by finder: ThemeFinder) {
      var terms: [Language: Terms] = [:]
      for (language, text) in title.versions {
        let rest = body.compactMap { texts in texts.versions[language].map { Texts($0, in: language) } }
        terms[language.primary] = finder.terms(title: Texts(text, in: language), body: rest)
      }
      (self.terms, self.themes) = (terms, themes)
    }
  }

  package init(of one: Side, to other: Side) {
    let texts = one.terms.keys.sorted().compactMap { language in
      other.terms[language].flatMap { theirs in one.terms[language].map { Shared($0, theirs) } }
    }
    let best = texts.max { $0.part < $1.part }
    let both = one.themes.intersection(other.themes), either = one.themes.union(other.themes)
    let about = either.isEmpty ? 0 : Double(both.count) / Double(either.count)
    // Whoever writes of the same shares about four words in ten.
    score = min((best?.part ?? 0) * 2.5, 1) * 0.7 + about * 0.3
    words = best?.words ?? []
    themes = both.sorted()
  }

  package var isNotable: Bool { score >= Self.notable }

  /// What two texts in one language share.
  private struct Shared {
    /// 0 to 1: the words shared, to the mean length of the two.
    let part: Double
    let words: [String]

    init(_ one: Terms, _ other: Terms) {
      let weight = { (entry: Terms.Entry) in entry.isStrong ? 2.0 : 1.0 }
      // The themes that the words speak of are compared elsewhere.
      let texts = [one, other].map { $0.entries.filter { if case .stem = $0.term { true } else { false } } }
      let theirs = Dictionary(texts[1].map { ($0.term, weight($0)) }, uniquingKeysWith: max)
      let shared = texts[0].compactMap { entry in
        theirs[entry.term].map { (word: entry.shown, weight: min($0, weight(entry))) }
      }
      let lengths = texts.map { $0.map(weight).reduce(0, +) }
      part = shared.map(\.weight).reduce(0, +) / max((lengths[0] * lengths[1]).squareRoot(), 1)
      words = shared.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(4).map(\.word)
    }
  }
}
