/// The best rows so far, the best first; equal ones by the practice's id.
struct BestRows {
  private let limit: Int
  private(set) var entries: [Entry] = []
  /// What a row must score to come in; anything until the list is full.
  private var least = -Double.infinity

  struct Entry {
    let row: Int
    let score: Double
    let id: Practice.ID
  }

  /// - Parameter limit: how many are kept, at least 1.
  init(_ limit: Int) { self.limit = limit }

  /// Whether a row that scores at most `bound` may belong to the best. Rounding is allowed for.
  func mayTake(_ bound: Double) -> Bool { bound >= least - 1e-9 }

  mutating func take(_ row: Int, _ score: Double, _ id: Practice.ID) {
    var place = entries.count
    while place > 0, entries[place - 1].isAfter(score, id) { place -= 1 }
    guard place < limit else { return }
    if entries.count == limit { entries.removeLast() }
    entries.insert(Entry(row: row, score: score, id: id), at: place)
    if entries.count == limit, let last = entries.last { least = last.score }
  }
}

extension BestRows.Entry {
  func isAfter(_ other: Double, _ otherID: Practice.ID) -> Bool {
    score < other || (score == other && otherID < id)
  }
}

/// A number for each part: its score, or what it gives to the whole.
struct PartScores: Sendable {
  let themes: Double
  let text: Double
  let context: Double
  let languages: Double
  let reciprocity: Double
  let capacity: Double
  let reach: Double
  let evidence: Double

  /// These, weighted by what each gives to the whole. Always added in the same order, so that equal is equal.
  func sum(of scores: PartScores) -> Double {
    themes * scores.themes + text * scores.text + context * scores.context + languages * scores.languages
      + reciprocity * scores.reciprocity + capacity * scores.capacity + reach * scores.reach
      + evidence * scores.evidence
  }

  subscript(part: Match.Part) -> Double {
    switch part {
    case .themes: themes
    case .text: text
    case .context: context
    case .languages: languages
    case .reciprocity: reciprocity
    case .capacity: capacity
    case .reach: reach
    case .evidence: evidence
    }
  }
}

extension PartScores {
  /// What each part gives to the whole.
  init(_ weights: Match.Weights) {
    self.init(
      themes: weights.share(of: .themes), text: weights.share(of: .text), context: weights.share(of: .context),
      languages: weights.share(of: .languages), reciprocity: weights.share(of: .reciprocity),
      capacity: weights.share(of: .capacity), reach: weights.share(of: .reach),
      evidence: weights.share(of: .evidence))
  }
}
