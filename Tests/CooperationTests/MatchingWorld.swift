import Cooperation

/// A small random world of cities, their practices and needs; the same seed makes the same one.
struct MatchingWorld {
  let themes: [Theme]
  let targets: [Target]
  var practices: [Offered] = []
  var needs: [Sought] = []

  struct Offered {
    let id: Practice.ID
    let organisation: Organisation.ID
    var matter: Matter
  }

  struct Sought {
    let id: Need.ID
    let organisation: Organisation.ID
    let matter: Matter
  }

  /// Four groups of three sectors; six targets.
  static let themes: [Theme] = (0..<4).flatMap { group in
    [theme("group-\(group)", nil)] + (0..<3).map { theme("sector-\(group)-\($0)", "group-\(group)") }
  }
  static let targets = ["1.4", "6.1", "6.2", "11.3", "11.5", "13.b"].compactMap { Target($0) }
  private static let words = (0..<30).map { "word\($0)" }
  private static let tongues: [Language] = ["en", "fr", "pt", "pt-BR", "ar"]

  init(seed: UInt64, practices: Int, needs: Int, organisations: Int = 12) {
    var chance = Chance(seed: seed)
    (themes, targets) = (Self.themes, Self.targets)
    for number in 0..<practices {
      self.practices.append(
        Offered(
          id: Practice.ID(bits: UInt128(number + 1)), organisation: Self.organisation(organisations, &chance),
          matter: Self.matter(&chance)))
    }
    for number in 0..<needs {
      self.needs.append(
        Sought(
          id: Need.ID(bits: UInt128(number + 1)), organisation: Self.organisation(organisations, &chance),
          matter: Self.matter(&chance)))
    }
  }

  static func theme(_ id: String, _ parent: String?, _ synonyms: [Language: [String]] = [:], name: String? = nil)
    -> Theme
  {
    Theme(
      id: Theme.ID(id) ?? "none", parent: parent.flatMap { Theme.ID($0) }, names: ["en": name ?? id],
      synonyms: synonyms,
      targets: [], purposes: [])
  }

  static func organisation(_ count: Int, _ chance: inout Chance) -> Organisation.ID {
    Organisation.ID(bits: UInt128(Int.random(in: 1...count, using: &chance)))
  }

  static func matter(_ chance: inout Chance) -> Matter {
    let entries = pick(words, 0...6, &chance).map {
      Terms.Entry(.stem($0), shown: $0.uppercased(), isStrong: Bool.random(using: &chance))
    }
    let named = pick(themes, 0...1, &chance).map { Terms.Entry(.theme($0.id), shown: "", isStrong: false) }
    return Matter(
      themes: Set(pick(themes, 0...3, &chance).map(\.id)), targets: Set(pick(targets, 0...2, &chance)),
      languages: pick(tongues, 0...3, &chance), setting: setting(&chance), terms: Terms(entries + named),
      evidence: evidence(&chance))
  }

  static func evidence(_ chance: inout Chance) -> Match.Evidence {
    let taken = Int.random(in: 0...3, using: &chance)
    return Match.Evidence(
      level: Bool.random(using: &chance) ? Practice.Evidence.allCases.randomElement(using: &chance) : nil,
      worked: Int.random(in: 0...taken, using: &chance), of: taken)
  }

  static func setting(_ chance: inout Chance) -> Setting {
    let lands: [Setting.Land?] = [
      land("MZ", .low, "002", "014"), land("TZ", .lowerMiddle, "002", "014"), land("SN", .lowerMiddle, "002", "011"),
      land("DE", .high, "150", "155"), land("FR", .high, "150", "155"), land("XK", nil, "150", "039"), nil,
    ]
    let sizes: [Int?] = [900, 12_000, 82_000, 96_000, 1_500_000, 9_000_000, nil]
    return Setting(
      population: sizes.randomElement(using: &chance) ?? nil, land: lands.randomElement(using: &chance) ?? nil)
  }

  static func land(_ code: String, _ income: Country.IncomeGroup?, _ region: String, _ subregion: String)
    -> Setting.Land?
  {
    Country.Code(code).map { Setting.Land(country: $0, income: income, region: region, subregion: subregion) }
  }

  /// How busy some organisations are, and how the asker gets to them.
  static func circumstances(_ organisations: Int, _ chance: inout Chance) -> Match.Circumstances {
    let day = Day(number: 20_000)
    var circumstances = Match.Circumstances()
    for number in 1...organisations {
      let id = Organisation.ID(bits: UInt128(number))
      let rooms: [Match.Capacity?] = [
        .load(Int.random(in: 0...5, using: &chance), of: Int.random(in: 0...4, using: &chance)), .full, .unsaid,
        .declined("sector-1-1", .otherField, on: day), .silent(since: day), nil,
      ]
      let ways: [Match.Reach?] = [.partners, .through("a body"), .body, .member, .strangers, nil]
      circumstances.capacities[id] = rooms.randomElement(using: &chance) ?? nil
      circumstances.reaches[id] = ways.randomElement(using: &chance) ?? nil
    }
    return circumstances
  }

  private static func pick<Thing>(_ things: [Thing], _ count: ClosedRange<Int>, _ chance: inout Chance) -> [Thing] {
    Array(things.shuffled(using: &chance).prefix(Int.random(in: count, using: &chance)))
  }

  var index: MatchIndex {
    var index = MatchIndex(themes: themes, targets: targets)
    for practice in practices { index.put(practice.id, of: practice.organisation, practice.matter) }
    for need in needs { index.put(need.id, of: need.organisation, need.matter) }
    return index
  }
}
