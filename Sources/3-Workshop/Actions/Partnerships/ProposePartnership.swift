package import Cooperation
import SQL
import Storage

/// An organisation proposes to others to work together; they can accept or decline.
package struct ProposePartnership: Sendable {
  let proposal: Partnership
  let party: Organisation.ID

  /// - Parameters:
  ///   - proposal: what is proposed, with an identifier of its own, so that the same form sent twice proposes it once;
  ///     its stage does not matter.
  ///   - party: who proposes it.
  package init(_ proposal: Partnership, by party: Organisation.ID) { (self.proposal, self.party) = (proposal, party) }

  /// - Throws: `Denial`; `Missing` for a party that is not on record; `Partnership.Refusal`; `Refused.twinned`;
  ///   `Occupied`; `Stale` where it was proposed before and says something else.
  package func run(on occasion: Occasion) throws -> Partnership {
    try occasion.viewer.require(.editor, for: party)
    _ = try occasion.viewer.person()
    return try occasion.once(known) { change in
      let wanted = proposal.parties.all.map(\.organisation)
      let known = Set(try change.session.organisations.find(wanted).map(\.id))
      if let unknown = wanted.first(where: { !known.contains($0) }) { throw Missing(unknown) }
      try refuseTwin(in: change.session)
      var added = try Partnership.proposed(
        proposal.id, title: proposal.title, form: proposal.form, parties: proposal.parties, by: party,
        on: change.now.day)
      (added.about, added.topic, added.began) = (proposal.about, proposal.topic, proposal.began)
      try change.session.partnerships.insert(added, at: change.now)
      try change.say(.claims, of: party, on: added.id)
      try change.record("propose-partnership", added.id.text, for: party, detail: added.ownTitle)
      return added
    }
  }

  /// What was proposed under its identifier before; nil for nothing.
  private func known(in session: any Session) throws -> Partnership? {
    guard let known = try session.partnerships.find(proposal.id) else { return nil }
    guard known.parties.contains(party) else { throw Occupied(known.id) }
    guard known.says(what: proposal) else { throw Stale(known.id) }
    return known
  }

  /// Two cities are twins or they are not: a second twinning of the same two would be the same fact twice.
  private func refuseTwin(in session: any Session) throws {
    let parties = proposal.parties.all.map(\.organisation)
    guard proposal.form == .twinning, parties.count == 2 else { return }
    for id in try session.partnerships.between(parties[0], parties[1], .twinning) {
      guard let twin = try session.partnerships.find(id), twin.parties.all.count == 2 else { continue }
      if case .ended = twin.stage { continue }
      throw Refused.twinned(id)
    }
  }

  package enum Refused: Refusal, Equatable {
    case twinned(Partnership.ID)

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      switch self {
      case .twinned(let id):
        Phrase(
          "refusal.twinned", "These two have a twinning on record already: {id}. Confirm it there.", ["id": id.text])
      }
    }
  }
}

extension Partnership {
  fileprivate func says(what other: Partnership) -> Bool {
    title == other.title && about == other.about && form == other.form && parties == other.parties
      && topic == other.topic && began == other.began
  }
}

/// A party accepts what another has proposed.
package struct AcceptPartnership: Sendable {
  let id: Partnership.ID
  let party: Organisation.ID?

  /// - Parameter party: who accepts; nil for whichever party the viewer acts for.
  package init(_ id: Partnership.ID, by party: Organisation.ID? = nil) { (self.id, self.party) = (id, party) }

  /// Accepting twice is accepting once.
  ///
  /// - Throws: `Denial`; `Missing`; `Partnership.Refusal`.
  package func run(on occasion: Occasion) throws {
    let known = try occasion.known { session in
      (try session.partnerships.require(id), try session.partnerships.claim(of: id))
    }
    guard let (partnership, claim) = known else { throw Missing(id) }
    let party = try accepting(partnership, occasion.viewer)
    if case .agreed = partnership.stage, !claim.awaits(party) { return }
    try occasion.change { change in
      let agreed = try change.session.partnerships.require(id).agreed(by: party, on: change.now.day)
      try change.session.partnerships.update(agreed, at: change.now)
      try change.say(claim.voices.isEmpty ? .claims : .confirms, of: party, on: id)
      try change.record("accept-partnership", id.text, for: party, detail: agreed.ownTitle)
    }
  }

  private func accepting(_ partnership: Partnership, _ viewer: Viewer) throws -> Organisation.ID {
    var parties = partnership.parties.speaking
    if party == nil, case .proposed(let proposer, _) = partnership.stage {
      // Whoever acts for both sides answers for the other.
      parties.sort { $0 != proposer && $1 == proposer }
    }
    return try viewer.party(party, among: parties)
  }
}
