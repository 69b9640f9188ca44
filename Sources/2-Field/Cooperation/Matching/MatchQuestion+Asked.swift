/// The themes of a need, with what each gives.
struct ThemesAsked: Sendable {
  /// In the order of the list.
  let steps: [Step]
  /// The bits of the themes themselves, and of everything that meets one of them.
  let same: UInt128
  let reach: UInt128

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
    steps = zip(numbers, weights).map { Step(theme: $0, reach: index.tree[$0], weight: $1 / total) }
    same = steps.reduce(0) { $0 | $1.reach.same }
    reach = steps.reduce(0) { $0 | $1.reach.all }
  }

  /// How well themes meet those of the need, 0 to 1.
  func score(_ bits: UInt128) -> Double {
    guard bits & reach != 0 else { return 0 }
    var sum = 0.0
    for step in steps { sum += step.weight * step.reach.score(of: bits) }
    return sum
  }
}

/// The SDG targets of a need, with what each gives.
struct TargetsAsked: Sendable {
  let bits: TargetBits
  /// By the target's number; those of the need's targets make 1.
  private let weights: [Double]

  init(_ targets: Set<Target>, _ index: MatchIndex) {
    bits = index.bits(targets)
    var weights = Array(repeating: 0.0, count: index.targets.count)
    let rarities = bits.numbers.map { index.rarity(index.targetCounts[$0]) }
    let total = rarities.reduce(0, +)
    for (number, rarity) in zip(bits.numbers, rarities) { weights[number] = rarity / total }
    self.weights = weights
  }

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
    self.sums = sums
  }
}

/// What the asker could teach in return.
struct TeachingAsked: Sendable {
  /// The themes of its published practices.
  let themes: UInt128
  private let needs: [UInt32: [MatchIndex.OpenNeed]]
  /// By theme: how much it counts, and how much of that the asker's practices meet.
  private let weights: [Double]
  private let met: [Double]

  init(by own: UInt32, _ index: MatchIndex) {
    var themes: UInt128 = 0
    if own != .max {
      for row in 0..<index.offers.count where index.offers.organisations[row] == own {
        themes |= index.offers.themes[row]
      }
    }
    let weights = index.themeCounts.map { index.rarity($0) }
    met = weights.indices.map { weights[$0] * index.tree[$0].score(of: themes) }
    (self.themes, self.weights, needs) = (themes, weights, index.needs)
  }

  /// How well the asker could teach `organisation` what it seeks, 0 to 1: by the need that it meets best, of equal ones
  /// the first by id. Nil where it meets none.
  func best(for organisation: UInt32) -> (need: MatchIndex.OpenNeed, score: Double)? {
    guard themes != 0, let needs = needs[organisation] else { return nil }
    var best: (need: MatchIndex.OpenNeed, score: Double)?
    for need in needs {
      let score = score(need.themes)
      guard score > 0 else { continue }
      if let known = best, known.score > score || (known.score == score && known.need.id < need.id) { continue }
      best = (need, score)
    }
    return best
  }

  func hasNeeds(_ organisation: UInt32) -> Bool { needs[organisation] != nil }

  private func score(_ bits: UInt128) -> Double {
    var sum = 0.0, total = 0.0
    var rest = bits
    while rest != 0 {
      let theme = rest.trailingZeroBitCount
      sum += met[theme]
      total += weights[theme]
      rest &= rest &- 1
    }
    return total > 0 ? sum / total : 0
  }
}
