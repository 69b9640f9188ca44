package import Cooperation

/// The municipal themes, in two levels: groups and their sectors.
package enum Themes {
  /// Each group before its sectors.
  package static let all: [Theme] = sheet.rows { cells in
    guard let id = Theme.ID(cells[0]) else { return nil }
    return Theme(
      id: id, parent: Theme.ID(cells[1]), names: names(cells, columns),
      synonyms: names(cells, words).mapValues { $0.split(separator: ";").map(String.init) },
      targets: cells[columns["targets"] ?? 0].split(separator: " ").compactMap { Target($0) },
      purposes: cells[columns["purposes"] ?? 0].split(separator: " ").map(String.init))
  }

  package static subscript(_ id: Theme.ID) -> Theme? { byID[id] }

  /// The groups: themes that are part of no other.
  package static let groups = all.filter { $0.parent == nil }

  /// The sectors of a group, in the list's order; none for a sector.
  package static func sectors(of group: Theme.ID) -> [Theme] { all.filter { $0.parent == group } }

  /// The theme and everything that is part of it.
  package static func within(_ id: Theme.ID) -> [Theme.ID] { [id] + sectors(of: id).map(\.id) }

  /// Whether both are of one group, or one is the other's group.
  package static func isNear(_ one: Theme.ID, _ other: Theme.ID) -> Bool {
    let group = { (id: Theme.ID) in byID[id]?.parent ?? id }
    return group(one) == group(other)
  }

  private static let sheet = Sheet("themes.tsv")
  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  private static let columns = places(sheet, ["en", "fr", "es", "pt", "ar", "targets", "purposes"])
  private static let words = Dictionary(
    uniqueKeysWithValues: Language.interface.map { ($0.tag, sheet.column($0.tag + "_words")) })
}

/// The Sustainable Development Goals and their targets, with short titles in our own words.
package enum Goals {
  /// The titles of the 17 goals, by interface language.
  package static let titles: [Goal: [Language: String]] = {
    let sheet = Sheet("goals.tsv")
    let columns = places(sheet, ["en", "fr", "es", "pt", "ar"])
    let rows: [(Goal, [Language: String])] = sheet.rows { cells in
      Int(cells[0]).flatMap { Goal($0) }.map { ($0, names(cells, columns)) }
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }()

  package static let all = titles.keys.sorted()

  /// The titles of the 169 targets, by interface language.
  package static let targets: [Target: [Language: String]] = {
    let sheet = Sheet("targets.tsv")
    let columns = places(sheet, ["en", "fr", "es", "pt", "ar"])
    let rows: [(Target, [Language: String])] = sheet.rows { cells in
      Target(cells[0]).map { ($0, names(cells, columns)) }
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }()

  /// The targets of a goal, in the United Nations' order.
  package static func targets(of goal: Goal) -> [Target] { targets.keys.filter { $0.goal == goal }.sorted() }
}
