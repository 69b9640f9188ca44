package import Cooperation
import SQL
import Storage

/// A party corrects what a result says, or adds to it: words, indicators, periods.
package struct CorrectResult: Sendable {
  let outcome: Outcome
  let party: Organisation.ID?

  /// - Parameter outcome: as it is to be, with the revision that this was based on.
  package init(to outcome: Outcome, by party: Organisation.ID?) { (self.outcome, self.party) = (outcome, party) }

  /// A figure that says something else afterwards has to be confirmed anew: earlier words stay, and count no longer.
  ///
  /// - Throws: `Denial`; `Missing`; `Stale`; `Indicator.Refusal`; `ResultRefused`; `Claim.Refusal.theirs` where only
  ///   another party stands behind a figure that would change.
  package func run(on occasion: Occasion) throws -> Outcome {
    let known = try occasion.database.read { session in try session.outcomes.require(outcome.id) }
    let speaker = try occasion.speaker(on: known, as: party)
    if known.says(what: outcome) { return known }
    try outcome.stands(on: occasion.now.day)
    return try occasion.change { change in
      let kept = try change.keep(outcome, by: speaker)
      try change.record("correct-result", kept.id.text, for: speaker.party, detail: kept.ownTitle)
      return kept
    }
  }
}

extension Occasion {
  func speaker(on outcome: Outcome, as party: Organisation.ID?) throws -> Speaker {
    let partnership = try database.read { session in try session.partnerships.require(outcome.partnership) }
    return try viewer.speaker(for: partnership, as: party)
  }
}

extension Change {
  /// Keeps an outcome, and what `speaker` says of each of its figures that has become another.
  func keep(_ outcome: Outcome, by speaker: Speaker) throws -> Outcome {
    let known = try session.outcomes.require(outcome.id)
    guard known.partnership == outcome.partnership else { throw Missing(outcome.id) }
    let claims = try session.outcomes.claims(of: known.partnership)
    var words: [(Indicator.Period.ID, Claim.Voice)] = []
    for indicator in outcome.indicators {
      for period in indicator.periods {
        let now = indicator.figure(of: period), claim = claims[period.id]
        let before = known.indicator(of: period.id).flatMap { earlier in
          earlier.period(period.id).map { earlier.figure(of: $0) }
        }
        if let before, before.isSame(as: now) { continue }
        if before != nil { try claim.lets(speaker.party) }
        guard period.isReported else { continue }
        let own = claim.voices.first { $0.organisation == speaker.party }
        if let own, let before, before.says(now.value), own.stance == .disputes {
          // Only what is counted was put otherwise: who disputed the figure still does.
          words.append((period.id, word(.disputes, of: speaker, because: own.reason, counter: own.counter)))
        } else {
          words.append((period.id, word(.claims, of: speaker)))
        }
      }
    }
    let kept = try occupying(outcome.id) { try session.outcomes.update(outcome, at: now) }
    for (period, word) in words { try session.outcomes.hear(word, on: period) }
    return kept
  }
}
