/// The best circles so far, by the places of their organisations and arcs; the best first.
struct BestCircles {
  private let limit: Int
  private(set) var rounds: [Round] = []
  /// Whether there is room for no more, so that there may be others.
  var isFull: Bool { rounds.count == limit }

  /// A circle by places: `arcs[0]` leads from the organisation with the lowest place, each other from the end of the
  /// one before it.
  struct Round {
    let size: Int
    let organisations: SIMD4<UInt32>
    let arcs: SIMD4<UInt32>
    let weakest: Int32
    let sum: Int32

    /// Before: the stronger weakest link; then the higher mean; then the lower places.
    func isBefore(_ other: Round) -> Bool {
      if weakest != other.weakest { return weakest > other.weakest }
      let mine = Int(sum) * other.size, theirs = Int(other.sum) * size
      if mine != theirs { return mine > theirs }
      for place in 0..<min(size, other.size) where organisations[place] != other.organisations[place] {
        return organisations[place] < other.organisations[place]
      }
      return size < other.size
    }
  }

  /// - Parameter limit: how many are kept, at least 1.
  init(_ limit: Int) { self.limit = limit }

  /// Whether a circle with this weakest link may belong to the best.
  func mayTake(weakest: Int32) -> Bool { !isFull || weakest >= (rounds.last?.weakest ?? 0) }

  mutating func take(_ round: Round) {
    if isFull {
      guard let last = rounds.last, round.isBefore(last) else { return }
      rounds.removeLast()
    }
    var low = 0, high = rounds.count
    while low < high {
      let middle = (low + high) / 2
      if rounds[middle].isBefore(round) { low = middle + 1 } else { high = middle }
    }
    rounds.insert(round, at: low)
  }
}
