package import Cooperation
import SQL
import Storage

/// A party confirms a figure that another reported, or disputes it with a reason and what it says instead.
package struct SpeakOnFigure: Sendable {
  let period: Indicator.Period.ID
  let stance: Claim.Stance
  let reason: String
  let counter: Amount?
  let party: Organisation.ID?
  let revision: Int?

  /// - Parameters:
  ///   - counter: what the party says instead; nil where it gives no figure.
  ///   - revision: of the result, as it was read; nil for whatever it is.
  package init(
    _ stance: Claim.Stance, on period: Indicator.Period.ID, because reason: String = "", counter: Amount? = nil,
    by party: Organisation.ID?, of revision: Int?
  ) {
    (self.stance, self.period, self.reason, self.counter) = (stance, period, reason, counter)
    (self.party, self.revision) = (party, revision)
  }

  /// The word is on the figure as it stands. The same word said again is one.
  ///
  /// - Throws: `Denial`; `Missing`; `Stale`; `ResultRefused`; `Claim.Refusal`.
  package func run(on occasion: Occasion) throws -> Outcome {
    let known = try occasion.database.read { session in try session.outcomes.require(of: period) }
    let speaker = try occasion.speaker(on: known, as: party)
    if try has(said: speaker, known, occasion) { return known }
    return try occasion.change { change in
      let outcome = try change.session.outcomes.require(of: period)
      if let revision, revision != outcome.revision { throw Stale(outcome.id) }
      guard let indicator = outcome.indicator(of: period), let told = indicator.period(period) else {
        throw Missing(period)
      }
      guard told.isReported else { throw ResultRefused.notReported }
      let figure = indicator.figure(of: told)
      if counter != nil, indicator.measure == .qualitative { throw ResultRefused.noCounter }
      if let counter, figure.says(counter.description) { throw ResultRefused.sameFigure }
      let claim = try change.session.outcomes.claims(of: outcome.partnership)[period]
      let word = try change.word(stance, of: speaker, on: claim, because: reason, counter: counter)
      try change.session.outcomes.hear(word, on: period)
      let detail = [figure.value, reason].filter { !$0.isEmpty }.joined(separator: ": ")
      let verb: Audit.Verb = stance == .disputes ? "dispute-figure" : "confirm-figure"
      try change.record(verb, period.text, for: speaker.party, detail: String(detail.prefix(500)))
      return outcome
    }
  }

  /// Whether the party's word, as it stands, is this one already.
  private func has(said speaker: Speaker, _ known: Outcome, _ occasion: Occasion) throws -> Bool {
    let claim = try occasion.database.read { session in
      try session.outcomes.claims(of: known.partnership)[period]
    }
    guard let own = claim.voices.first(where: { $0.organisation == speaker.party }) else { return false }
    if stance == .disputes { return own.stance == .disputes && own.reason == reason && own.counter == counter }
    return own.stance != .disputes
  }
}
