extension Cohort {
  /// Puts them together so that the most needs are served, and of equal ones the better answered.
  ///
  /// Branch and bound, for pairs as for triangles: exact as long as the effort lasts, which it mostly does up to about
  /// 60 organisations; `proof` says what is known. The effort is counted in steps, never in time, so that the answer is
  /// the same on every machine.
  /// - Parameters:
  ///   - size: 2 for pairs; 3 for triangles, and for pairs where a third would add nothing.
  ///   - effort: how many groups may be looked at in the search, at most.
  package func grouping(in size: Int, effort: Int = 2_000_000) -> Grouping {
    precondition((2...3).contains(size), "a group is a pair or a triangle")
    let choices = GroupChoices(self, size: size)
    let (best, bound, proof) = Self.best(of: choices, effort: effort)
    let groups = best.map { group in choices[group].map { Int($0) } }.sorted { $0.lexicographicallyPrecedes($1) }
    let placed = Set(groups.joined())
    return Grouping(
      groups: groups.map { Group(organisations: $0.map { organisations[$0] }, arcs: arcs(in: $0)) },
      left: organisations.indices.filter { !placed.contains($0) }.map { organisations[$0] },
      bound: bound, proof: proof)
  }

  private static func best(of choices: GroupChoices, effort: Int) -> (groups: [Int], bound: Int, proof: Proof) {
    let start = choices.greedy, rounds = min(1000, max(20, effort * 10 / max(1, choices.count)))
    let known = start.reduce(0) { $0 + choices.gains[$1] }
    let prices = GroupPrices(choices, known: known, rounds: rounds)
    var search = GroupSearch(choices, prices, from: start, unit: 1, effort: effort / 2)
    let served = { (value: Int) in value / GroupChoices.unit }
    if search.run() { return (search.best, served(search.value), .best) }
    let bound = served(prices.bound)
    if served(search.value) == bound { return (search.best, bound, .most) }
    // What remains is to find more needs, or to know that there are none: how well they are answered aside.
    let counted = choices.counting { served($0) * GroupChoices.unit }
    let countedPrices = GroupPrices(counted, known: served(search.value) * GroupChoices.unit, rounds: rounds)
    var counting = GroupSearch(
      counted, countedPrices, from: search.best, unit: GroupChoices.unit, effort: effort - effort / 2)
    let isDone = counting.run(), most = served(counting.value)
    let best = most > served(search.value) ? counting.best : search.best
    let least = isDone ? most : min(bound, served(countedPrices.bound))
    return (best, least, least == most ? .most : .found)
  }

  /// Who learns what from whom in a group: for each need the best answer, of equal ones that of the lowest id.
  private func arcs(in group: [Int]) -> [Circle.Arc] {
    let members = group.map { organisations[$0] }
    return needs.filter { members.contains($0.learner) }.compactMap { sought in
      let answers = sought.answers.filter { $0.teacher != sought.learner && members.contains($0.teacher) }
      let best = answers.min { a, b in a.score != b.score ? b.score < a.score : a.teacher < b.teacher }
      return best.map {
        Circle.Arc(
          from: $0.teacher, to: sought.learner, practice: $0.practice, need: sought.need, score: $0.score)
      }
    }
  }
}

extension GroupChoices {
  /// What gives most first, as long as there are people.
  fileprivate var greedy: [Int] {
    var isTaken = [Bool](repeating: false, count: people), groups: [Int] = []
    for group in (0..<count).sorted(by: { (gains[$1], $0) < (gains[$0], $1) })
    where !self[group].contains(where: { isTaken[Int($0)] }) {
      groups.append(group)
      for person in self[group] { isTaken[Int(person)] = true }
    }
    return groups
  }
}
