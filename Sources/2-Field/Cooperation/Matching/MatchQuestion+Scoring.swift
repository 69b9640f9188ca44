extension MatchQuestion {
  /// The best answers, at most `count`, the best first; equal ones by the practice's id.
  package func best(_ count: Int) -> [Match] { rows(count).map(match(at:)) }

  /// Those of `best` that share a theme with the need or come near to one, with their scores alone.
  package func answers(_ count: Int) -> [TeachingArcs.Answer] {
    rows(count).filter { theme($0) > 0 }.map { row in
      TeachingArcs.Answer(
        index.organisations.values[Int(index.offers.organisations[row])], index.offers.ids[row],
        Circle.Score(shares.sum(of: parts(row))))
    }
  }

  /// The best answer of each of some organisations that shares a theme with the need or comes near to one.
  package func answers(among teachers: some Sequence<Organisation.ID>) -> [TeachingArcs.Answer] {
    let numbers = Set(teachers.compactMap { index.organisations[$0] })
    var best: [UInt32: TeachingArcs.Answer] = [:]
    for row in index.offers.organisations.indices {
      let teacher = index.offers.organisations[row]
      guard numbers.contains(teacher), teacher != own, theme(row) > 0 else { continue }
      let answer = TeachingArcs.Answer(
        index.organisations.values[Int(teacher)], index.offers.ids[row], Circle.Score(shares.sum(of: parts(row))))
      let isBetter = best[teacher].map { ($0.score, answer.practice) < (answer.score, $0.practice) } ?? true
      if isBetter { best[teacher] = answer }
    }
    return best.values.sorted { $0.teacher < $1.teacher }
  }

  /// How one practice answers; nil where it is not known, is the asker's own, or has nothing in common with the need.
  package func match(with practice: Practice.ID) -> Match? {
    guard let row = index.row(of: practice), answers(row) else { return nil }
    return match(at: row)
  }

  /// As in `match(with:)`, the score alone.
  package func score(of practice: Practice.ID) -> Double? {
    guard let row = index.row(of: practice), answers(row) else { return nil }
    return shares.sum(of: parts(row))
  }

  /// Rows with the same set of themes stand together, and those whose themes fit best come first: once the others could
  /// not reach the list even with everything else at its most, they are not looked at. Where that does not happen soon,
  /// the list is good enough to go through the rest in their own order, which memory likes better.
  private func rows(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var best = BestRows(count), seen = 0
    for (step, sets) in themes.groups.enumerated().reversed() {
      let bound = shares.themes * withTargets(ThemesAsked.most(of: step)) + shares.text * terms.most + most.beside
      guard best.mayTake(bound) else { break }
      if seen > index.offers.count / 64 {
        considerAll(upTo: step, &best)
        break
      }
      for set in sets {
        seen += index.rowsOfSet[set].count
        for row in index.rowsOfSet[set] { consider(Int(row), &best) }
      }
    }
    return best.entries.map(\.row)
  }

  /// A glance at its themes and words says of nearly every row that it cannot reach the list.
  private func considerAll(upTo step: Int, _ best: inout BestRows) {
    let sets = index.offers.themeSets, sums = terms.sums, scales = index.offers.scales
    // Sets that have been seen are out of reach of any list, even of one that is not full.
    let bounds = themes.scores.map { score in
      ThemesAsked.step(of: score) > step ? -.infinity : shares.themes * withTargets(score) + most.beside
    }
    for row in sets.indices {
      let words = sums[row], bound = bounds[Int(sets[row])]
      guard bound.isFinite else { continue }
      if best.mayTake(words == 0 ? bound : bound + shares.text * Double(words * scales[row])) { consider(row, &best) }
    }
  }

  /// Takes `row` among the best where it belongs there; what is cheap to know is added up first, and what memory likes
  /// least, its organisation, is looked up last.
  private func consider(_ row: Int, _ best: inout BestRows) {
    let about = shares.themes * theme(row) + shares.text * text(row)
    guard best.mayTake(about + most.beside) else { return }
    let land = shares.context * lands[Int(index.offers.lands[row])] + most.size
    let nearly = about + land + shares.languages * language(row) + shares.evidence * evidence(row)
    guard best.mayTake(nearly + most.ofOrganisation), answers(row),
      best.mayTake(nearly + ofOrganisation[Int(index.offers.organisations[row])])
    else { return }
    best.take(row, shares.sum(of: parts(row)), index.offers.ids[row])
  }

  private func answers(_ row: Int) -> Bool {
    index.offers.organisations[row] != own && (terms.sums[row] > 0 || theme(row) > 0)
  }
}

// The parts of a row, 0 to 1 each.
extension MatchQuestion {
  /// How much of what the themes leave open the targets can fill.
  private static var targetShare: Double { 0.3 }

  func parts(_ row: Int) -> PartScores {
    let organisation = index.offers.organisations[row]
    return PartScores(
      themes: theme(row), text: text(row), context: context(row), languages: language(row),
      reciprocity: reciprocity(row), capacity: circumstances.capacities[Int(organisation)],
      reach: circumstances.reaches[Int(organisation)], evidence: evidence(row))
  }

  private func theme(_ row: Int) -> Double {
    let score = themes.scores[Int(index.offers.themeSets[row])]
    if targets.isEmpty { return score }
    return score + (1 - score) * Self.targetShare * targets.score(index.offers.targets[row])
  }

  /// The most that a row with this score of themes gives once its targets are counted.
  private func withTargets(_ score: Double) -> Double {
    targets.isEmpty ? score : score + (1 - score) * Self.targetShare
  }

  private func text(_ row: Int) -> Double {
    let sum = terms.sums[row]
    return sum == 0 ? 0 : min(1, Double(sum * index.offers.scales[row]))
  }

  /// Half for the size: all of it at the same size, none at thirty times as many or as few people.
  private func context(_ row: Int) -> Double {
    let land = lands[Int(index.offers.lands[row])]
    let theirs = Double(index.offers.sizes[row])
    guard size >= 0, theirs >= 0 else { return land }
    return land + 0.5 * max(0, 1 - abs(size - theirs) / Self.largestRatio)
  }

  /// The natural logarithm of thirty.
  private static var largestRatio: Double { 3.401_197_381_662_155 }

  private func evidence(_ row: Int) -> Double { evidence[Int(index.offers.evidence[row])] }

  private func language(_ row: Int) -> Double { languages[Int(index.offers.languages[row])] }

  private func reciprocity(_ row: Int) -> Double {
    Double(teaching.best(for: index.offers.organisations[row]).score)
  }
}
