extension Partnership {
  /// The one thing that a partnership asks next of someone who acts for some of its parties.
  package enum Errand: Sendable, Equatable {
    /// To answer what another party proposes.
    case accept(Organisation.ID)
    /// To wait for those who have not answered a proposal.
    case wait([Organisation.ID])
    /// To say whether it is so: others or a list say it, and this party has not spoken since.
    case confirm(Organisation.ID)
    /// To talk to those who dispute it.
    case settle([Organisation.ID])
    /// To enter the signed agreement.
    case sign(Organisation.ID)
    /// To ask an owner of the organisation to sign.
    case askToSign(Organisation.ID)
    /// The agreed term ends soon or is over: to sign anew or to end it.
    case renew(Organisation.ID)
    /// To write down what has happened.
    case log(Organisation.ID)
    /// To learn from each other by a method.
    case exchange(Organisation.ID)
    /// It has ended; there is nothing to do.
    case nothing
  }

  /// How many months may pass without a line in the log, and how many days before a term ends it is looked at.
  private static let quietMonths = 6, daysBeforeTerm = 90

  /// What it asks next of `viewer`; nil for those who act for none of its parties.
  ///
  /// - Parameters:
  ///   - claim: what its parties say of it.
  ///   - latest: the last day that its log tells of; nil where the log is empty.
  package func errand(of viewer: Viewer, claim: Claim, latest: Day?, on day: Day) -> Errand? {
    let own = parties.all.map(\.organisation).filter { (viewer.roles[$0] ?? .reader) >= .editor }
    guard let first = own.first else { return nil }
    switch stage {
    case .ended: return .nothing
    case .proposed(let proposer, _):
      if let asked = own.first(where: { $0 != proposer && parties.speaking.contains($0) }) { return .accept(asked) }
      return .wait(parties.speaking.filter { $0 != proposer })
    case .inferred, .agreed, .signed: break
    }
    if let asked = own.first(where: { claim.awaits($0) }) { return .confirm(asked) }
    let disputing = claim.voices.filter { $0.stance == .disputes }.map(\.organisation)
    if !disputing.isEmpty { return .settle(disputing) }
    let speaking = own.first { parties.speaking.contains($0) }
    if let speaking, let errand = signing(speaking, viewer, on: day) { return errand }
    if let latest, latest.adding(months: Self.quietMonths) >= day { return .exchange(first) }
    return .log(first)
  }

  private func signing(_ party: Organisation.ID, _ viewer: Viewer, on day: Day) -> Errand? {
    if case .signed(let agreement) = stage {
      guard let end = agreement.endsOn, end <= day.adding(days: Self.daysBeforeTerm) else { return nil }
      return .renew(party)
    }
    return viewer.may(.owner, for: party) ? .sign(party) : .askToSign(party)
  }
}

extension Claim {
  /// Whether `party` is asked for its word: it has not spoken, or another has claimed something since it did.
  package func awaits(_ party: Organisation.ID) -> Bool {
    guard parties.contains(party) else { return false }
    guard let own = voices.first(where: { $0.organisation == party }) else { return true }
    return own.stance != .disputes
      && voices.contains { $0.stance == .claims && $0.at > own.at && $0.organisation != party }
  }
}
