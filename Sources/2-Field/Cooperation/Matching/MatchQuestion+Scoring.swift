extension MatchQuestion {
  /// The best answers, at most `count`, the best first; equal ones by the practice's id.
  package func best(_ count: Int) -> [Match] { rows(count).map(match(at:)) }

  /// How one practice answers; nil where it is not known, is the asker's own, or has nothing in common with the need.
  package func match(with practice: Practice.ID) -> Match? {
    guard let row = index.row(of: practice), answers(row) else { return nil }
    return match(at: row)
  }

  /// As in `match(with:)`, the score alone.
  package func score(of practice: Practice.ID) -> Double? {
    guard let row = index.row(of: practice), answers(row) else { return nil }
    return whole(parts(row))
  }

  /// Rows are first looked at where a theme is the same: they fill the list with good ones, and most others then fall
  /// at the first bound.
  private func rows(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var best = BestRows(count)
    let bits = index.offers.themes
    for row in bits.indices where bits[row] & themes.same != 0 { consider(row, upTo: 1, &best) }
    let ceiling = themes.steps.isEmpty ? 0 : Match.Nearness.within.score
    let atMost = ceiling + (1 - ceiling) * Self.targetShare
    for row in bits.indices where bits[row] & themes.same == 0 {
      if bits[row] & themes.reach != 0 || terms.sums[row] > 0 || targets.score(index.offers.targets[row]) > 0 {
        consider(row, upTo: atMost, &best)
      }
    }
    return best.entries.map(\.row)
  }

  /// Takes `row` among the best where it belongs there. What is cheap is added up first; a row that cannot reach the
  /// list even with everything else at its most is left.
  private func consider(_ row: Int, upTo themesAtMost: Double, _ best: inout BestRows) {
    guard index.offers.organisations[row] != own else { return }
    let teachingAtMost = teaching.themes == 0 ? 0 : shares[4]
    let cheap = shares[1] * text(row) + shares[2] * context(row) + shares[3] * language(row)
    guard best.mayTake(cheap + shares[0] * themesAtMost + teachingAtMost) else { return }
    let nearly = cheap + shares[0] * theme(row)
    guard best.mayTake(nearly + teachingAtMost) else { return }
    best.take(row, whole(parts(row)), index.offers.ids[row])
  }

  private func answers(_ row: Int) -> Bool {
    index.offers.organisations[row] != own && (theme(row) > 0 || terms.sums[row] > 0)
  }
}

// The parts of a row, 0 to 1 each.
extension MatchQuestion {
  /// How much of what the themes leave open the targets can fill.
  private static var targetShare: Double { 0.3 }

  func parts(_ row: Int) -> [Double] { [theme(row), text(row), context(row), language(row), reciprocity(row)] }

  /// The parts by their weights, 0 to 1.
  func whole(_ parts: [Double]) -> Double {
    shares[0] * parts[0] + shares[1] * parts[1] + shares[2] * parts[2] + shares[3] * parts[3] + shares[4] * parts[4]
  }

  private func theme(_ row: Int) -> Double {
    let score = themes.score(index.offers.themes[row])
    return score + (1 - score) * Self.targetShare * targets.score(index.offers.targets[row])
  }

  private func text(_ row: Int) -> Double { min(1, Double(terms.sums[row] * index.offers.scales[row])) }

  /// Half for the size: all of it at the same size, none at thirty times as many or as few people.
  private func context(_ row: Int) -> Double {
    let land = lands[Int(index.offers.lands[row])]
    let theirs = Double(index.offers.sizes[row])
    guard size >= 0, theirs >= 0 else { return land }
    return land + 0.5 * max(0, 1 - abs(size - theirs) / Self.largestRatio)
  }

  /// The natural logarithm of thirty.
  private static var largestRatio: Double { 3.401_197_381_662_155 }

  private func language(_ row: Int) -> Double { languages[Int(index.offers.languages[row])] }

  private func reciprocity(_ row: Int) -> Double { teaching.best(for: index.offers.organisations[row])?.score ?? 0 }
}

/// The best rows so far, the best first; equal ones by the practice's id.
struct BestRows {
  private let limit: Int
  private(set) var entries: [Entry] = []

  struct Entry {
    let row: Int
    let score: Double
    let id: Practice.ID
  }

  init(_ limit: Int) { self.limit = limit }

  /// Whether a row that scores at most `bound` may belong to the best. Rounding is allowed for.
  func mayTake(_ bound: Double) -> Bool {
    guard entries.count == limit, let last = entries.last else { return true }
    return bound >= last.score - 1e-9
  }

  mutating func take(_ row: Int, _ score: Double, _ id: Practice.ID) {
    var place = entries.count
    while place > 0,
      entries[place - 1].score < score || (entries[place - 1].score == score && id < entries[place - 1].id)
    {
      place -= 1
    }
    guard place < limit else { return }
    if entries.count == limit { entries.removeLast() }
    entries.insert(Entry(row: row, score: score, id: id), at: place)
  }
}
