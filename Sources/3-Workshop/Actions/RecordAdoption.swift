package import Cooperation
import SQL
import Storage

/// An organisation tells how it took up another's practice, or tells it anew. It claims it; the author is asked.
package struct RecordAdoption: Sendable {
  let adoption: Adoption

  /// - Parameter adoption: as it is to be, with the revision that this was based on.
  package init(_ adoption: Adoption) { self.adoption = adoption }

  /// The same told twice is told once.
  ///
  /// - Throws: `Denial`; `Missing`; `Stale`; `Occupied`; `Adoption.Refusal`.
  package func run(on occasion: Occasion) throws -> Adoption {
    let account = try occasion.viewer.person()
    try occasion.viewer.require(.editor, for: adoption.organisation)
    return try occasion.once({ session in try same(in: session, for: occasion.viewer) }) { change in
      try check(in: change.session, for: change.viewer)
      var kept = adoption
      if try told(in: change.session) == nil {
        guard try change.session.adoptions.find(adoption.id) == nil else { throw Occupied(adoption.id) }
        kept.revision = 1
        try change.session.adoptions.insert(kept, at: change.now)
      } else {
        kept = try change.session.adoptions.update(adoption, at: change.now)
      }
      let speaker = Speaker(party: adoption.organisation, person: account.person)
      try change.speak(.claims, of: speaker, on: kept)
      try change.record("tell-adoption", kept.id.text, for: kept.organisation, detail: kept.practice.text)
      return kept
    }
  }

  private func told(in session: any Session) throws -> Adoption? {
    try session.adoptions.of(adoption.practice, by: adoption.organisation)
  }

  /// What was told before, where it says the same; nil where there is something to be told.
  private func same(in session: any Session, for viewer: Viewer) throws -> Adoption? {
    _ = try session.practices.require(adoption.practice, for: viewer)
    guard let known = try told(in: session) else { return nil }
    guard known.id == adoption.id else { throw Adoption.Refusal.told }
    return known.says(what: adoption) ? known : nil
  }

  private func check(in session: any Session, for viewer: Viewer) throws {
    let practice = try session.practices.require(adoption.practice, for: viewer)
    guard practice.shelf.isPublished else { throw Adoption.Refusal.notPublished }
    try adoption.stands(on: practice, from: try session.adoptions.ancestors(of: practice.id))
    guard let toldAs = adoption.toldAs else { return }
    guard try session.practices.find(toldAs, for: viewer)?.organisation == adoption.organisation,
      try session.adoptions.told(as: toldAs).map({ $0 == adoption.id }) ?? true
    else { throw Adoption.Refusal.notYours }
  }
}

/// Whoever a practice was taken from, or whoever took it up, says that what is told of that is so, or that it is not.
package struct SpeakOfAdoption: Sendable {
  let id: Adoption.ID
  let party: Organisation.ID?
  let stance: Claim.Stance
  let reason: String

  /// - Parameters:
  ///   - party: whose word it is; nil for whichever of the two the viewer acts for.
  ///   - reason: why it disputes; empty otherwise.
  package init(
    _ id: Adoption.ID, by party: Organisation.ID? = nil, _ stance: Claim.Stance, because reason: String = ""
  ) {
    (self.id, self.party, self.stance, self.reason) = (id, party, stance, reason)
  }

  /// The same word said twice is one word, unless it is asked for again.
  ///
  /// - Throws: `Denial`; `Missing`; `Claim.Refusal`; `ResultRefused.ownWord`.
  package func run(on occasion: Occasion) throws -> Adoption {
    let account = try occasion.viewer.person()
    let (adoption, claim) = try occasion.database.read { session in
      let adoption = try session.adoptions.require(id)
      _ = try session.practices.require(adoption.practice, for: occasion.viewer)
      guard let claim = try session.adoptions.claims(of: [adoption])[id] else { throw Missing(id) }
      return (adoption, claim)
    }
    let own = claim.parties.filter { occasion.viewer.speaks(for: $0) }
    // Whoever speaks for both means the one that is asked.
    let asked = own.first { claim.awaits($0) } ?? own.first
    guard let speaking = party.map({ wanted in own.first { $0 == wanted } }) ?? asked else { throw Denial.notYours }
    // Only whoever took it up claims; what the author says is an answer, never one person's for both sides.
    let stance = self.stance == .claims && speaking != adoption.organisation ? .confirms : self.stance
    let last = claim.voices.first { $0.organisation == speaking }
    if last?.stance == stance, last?.reason == reason, !claim.awaits(speaking) { return adoption }
    try occasion.change { change in
      let speaker = Speaker(party: speaking, person: account.person)
      try change.speak(stance, of: speaker, because: reason, on: adoption)
      let verb: Audit.Verb = stance == .disputes ? "dispute-adoption" : "confirm-adoption"
      try change.record(verb, id.text, for: speaking, detail: adoption.practice.text)
    }
    return adoption
  }
}

extension Change {
  /// Keeps a party's word on an adoption, never one person's for both sides.
  fileprivate func speak(
    _ stance: Claim.Stance, of speaker: Speaker, because reason: String = "", on adoption: Adoption
  ) throws {
    guard let claim = try session.adoptions.claims(of: [adoption])[adoption.id] else { throw Missing(adoption.id) }
    try session.adoptions.hear(
      try word(stance, of: speaker, on: claim, because: reason), on: adoption.id)
  }
}
