/// Tells which themes a text speaks of, by the names and words that officers use for them.
///
/// Words are compared by their stems, several together where a name has several; the longest that fits counts.
package struct ThemeFinder: Sendable {
  private let phrases: [Language: [String: [Known]]]
  private let order: [Theme.ID: Int]

  /// A name or word of a theme, as stems.
  private struct Known: Sendable {
    let stems: [String]
    let theme: Theme.ID
  }

  package init(_ themes: [Theme]) {
    var phrases: [Language: [String: [Known]]] = [:]
    for theme in themes {
      for language in Set(theme.names.keys).union(theme.synonyms.keys) {
        for text in (theme.names[language].map { [$0] } ?? []) + (theme.synonyms[language] ?? []) {
          let stems = Terms.words(of: text, in: language).map(\.stem)
          guard let first = stems.first else { continue }
          phrases[language.primary, default: [:]][first, default: []].append(Known(stems: stems, theme: theme.id))
        }
      }
    }
    self.phrases = phrases.mapValues { $0.mapValues { $0.sorted { $0.stems.count > $1.stems.count } } }
    order = Dictionary(themes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A theme that a text speaks of.
  package struct Found: Sendable, Equatable {
    package let theme: Theme.ID
    /// The words that led to it, as they stand in the text, each once, in their order.
    package let words: [String]
    /// How much was said of it: the words that named it, each time.
    package let weight: Int
  }

  /// The themes that `text` speaks of, the most spoken of first.
  package func themes(in text: String, _ language: Language) -> [Found] {
    var found: [Theme.ID: Found] = [:]
    for (theme, words, weight) in mentions(in: text, language) {
      let earlier = found[theme]
      let known = earlier?.words ?? []
      found[theme] = Found(
        theme: theme, words: known.contains(words) ? known : known + [words], weight: (earlier?.weight ?? 0) + weight)
    }
    return found.values.sorted {
      ($1.weight, order[$0.theme] ?? 0) < ($0.weight, order[$1.theme] ?? 0)
    }
  }

  /// The themes that `text` is about, at most three: those that it speaks of most, and nearly as much as that.
  package func suggested(for text: String, _ language: Language) -> [Theme.ID] {
    let found = themes(in: text, language)
    let most = found.first?.weight ?? 0
    return found.prefix(3).filter { $0.weight * 5 >= most * 3 }.map(\.theme)
  }

  /// The themes that a text speaks of in any of its languages, the most spoken of first.
  package func themes(in texts: Texts) -> [Found] {
    var best: [Theme.ID: Found] = [:]
    for (language, text) in texts.versions.sorted(by: { $0.key < $1.key }) {
      for found in themes(in: text, language) where best[found.theme].map({ $0.weight < found.weight }) ?? true {
        best[found.theme] = found
      }
    }
    return best.values.sorted {
      ($1.weight, order[$0.theme] ?? 0) < ($0.weight, order[$1.theme] ?? 0)
    }
  }

  private func mentions(in text: String, _ language: Language) -> [(Theme.ID, String, Int)] {
    let words = Terms.words(of: text, in: language)
    guard let known = phrases[language.primary] else { return [] }
    var mentions: [(Theme.ID, String, Int)] = []
    var place = 0
    while place < words.count {
      let here = (known[words[place].stem] ?? []).filter { Self.matches($0.stems, words, at: place) }
      let length = here.first?.stems.count ?? 1
      for phrase in here where phrase.stems.count == length {
        let range = words[place].range.lowerBound..<words[place + length - 1].range.upperBound
        mentions.append((phrase.theme, String(text[range]), length))
      }
      place += length
    }
    return mentions
  }

  private static func matches(_ stems: [String], _ words: [Terms.Word], at place: Int) -> Bool {
    place + stems.count <= words.count && stems.indices.allSatisfy { stems[$0] == words[place + $0].stem }
  }
}

extension ThemeFinder {
  /// The terms of a work: the words of its title count double, and the themes that its texts speak of are terms too.
  ///
  /// Every language that a text has counts, so that a translation helps to find it.
  package func terms(title: Texts, body: [Texts?] = []) -> Terms {
    Terms(entries(of: title, isStrong: true) + body.flatMap { $0.map { entries(of: $0, isStrong: false) } ?? [] })
  }

  private func entries(of texts: Texts, isStrong: Bool) -> [Terms.Entry] {
    texts.versions.sorted { $0.key < $1.key }.flatMap { language, text in
      Terms.words(of: text, in: language).filter(\.isTelling).map {
        Terms.Entry(.stem($0.stem), shown: String(text[$0.range]), isStrong: isStrong)
      }
        + themes(in: text, language).map {
          Terms.Entry(.theme($0.theme), shown: $0.words.first ?? "", isStrong: isStrong)
        }
    }
  }
}
