/// The themes of a need, with what each gives.
struct ThemesAsked: Sendable {
  /// In the order of the list.
  let steps: [Step]
  /// The bits of the themes themselves.
  let same: UInt128
  /// How well each set of themes in the index meets those of the need, 0 to 1.
  let scores: [Double]

  struct Step: Sendable {
    let theme: Int
    let reach: ThemeTree.Reach
    /// What it gives where it is met by the same; those of all steps make 1.
    let weight: Double
  }

  init(_ themes: Set<Theme.ID>, _ index: MatchIndex) {
    let numbers = index.tree.bits(themes).places
    let weights = numbers.map { index.rarity(index.themeCounts[$0]) }
    let total = weights.reduce(0, +)
    let steps = zip(numbers, weights).map { Step(theme: $0, reach: index.tree[$0], weight: $1 / total) }
    let reach = steps.reduce(UInt128(0)) { $0 | $1.reach.all }
    scores = index.themeSets.values.map { bits in
      bits & reach == 0 ? 0 : steps.reduce(0) { $0 + $1.weight * $1.reach.score(of: bits) }
    }
    same = steps.reduce(0) { $0 | $1.reach.same }
    self.steps = steps
  }

  /// The numbers of the sets by the steps of their scores.
  var groups: [[Int]] {
    var groups = [[Int]](repeating: [], count: 65)
    for (number, score) in scores.enumerated() { groups[Self.step(of: score)].append(number) }
    return groups
  }

  /// A score in 64ths: 0 for less than one, 64 for all.
  static func step(of score: Double) -> Int { min(64, Int(score * 64)) }

  /// The highest score that belongs to `step`.
  static func most(of step: Int) -> Double { min(1, Double(step + 1) / 64) }
}

/// The SDG targets of a need, with what each gives.
struct TargetsAsked: Sendable {
  let bits: TargetBits
  /// By the target's number; those of the need's targets make 1.
  private let weights: [Double]

  init(_ targets: Set<Target>, _ index: MatchIndex) {
    bits = index.bits(targets)
    isEmpty = bits.isEmpty
    var weights = Array(repeating: 0.0, count: index.targets.count)
    let rarities = bits.numbers.map { index.rarity(index.targetCounts[$0]) }
    let total = rarities.reduce(0, +)
    for (number, rarity) in zip(bits.numbers, rarities) { weights[number] = rarity / total }
    self.weights = weights
  }

  /// Whether the need names none.
  let isEmpty: Bool

  /// How many of the need's targets are met, 0 to 1.
  func score(_ others: TargetBits) -> Double {
    let shared = others.shared(with: bits)
    return shared.isEmpty ? 0 : shared.numbers.reduce(0) { $0 + weights[$1] }
  }
}

/// The terms of a need, with what each row shares of them.
struct TermsAsked: Sendable {
  let steps: [Step]
  /// By row: the weights of the terms shared, before the length of the row's own text is taken into account.
  let sums: [Float]
  /// The most that any row's text gives, 0 to 1.
  let most: Double

  struct Step: Sendable {
    let entry: Terms.Entry
    /// Its part of the need's text; the squares of all make 1.
    let weight: Float
  }

  init(_ terms: Terms, _ index: MatchIndex) {
    let lists = terms.entries.map { index.words.places(of: $0.term) }
    let weights = zip(terms.entries, lists).map { ($0.isStrong ? 2 : 1) * index.rarity($1.count) }
    let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    steps = zip(terms.entries, weights).map { Step(entry: $0, weight: Float($1 / length)) }
    var sums = [Float](repeating: 0, count: index.offers.count)
    for (step, places) in zip(steps, lists) {
      for place in places { sums[place.row] += step.weight * place.weight }
    }
    var most: Float = 0
    let scales = index.offers.scales
    for row in sums.indices { most = max(most, sums[row] * scales[row]) }
    (self.sums, self.most) = (sums, min(1, Double(most)))
  }
}

/// What the asker could teach in return.
struct TeachingAsked: Sendable {
  /// The themes of its published practices.
  let themes: UInt128
  /// By the organisation's number; nothing where the asker has no practice.
  private let best: [Best]

  /// The need of an organisation that the asker meets best; of equal ones the first by id.
  struct Best: Sendable {
    /// How well it is met, 0 to 1.
    var score: Float = 0
    /// Its place among the needs; -1 where the organisation has none.
    var need: Int32 = -1
  }

  init(by own: UInt32, _ index: MatchIndex) {
    var themes: UInt128 = 0
    if own != .max {
      for row in 0..<index.offers.count where index.offers.organisations[row] == own {
        themes |= index.themes(of: row)
      }
    }
    self.themes = themes
    best = themes == 0 ? [] : Self.best(teaching: themes, index)
  }

  /// What is known of `organisation`.
  func best(for organisation: UInt32) -> Best { best.isEmpty ? Best() : best[Int(organisation)] }

  private static func best(teaching themes: UInt128, _ index: MatchIndex) -> [Best] {
    let weights = index.themeCounts.map { index.rarity($0) }
    let met = weights.indices.map { weights[$0] * index.tree[$0].score(of: themes) }
    let reach = met.indices.reduce(UInt128(0)) { met[$1] > 0 ? $0 | 1 << UInt128($1) : $0 }
    var best = [Best](repeating: Best(), count: index.organisations.values.count)
    for (place, need) in index.needs.enumerated() {
      let score = need.themes & reach == 0 ? 0 : score(need.themes, weights, met)
      let organisation = Int(need.organisation)
      let known = best[organisation]
      if known.need >= 0 {
        if known.score > score || (known.score == score && index.needs[Int(known.need)].id < need.id) { continue }
      }
      best[organisation] = Best(score: score, need: Int32(place))
    }
    return best
  }

  private static func score(_ bits: UInt128, _ weights: [Double], _ met: [Double]) -> Float {
    var sum = 0.0, total = 0.0
    var rest = bits
    while rest != 0 {
      let theme = rest.trailingZeroBitCount
      sum += met[theme]
      total += weights[theme]
      rest &= rest &- 1
    }
    return total > 0 ? Float(sum / total) : 0
  }
}
