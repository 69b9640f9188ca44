package import Cooperation
import SQL
import Storage

/// A party tells what came of a partnership, with how one can see it where it says so.
package struct AddResult: Sendable {
  let outcome: Outcome
  let party: Organisation.ID?

  /// - Parameters:
  ///   - outcome: with an identifier of its own, so that the same form sent twice adds it once.
  ///   - party: who tells it; nil for the only one that whoever acts may speak for.
  package init(_ outcome: Outcome, by party: Organisation.ID?) { (self.outcome, self.party) = (outcome, party) }

  /// What the party reports with it, it claims.
  ///
  /// - Throws: `Denial`; `Missing`; `Indicator.Refusal`; `ResultRefused`; `Occupied`; `Stale` where it was added before
  ///   and says something else.
  package func run(on occasion: Occasion) throws -> Outcome {
    let partnership = try occasion.database.read { session in
      try session.partnerships.require(outcome.partnership)
    }
    let speaker = try occasion.viewer.speaker(for: partnership, as: party)
    return try occasion.once(known) { change in
      try partnership.mayHaveResults()
      try outcome.stands(on: change.now.day)
      var added = outcome
      added.revision = 1
      try occupying(added.id) { try change.session.outcomes.insert(added, at: change.now) }
      try change.session.outcomes.hear(change.word(.claims, of: speaker), on: added.id)
      for period in added.indicators.flatMap(\.periods) where period.isReported {
        try change.session.outcomes.hear(change.word(.claims, of: speaker), on: period.id)
      }
      try change.record("add-result", added.id.text, for: speaker.party, detail: added.ownTitle)
      return added
    }
  }

  /// What was told under its identifier before; nil for nothing.
  private func known(in session: any Session) throws -> Outcome? {
    guard let known = try session.outcomes.find(outcome.id) else { return nil }
    guard known.partnership == outcome.partnership else { throw Occupied(known.id) }
    guard known.says(what: outcome) else { throw Stale(known.id) }
    return known
  }
}

extension Change {
  func word(
    _ stance: Claim.Stance, of speaker: Speaker, because reason: String = "", counter: Amount? = nil
  ) -> Claim.Voice {
    Claim.Voice(
      organisation: speaker.party, stance: stance, reason: reason, person: speaker.person, at: now, counter: counter)
  }
}

/// Keeps something whose parts bring their own names with them.
///
/// - Throws: `Occupied` where one of them names something else already.
func occupying<Result>(_ id: Outcome.ID, _ keep: () throws -> Result) throws -> Result {
  do {
    return try keep()
  } catch let error as DatabaseError where error.reason == .duplicate {
    throw Occupied(id)
  }
}
