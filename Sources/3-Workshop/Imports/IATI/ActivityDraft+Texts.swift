import Cooperation
import OpenData
import Reference

extension ActivityDraft {
  private static let longest = 1000

  /// A title on one line in each of its languages; nil where there is none.
  static func titled(_ words: Words) -> Texts? {
    let lines = words.narratives.compactMap { each -> Words.Narrative? in
      guard let line = cleaned(each.text, limit: .max) else { return nil }
      return Words.Narrative(language: each.language, text: String(line.prefix(longest)))
    }
    return Words(lines).texts
  }

  /// All descriptions in each language, one after the other; nil where there are none.
  static func told(_ descriptions: [Words]) -> Texts? {
    var original: Language?
    var versions: [Language: String] = [:]
    for narrative in descriptions.flatMap(\.narratives) {
      let text = cleanedLines(narrative.text)
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      let language = narrative.language ?? "und"
      original = original ?? language
      versions[language] = versions[language].map { $0 + "\n\n" + text } ?? text
    }
    guard let original, let text = versions[original] else { return nil }
    return Texts(text, in: original, translations: versions)
  }

  /// Its themes by the purpose codes of its sectors, the targets among its tags, and where it is for.
  static func topic(of activity: Activity) -> Topic {
    var themes: Set<Theme.ID> = [], targets: Set<Target> = []
    for sector in activity.sectors {
      switch sector.vocabulary {
      case "", "1": themes.formUnion(Purposes.themes(of: sector.code.text))
      case "8": if let target = target(sector.code.text) { targets.insert(target) }
      default: continue
      }
    }
    for tag in activity.tags where tag.vocabulary == "3" {
      if let target = target(tag.code.text) { targets.insert(target) }
    }
    let countries = Set(activity.countries.compactMap { Country.Code($0.code.text).flatMap { Countries[$0]?.id } })
    return Topic(
      themes: themes, targets: targets,
      context: .init(country: countries.count == 1 ? countries.first : nil))
  }

  private static func target(_ code: String) -> Target? {
    Target(code).flatMap { Goals.targets[$0] == nil ? nil : $0 }
  }
}

/// Which municipal themes a DAC purpose code stands for.
enum Purposes {
  /// The themes that are exported with that code; where there are none, those that it belongs to at all.
  static func themes(of code: String) -> [Theme.ID] { first[code] ?? any[code] ?? [] }

  private static let first = grouped { $0.purposes.prefix(1) }
  private static let any = grouped { $0.purposes[...] }

  /// Sectors before groups: a group only where no sector has the code.
  private static func grouped(_ codes: (Theme) -> ArraySlice<String>) -> [String: [Theme.ID]] {
    var sectors: [String: [Theme.ID]] = [:], groups: [String: [Theme.ID]] = [:]
    for theme in Themes.all {
      for code in codes(theme) {
        if theme.parent == nil { groups[code, default: []].append(theme.id) }
        if theme.parent != nil { sectors[code, default: []].append(theme.id) }
      }
    }
    return groups.merging(sectors) { $1 }
  }
}
