/// What two or more organisations say about one fact: nobody's word counts for both.
package struct Claim: Sendable, Equatable {
  /// Those whom the fact is about, in their order.
  package let parties: [Organisation.ID]
  /// What each has said, the latest word of each; those who have said nothing are missing.
  package let voices: [Voice]
  /// Whether the fact came from an imported file before anyone spoke.
  package let isImported: Bool

  package init(among parties: [Organisation.ID], voices: [Voice], isImported: Bool) {
    (self.parties, self.isImported) = (parties, isImported)
    var latest: [Organisation.ID: Voice] = [:]
    for voice in voices where parties.contains(voice.organisation) {
      if let known = latest[voice.organisation], known.at > voice.at { continue }
      latest[voice.organisation] = voice
    }
    self.voices = parties.compactMap { latest[$0] }
  }

  /// How the fact stands, told from what has been said.
  package enum State: String, Sendable, CaseIterable {
    /// From an imported file; no party has said anything.
    case inferred
    /// At least one party says so; another has not answered.
    case claimed
    /// Every party says so.
    case confirmed
    /// A party says that it is not so.
    case disputed
    /// On record here, and no party has said anything.
    case silent
  }

  package var state: State {
    if voices.contains(where: { $0.stance == .disputes }) { return .disputed }
    if voices.isEmpty { return isImported ? .inferred : .silent }
    return voices.count == parties.count && parties.count > 1 ? .confirmed : .claimed
  }

  /// Those who have not answered yet, in their order.
  package var silent: [Organisation.ID] { parties.filter { party in !voices.contains { $0.organisation == party } } }

  /// This claim once `organisation` has spoken.
  ///
  /// - Throws: `.notAParty`; `.nothingToConfirm` where no other party claims it and no import says it;
  ///   `.ownClaim` where a party disputes what it alone claims; `.reasonMissing` for a dispute without one.
  package func hearing(
    _ stance: Stance, of organisation: Organisation.ID, because reason: String = "", by person: Person.ID,
    at now: Instant
  ) throws(Refusal) -> Voice {
    guard parties.contains(organisation) else { throw .notAParty }
    let others = voices.filter { $0.organisation != organisation && $0.stance != .disputes }
    let own = voices.first { $0.organisation == organisation }
    switch stance {
    case .claims: break
    case .confirms: if others.isEmpty && !isImported { throw .nothingToConfirm }
    case .disputes:
      if others.isEmpty && !isImported && own?.stance == .claims { throw .ownClaim }
      if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
    }
    return Voice(organisation: organisation, stance: stance, reason: reason, person: person, at: now)
  }

  /// What a party can say.
  package enum Stance: String, Sendable, CaseIterable { case claims, confirms, disputes }

  /// One party's word on a fact.
  package struct Voice: Sendable, Equatable {
    package let organisation: Organisation.ID
    package let stance: Stance
    /// Why it disputes; empty otherwise.
    package let reason: String
    package let person: Person.ID
    package let at: Instant
    /// The figure that was spoken of, as it stood; nil for a word on anything else.
    package let figure: Figure?
    /// What a party that disputes a figure says instead; nil where it gives none.
    package let counter: Amount?

    package init(
      organisation: Organisation.ID, stance: Stance, reason: String, person: Person.ID, at: Instant,
      on figure: Figure? = nil, counter: Amount? = nil
    ) {
      (self.organisation, self.stance, self.reason) = (organisation, stance, reason)
      (self.person, self.at, self.figure, self.counter) = (person, at, figure, counter)
    }
  }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case notAParty, nothingToConfirm, ownClaim, reasonMissing, theirs

    package var kind: RefusalKind {
      switch self {
      case .notAParty: .forbidden
      case .nothingToConfirm, .ownClaim, .theirs: .conflict
      case .reasonMissing: .invalid
      }
    }

    package var words: Phrase {
      switch self {
      case .notAParty: Phrase("refusal.not-a-party", "Only a party to it can say so.")
      case .nothingToConfirm:
        Phrase("refusal.nothing-to-confirm", "There is nothing to confirm: no other party has said so.")
      case .ownClaim: Phrase("refusal.own-claim", "You cannot dispute what you alone claim. Change it instead.")
      case .reasonMissing:
        Phrase("refusal.reason-missing", "A dispute needs a reason, so that the other side can answer.")
      case .theirs:
        Phrase(
          "refusal.theirs", "Another party stands behind this. Say that it is not so, why, and what you say instead.")
      }
    }
  }
}
