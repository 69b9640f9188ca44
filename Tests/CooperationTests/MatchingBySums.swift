import Cooperation
import Foundation

/// Matching as it is defined, written without any index: sets, sums and a sort.
struct MatchingBySums {
  let world: MatchingWorld
  let weights: Match.Weights
  let circumstances: Match.Circumstances
  private let parents: [Theme.ID: Theme.ID?]
  private let having: [Theme.ID: Int]

  init(world: MatchingWorld, weights: Match.Weights, in circumstances: Match.Circumstances = .init()) {
    (self.world, self.weights, self.circumstances) = (world, weights, circumstances)
    parents = Dictionary(uniqueKeysWithValues: world.themes.map { ($0.id, $0.parent) })
    having = Dictionary(world.practices.flatMap(\.matter.themes).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The score of every practice that answers, the best first, equal ones by id.
  func ranking(_ matter: Matter, of asker: Organisation.ID?) -> [(practice: Practice.ID, score: Double)] {
    let scored = world.practices.filter { $0.organisation != asker }.compactMap { practice -> (Practice.ID, Double)? in
      let theme = themes(matter, practice.matter), text = text(matter, practice.matter)
      guard theme > 0 || text > 0 else { return nil }
      let parts = [
        theme, text, context(matter.setting, practice.matter.setting),
        languages(matter.languages, practice.matter.languages), reciprocity(asker, practice.organisation),
        capacity(practice.organisation), reach(practice.organisation), evidence(practice.matter.evidence),
      ]
      return (practice.id, zip(Match.Part.allCases, parts).reduce(0) { $0 + weights.share(of: $1.0) * $1.1 })
    }
    return scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private func rarity(_ count: Int) -> Double { log(1 + Double(world.practices.count) / Double(max(1, count))) }

  private func rarity(_ theme: Theme.ID) -> Double { rarity(having[theme] ?? 0) }

  private func nearness(_ theme: Theme.ID, _ others: Set<Theme.ID>) -> Double {
    if others.contains(theme) { return 1 }
    guard let parent = parents[theme] ?? nil else {
      return others.contains { parents[$0] == .some(theme) } ? 0.7 : 0
    }
    if others.contains(where: { parents[$0] == .some(parent) }) { return 0.4 }
    return others.contains(parent) ? 0.3 : 0
  }

  private func nearness(_ themes: Set<Theme.ID>, _ others: Set<Theme.ID>) -> Double {
    if themes.isEmpty { return 0 }
    let met = themes.reduce(0) { $0 + rarity($1) * nearness($1, others) }
    return met / themes.reduce(0) { $0 + rarity($1) }
  }

  private func themes(_ yours: Matter, _ theirs: Matter) -> Double {
    let near = nearness(yours.themes, theirs.themes)
    let rare = { (target: Target) in self.rarity(self.world.practices.count { $0.matter.targets.contains(target) }) }
    let total = yours.targets.reduce(0) { $0 + rare($1) }
    let met = yours.targets.intersection(theirs.targets).reduce(0) { $0 + rare($1) }
    return near + (1 - near) * 0.3 * (total > 0 ? met / total : 0)
  }

  private func text(_ yours: Matter, _ theirs: Matter) -> Double {
    var mine: [Terms.Term: Double] = [:], others: [Terms.Term: Double] = [:]
    for entry in yours.terms.entries {
      let count = world.practices.count { $0.matter.terms.entries.contains { $0.term == entry.term } }
      mine[entry.term] = (entry.isStrong ? 2 : 1) * rarity(count)
    }
    for entry in theirs.terms.entries { others[entry.term] = entry.isStrong ? 2 : 1 }
    let length = { (terms: [Terms.Term: Double]) in terms.values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let shared = mine.reduce(0) { $0 + $1.value * (others[$1.key] ?? 0) }
    return shared > 0 ? shared / length(mine) / length(others) : 0
  }

  private func context(_ yours: Setting, _ theirs: Setting) -> Double {
    var score = 0.0
    if let a = yours.population, let b = theirs.population {
      score += 0.5 * max(0, 1 - abs(log(Double(a) / Double(b))) / log(30))
    }
    guard let a = yours.land, let b = theirs.land else { return score }
    if a.country == b.country || a.subregion == b.subregion {
      score += 0.25
    } else if a.region == b.region {
      score += 0.125
    }
    let order: [Country.IncomeGroup] = [.low, .lowerMiddle, .upperMiddle, .high]
    if let i = a.income.flatMap(order.firstIndex), let j = b.income.flatMap(order.firstIndex) {
      score += i == j ? 0.25 : abs(i - j) == 1 ? 0.125 : 0
    }
    return score
  }

  private func languages(_ yours: [Language], _ theirs: [Language]) -> Double {
    let mine = yours.map { $0.tag.prefix(2) }, others = theirs.map { $0.tag.prefix(2) }
    let scores = mine.indices.flatMap { i in
      others.indices.filter { mine[i] == others[$0] }.map { max(0.4, 1 - 0.2 * Double(i + $0)) }
    }
    return scores.max() ?? 0
  }

  private func capacity(_ organisation: Organisation.ID) -> Double {
    switch circumstances.capacities[organisation] {
    case nil, .unsaid: 0.5
    case .load(let open, let room): open >= room ? 0 : 1 - Double(open) / Double(room)
    case .full, .declined: 0
    case .silent: 0.2
    }
  }

  private func evidence(_ known: Match.Evidence) -> Double {
    let steps: [Practice.Evidence: Double] = [
      .described: 0.2, .monitored: 0.4, .compared: 0.6, .evaluated: 0.8, .replicated: 1,
    ]
    let told = known.level.flatMap { steps[$0] } ?? 0
    return 1 - (1 - told) * 2 / Double(known.worked + 2)
  }

  private func reach(_ organisation: Organisation.ID) -> Double {
    switch circumstances.reaches[organisation] {
    case nil, .strangers, .unasked: 0
    case .partners: 1
    case .through, .body, .member: 0.7
    }
  }

  private func reciprocity(_ asker: Organisation.ID?, _ teacher: Organisation.ID) -> Double {
    guard world.needs.contains(where: { $0.organisation == teacher }) else { return 0 }
    let taught = world.practices.filter { $0.organisation == asker }.reduce(into: Set<Theme.ID>()) {
      $0.formUnion($1.matter.themes)
    }
    return world.needs.filter { $0.organisation == teacher }.map { nearness($0.matter.themes, taught) }.max() ?? 0
  }
}
