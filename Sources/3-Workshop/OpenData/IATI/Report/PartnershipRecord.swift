package import Cooperation

/// Everything on record about one partnership that a report on it is made from.
package struct PartnershipRecord: Sendable {
  package var partnership: Partnership
  package var claim: Claim
  /// The parties, and whoever else gave money.
  package var organisations: [Organisation.ID: Organisation]
  /// Where they sit.
  package var places: [Place.ID: Place] = [:]
  package var outcomes: [Told] = []
  /// Periods of indicators that a party disputes: what came of them is not reported.
  package var disputed: Set<Indicator.Period.ID> = []
  package var contributions: [Contribution] = []
  /// The first day of which everyone may read in its log; nil where there is none.
  package var firstSign: Day?
  /// The address of its page, from `https` on; empty for none.
  package var page = ""
  /// When anything of it changed last.
  package var changed: Instant
  /// The identifier of the activity that this is a part of, as it is reported; empty for none.
  package var parent = ""

  package init(
    _ partnership: Partnership, claim: Claim, organisations: [Organisation.ID: Organisation], changed: Instant
  ) {
    (self.partnership, self.claim, self.organisations) = (partnership, claim, organisations)
    self.changed = changed
  }

  /// An outcome, and what is said of it.
  package struct Told: Sendable {
    package let outcome: Outcome
    package let state: Claim.State
    package init(_ outcome: Outcome, _ state: Claim.State) { (self.outcome, self.state) = (outcome, state) }
  }

  /// The party whose report it is: the first, leads before partners, that says it is so; nil where none has.
  package var reporter: Organisation.ID? {
    let parties = partnership.parties
    let leads = parties.all.filter { $0.role == .lead }.map(\.organisation)
    return (leads + parties.speaking).first { says($0) }
  }

  /// Whether that party says that it is so.
  package func says(_ party: Organisation.ID) -> Bool {
    claim.voices.contains { $0.organisation == party && $0.stance != .disputes }
  }
}
