package import Cooperation
import SQL
import Storage

/// A party reports what came in a period, or corrects what it reported.
package struct ReportFigure: Sendable {
  let period: Indicator.Period
  let outcome: Outcome
  let party: Organisation.ID?

  /// - Parameters:
  ///   - period: as it is to be.
  ///   - outcome: as it was when this was based on it.
  package init(_ period: Indicator.Period, of outcome: Outcome, by party: Organisation.ID?) {
    (self.period, self.outcome, self.party) = (period, outcome, party)
  }

  /// Who reports the figure that stands confirms it.
  ///
  /// - Throws: `Denial`; `Missing`; `Stale`; `Indicator.Refusal`; `ResultRefused`; `Claim.Refusal`.
  package func run(on occasion: Occasion) throws -> Outcome {
    let known = try occasion.database.read { session in try session.outcomes.require(outcome.id) }
    let speaker = try occasion.speaker(on: known, as: party)
    guard let indicator = outcome.indicator(of: period.id) else { throw Missing(period.id) }
    let wanted = outcome.with(indicator.with(period))
    if known.says(what: wanted), try said(by: speaker, occasion) || !period.isReported { return known }
    try wanted.stands(on: occasion.now.day)
    return try occasion.change { change in
      var kept = known
      if known.says(what: wanted) {
        let claim = try change.session.outcomes.claims(of: known.partnership)[period.id]
        let stance: Claim.Stance = claim.voices.contains { $0.stance != .disputes } ? .confirms : .claims
        try change.session.outcomes.hear(try change.word(stance, of: speaker, on: claim), on: period.id)
      } else {
        kept = try change.keep(wanted, by: speaker)
      }
      let figure = indicator.figure(of: period).value
      try change.record("report-figure", period.id.text, for: speaker.party, detail: String(figure.prefix(200)))
      return kept
    }
  }

  /// Whether the party stands behind the figure already.
  private func said(by speaker: Speaker, _ occasion: Occasion) throws -> Bool {
    try occasion.database.read { session in
      try session.outcomes.claims(of: outcome.partnership)[period.id].voices.contains {
        $0.organisation == speaker.party && $0.stance != .disputes
      }
    }
  }
}

extension Change {
  /// A party's word on a claim, by the rules of who may say what, and never by one person for both sides.
  func word(
    _ stance: Claim.Stance, of speaker: Speaker, on claim: Claim, because reason: String = "", counter: Amount? = nil
  ) throws -> Claim.Voice {
    if stance == .confirms,
      claim.voices.contains(where: { voice in
        voice.person == speaker.person && voice.organisation != speaker.party
      })
    {
      throw ResultRefused.ownWord
    }
    let voice = try claim.hearing(stance, of: speaker.party, because: reason, by: speaker.person, at: now)
    return word(voice.stance, of: speaker, because: voice.reason, counter: counter)
  }
}
