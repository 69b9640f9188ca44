package import Cooperation
import SQL
import Storage

/// A party says of a partnership that it is so, or that it is not. Nobody's earlier word is lost.
package struct SpeakOfPartnership: Sendable {
  let id: Partnership.ID
  let party: Organisation.ID?
  let stance: Claim.Stance
  let reason: String

  /// - Parameters:
  ///   - party: whose word it is; nil for whichever party the viewer acts for.
  ///   - reason: why it disputes; empty otherwise.
  package init(
    _ id: Partnership.ID, by party: Organisation.ID? = nil, _ stance: Claim.Stance, because reason: String = ""
  ) {
    (self.id, self.party, self.stance, self.reason) = (id, party, stance, reason)
  }

  /// The same word said twice is one word, unless it is asked for again.
  ///
  /// - Throws: `Denial`; `Missing`; `Partnership.Refusal`; `Claim.Refusal`; `Refused.answerFirst`.
  package func run(on occasion: Occasion) throws {
    let known = try occasion.known { session in
      (try session.partnerships.require(id), try session.partnerships.claim(of: id))
    }
    guard let (partnership, claim) = known else { throw Missing(id) }
    let party = try occasion.viewer.party(party, among: claim.parties)
    if case .proposed(let proposer, _) = partnership.stage, party != proposer, stance != .disputes {
      throw Refused.answerFirst
    }
    let last = claim.voices.first { $0.organisation == party }
    if last?.stance == stance, last?.reason == reason, !claim.awaits(party) { return }
    try occasion.change { change in
      try change.say(stance, of: party, because: reason, on: id)
      try change.record(
        stance == .disputes ? "dispute-partnership" : "confirm-partnership", id.text, for: party,
        detail: partnership.ownTitle)
    }
  }

  package enum Refused: Refusal {
    case answerFirst

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      Phrase("refusal.answer-first", "This is a proposal. Accept it or decline it.")
    }
  }
}
