extension MatchQuestion {
  /// The match with the practice in `row`, its reasons by what they give; of equal ones in the order of the parts.
  func match(at row: Int) -> Match {
    let parts = parts(row)
    let organisation = index.offers.organisations[row]
    let facts = [
      themesFact(row), textFact(row), contextFact(row), languagesFact(row), reciprocityFact(row),
      .capacity(circumstances.capacity(of: organisation)), .reach(circumstances.reach(of: organisation)),
      .evidence(index.evidence.values[Int(index.offers.evidence[row])]),
    ]
    let reasons = zip(Match.Part.allCases, facts).filter { shares[$0.0] > 0 }.sorted { a, b in
      (shares[b.0] * parts[b.0], a.0.place) < (shares[a.0] * parts[a.0], b.0.place)
    }
    return Match(
      organisation: index.organisations.values[Int(organisation)], practice: index.offers.ids[row],
      score: shares.sum(of: parts), reasons: reasons.map { Match.Reason(score: parts[$0.0], fact: $0.1) })
  }

  private func themesFact(_ row: Int) -> Match.Fact {
    let theirs = index.themes(of: row)
    let shared = theirs & themes.same
    let near = themes.steps.compactMap { step -> Match.Themes.Near? in
      guard let nearness = step.reach.nearness(of: theirs), nearness != .same else { return nil }
      let met = theirs & (nearness == .around ? step.reach.around : step.reach.near)
      guard let other = index.tree.themes(in: met).first else { return nil }
      return Match.Themes.Near(yours: index.tree.ids[step.theme], theirs: other, nearness: nearness)
    }
    let rarest = shared.places.map { index.themeCounts[$0] }.min()
    return .themes(
      Match.Themes(
        shared: index.tree.themes(in: shared), near: near.sorted { $1.nearness.score < $0.nearness.score },
        targets: index.offers.targets[row].shared(with: targets.bits).numbers.map { index.targets[$0] },
        isRare: rarest.map { $0 * 20 <= index.count } ?? false))
  }

  /// The words that give most. Words that only led to a shared theme are not said beside it.
  private func textFact(_ row: Int) -> Match.Fact {
    let shared = terms.steps.map {
      (entry: $0.entry, weight: $0.weight * index.words.weight(of: $0.entry.term, in: row))
    }
    .filter { $0.weight > 0 }
    .sorted { ($1.weight, $0.entry.term) < ($0.weight, $1.entry.term) }
    return .text(
      shared.prefix(3).map { step in
        switch step.entry.term {
        case .stem: .word(step.entry.shown)
        case .theme(let id): .theme(id)
        }
      })
  }

  private func contextFact(_ row: Int) -> Match.Fact {
    let theirs = index.lands.values[Int(index.offers.lands[row])], yours = matter.setting.land
    let population = Int(index.offers.populations[row])
    var isSameIncome: Bool?
    if let mine = yours?.income, let other = theirs?.income { isSameIncome = mine == other }
    var land: Match.Context.Land?
    if let theirs, let yours { land = Match.Context.Land(theirs, yours) }
    return .context(
      Match.Context(
        theirs: population > 0 ? population : nil, yours: matter.setting.population, isSameIncome: isSameIncome,
        land: land))
  }

  private func languagesFact(_ row: Int) -> Match.Fact {
    let theirs = index.languages.values[Int(index.offers.languages[row])], yours = matter.languages
    guard let mine = yours.first, let other = theirs.first else { return .languages(.unknown) }
    guard let shared = SharedLanguage(yours, theirs) else { return .languages(.apart(yours: mine, theirs: other)) }
    return .languages(.shared(shared.language, isFirst: shared.score == 1))
  }

  private func reciprocityFact(_ row: Int) -> Match.Fact {
    if teaching.themes == 0 { return .reciprocity(.nothingToTeach) }
    let best = teaching.best(for: index.offers.organisations[row])
    if best.need < 0 { return .reciprocity(.seeksNothing) }
    if best.score == 0 { return .reciprocity(.seeksOther) }
    let need = index.needs[Int(best.need)]
    let met = need.themes.places.map { (theme: $0, nearness: index.tree[$0].nearness(of: teaching.themes)) }
    let nearest = met.compactMap(\.nearness).min { $1.score < $0.score } ?? .same
    return .reciprocity(
      .teaches(
        need: need.id, themes: met.filter { $0.nearness == nearest }.map { index.tree.ids[$0.theme] },
        nearness: nearest))
  }
}
