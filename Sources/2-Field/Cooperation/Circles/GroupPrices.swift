/// A bound on what any grouping gives: a price for being in a group at all, and another for being its first member.
///
/// `places` are at least 0, and each group gives at most the places of all its members and the lead of its first one.
/// Groups of one grouping share no member, so all places and leads together are a bound; and every group that is
/// chosen, like every person who is left, loses a known part of it (`loss`). The right prices are looked for by moving
/// against what would be chosen at the present ones (subgradient, with the step that the distance to the best known
/// grouping asks for); whatever they are, the bound holds, exactly, for they are rounded to whole numbers first.
struct GroupPrices {
  private(set) var places: [Int]
  private(set) var leads: [Int]

  var bound: Int { places.reduce(0, +) + leads.reduce(0, +) }

  /// - Parameters:
  ///   - known: what the best grouping that is known gives.
  ///   - rounds: how often the prices are moved.
  init(_ choices: GroupChoices, known: Int, rounds: Int) {
    var prices = [Double](repeating: 0, count: choices.people)
    for group in 0..<choices.count {
      let share = Double(choices.gains[group]) / Double(choices[group].count)
      for person in choices[group] { prices[Int(person)] = max(prices[Int(person)], share) }
    }
    (places, leads) = Self.exact(prices, choices)
    var pace = 1.0, idle = 0
    for _ in 0..<rounds {
      let asked = Asked(prices, choices)
      let gap = asked.bound - Double(known)
      let norm = asked.moves.reduce(0) { $0 + $1 * $1 }
      guard gap > 0.5, norm > 0 else { break }
      for person in prices.indices { prices[person] = max(0, prices[person] - pace * gap / norm * asked.moves[person]) }
      let next = Self.exact(prices, choices)
      idle += 1
      if next.places.reduce(0, +) + next.leads.reduce(0, +) < bound {
        (places, leads) = next
        idle = 0
      } else if idle == 20 {
        (pace, idle) = (pace / 2, 0)
        prices = places.map { Double($0) }
      }
    }
  }

  /// What a group loses of the bound when it is chosen: at least 0.
  func loss(_ group: Int, _ choices: GroupChoices) -> Int {
    choices[group].reduce(-choices.gains[group]) { $0 + places[Int($1)] + leads[Int($1)] }
  }

  /// What is lost when someone is left without a group: at least 0.
  func loss(leaving person: Int) -> Int { places[person] + leads[person] }

  private static func exact(_ prices: [Double], _ choices: GroupChoices) -> (places: [Int], leads: [Int]) {
    let places = prices.map { Int($0.rounded()) }
    var leads = [Int](repeating: 0, count: choices.people)
    for group in 0..<choices.count {
      var cost = 0, first = 0
      for (number, person) in choices[group].enumerated() {
        if number == 0 { first = Int(person) }
        cost += places[Int(person)]
      }
      leads[first] = max(leads[first], choices.gains[group] - cost)
    }
    return (places, leads)
  }

  /// What would be chosen at some prices: for each first member the best bargain.
  private struct Asked {
    private(set) var bound: Double
    /// By person: 1 where nobody chose them, 0 where one did, -1 where two did.
    private(set) var moves: [Double]

    init(_ prices: [Double], _ choices: GroupChoices) {
      var best = [Double](repeating: 0, count: choices.people)
      var chosen = [Int](repeating: -1, count: choices.people)
      for group in 0..<choices.count {
        let members = choices[group]
        let bargain = members.reduce(Double(choices.gains[group])) { $0 - prices[Int($1)] }
        let first = Int(members[members.startIndex])
        if bargain > best[first] { (best[first], chosen[first]) = (bargain, group) }
      }
      bound = prices.reduce(0, +) + best.reduce(0, +)
      moves = prices.map { _ in 1 }
      for group in chosen where group >= 0 { for person in choices[group] { moves[Int(person)] -= 1 } }
      for person in prices.indices where prices[person] == 0 && moves[person] > 0 { moves[person] = 0 }
    }
  }
}
