import Cooperation
import Glibc
import Reference
import Search

extension Benchmark {
  static let matchQuality = Benchmark(
    name: "match-quality",
    about: "real practices, the goals that people gave them as truth, from their texts alone"
  ) {
    do {
      guard let texts = try PracticeText.all() else {
        print("Skipped: the folder ../shared/data/practices is not here.")
        return []
      }
      let folder = Scratch(for: "match-quality")
      defer { folder.clear() }
      return try measures(texts.filter { !$0.isForTuning }, in: folder.path + "/reported", hasLimits: true)
        + measures(texts.filter(\.isForTuning), in: folder.path + "/tuned", hasLimits: false)
    } catch {
      return [Measure(what: "quality could not be measured: \(error)", figure: 0, unit: "", limit: .atLeast(1))]
    }
  }

  private static func measures(_ texts: [PracticeText], in folder: String, hasLimits: Bool) throws -> [Measure] {
    let known = texts.filter { $0.language == "en" }
    let ours = OwnRanking(known), plain = try PlainRanking(known, in: folder)
    var chance = Chance(seed: 2026)
    let half = hasLimits ? "" : ", the half for tuning"
    var measures: [Measure] = []
    for language in ["en", "es", "fr"] as [Language] {
      let asked = texts.filter { $0.language == language }
      let mean = { (rank: (PracticeText) throws -> [Int]) in
        try asked.map { known.quality(of: try rank($0), for: $0) }.reduce(0, +) / Double(asked.count)
      }
      let name = "\(language) to en, nDCG@10, \(asked.count) needs"
      let theirs = try mean(plain.ranking)
      measures.append(
        Measure(
          what: "\(name): matching (reference: full text)\(half)", figure: try mean(ours.ranking), unit: "",
          reference: theirs, limit: hasLimits ? .ratioAtLeast(language == "en" ? 1.1 : 1.2) : nil))
      let random = try mean { asked in known.indices.filter { known[$0].id != asked.id }.shuffled(using: &chance) }
      measures.append(Measure(what: "\(name): by chance\(half)", figure: random, unit: ""))
    }
    return measures + themes(texts, half, &chance, hasLimits: hasLimits) + (hasLimits ? [suggestionTime(texts)] : [])
  }

  /// What a form waits for when it suggests themes and targets for a text.
  private static func suggestionTime(_ texts: [PracticeText]) -> Measure {
    let times = texts.map { text in
      let start = Gauge.busy
      precondition(suggested(text).count <= 3)
      return Gauge.busy - start
    }
    return Measure(
      what: "themes and targets suggested for a text, 99 of 100", figure: times.quantile(0.99), unit: "ms",
      limit: .atMost(5))
  }

  private static let suggester = Suggester(Themes.all)

  /// As forms suggest them: the first three.
  private static func suggested(_ text: PracticeText) -> [Theme.ID] {
    let texts = [Texts(text.title, in: text.language), Texts(text.text, in: text.language)]
    return suggester.suggestions(for: texts).themes.prefix(3).map(\.theme)
  }

  /// How many of the first three themes that are suggested for a text work towards a goal that people gave it.
  private static func themes(
    _ texts: [PracticeText], _ half: String, _ chance: inout Chance, hasLimits: Bool
  ) -> [Measure] {
    (["en", "es", "fr"] as [Language]).map { language in
      let asked = texts.filter { $0.language == language }
      let suggested = asked.map { text in (text, Self.suggested(text)) }
      let right = suggested.map { text, themes in themes.count { text.isWorkedFor(by: $0) } }.reduce(0, +)
      let all = suggested.reduce(0) { $0 + $1.1.count }
      let byChance = asked.flatMap { text in Themes.all.shuffled(using: &chance).prefix(3).map { (text, $0.id) } }
      let lucky = byChance.count { text, theme in text.isWorkedFor(by: theme) }
      return Measure(
        what:
          "\(language): suggested themes that are right, \(all) for \(asked.count) texts (reference: by chance)\(half)",
        figure: Double(right) / Double(max(1, all)), unit: "", reference: Double(lucky) / Double(byChance.count),
        limit: hasLimits ? .ratioAtLeast(2) : nil)
    }
  }
}

extension PracticeText {
  /// Whether one of the goals of the two nearest targets of a theme was given to it.
  fileprivate func isWorkedFor(by theme: Theme.ID) -> Bool {
    Themes[theme]?.targets.prefix(2).contains { goals.contains($0.goal) } ?? false
  }
}

/// As Copolis matches a question in someone's own words: its themes are found in the text, and nothing else is known.
private struct OwnRanking {
  private static let finder = ThemeFinder(Themes.all)
  private let index: MatchIndex
  private let known: [PracticeText]

  init(_ known: [PracticeText]) {
    self.known = known
    var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys)
    for (place, text) in known.enumerated() {
      index.put(Practice.ID(bits: UInt128(place)), of: Organisation.ID(bits: UInt128(place)), Self.matter(text))
    }
    self.index = index
  }

  private static func found(_ text: PracticeText) -> [Theme.ID] {
    finder.suggested(for: text.title + ". " + text.text, text.language)
  }

  private static func matter(_ text: PracticeText) -> Matter {
    Matter(
      themes: Set(found(text)),
      terms: finder.terms(title: Texts(text.title, in: text.language), body: [Texts(text.text, in: text.language)]))
  }

  func ranking(_ asked: PracticeText) -> [Int] {
    index.matches(for: Self.matter(asked), of: nil, top: 11).map { Int($0.practice.bits) }
      .filter { known[$0].id != asked.id }
  }
}

/// Plain full text: the need's own words, the commonest left out.
private struct PlainRanking {
  private let index: SearchIndex
  private let known: [PracticeText]

  init(_ known: [PracticeText], in folder: String) throws {
    self.known = known
    index = try SearchIndex(folder: folder, languages: SyntheticLibrary.languages)
    try index.rebuild { changes in
      for (place, text) in known.enumerated() {
        try changes.put(
          SearchDocument(
            id: "\(place)", title: [SearchText(text.title, in: text.language.tag)],
            body: [SearchText(text.text, in: text.language.tag)]))
      }
    }
  }

  func ranking(_ asked: PracticeText) throws -> [Int] {
    var query = SearchQuery(asked.title + ". " + asked.text)
    (query.match, query.limit) = (.any, 11)
    return try index.search(query).hits.compactMap { Int($0.id) }.filter { known[$0].id != asked.id }
  }
}
