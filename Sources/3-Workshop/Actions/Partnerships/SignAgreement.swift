package import Cooperation
import SQL
import Storage

/// An owner of a party enters the agreement that its sides have signed.
package struct SignAgreement: Sendable {
  let id: Partnership.ID
  let agreement: Agreement
  let party: Organisation.ID?

  /// - Parameter party: who enters it; nil for whichever party the viewer owns.
  package init(_ id: Partnership.ID, _ agreement: Agreement, by party: Organisation.ID? = nil) {
    (self.id, self.agreement, self.party) = (id, agreement, party)
  }

  /// The same agreement entered twice is one. The party that enters it says so; the others are asked.
  ///
  /// - Throws: `Denial`; `Refused.ownersSign`; `Missing`; `NotYet`; `Partnership.Refusal`.
  package func run(on occasion: Occasion) throws {
    guard let known = try occasion.known({ session in try session.partnerships.find(id) }) else { throw Missing(id) }
    let party = try signing(known, occasion.viewer)
    if case .signed(agreement) = known.stage { return }
    try occasion.change { change in
      try NotYet.check(agreement.signed, at: change.now)
      let signed = try change.session.partnerships.require(id).signed(agreement)
      try change.session.partnerships.update(signed, at: change.now)
      try change.say(.claims, of: party, on: id)
      try change.record("sign-agreement", id.text, for: party, detail: "\(agreement.signed): \(signed.ownTitle)")
    }
  }

  private func signing(_ partnership: Partnership, _ viewer: Viewer) throws -> Organisation.ID {
    let parties = partnership.parties.speaking
    do {
      return try viewer.party(party, among: parties, as: .owner)
    } catch Denial.notYours where parties.contains(where: { viewer.roles[$0] != nil }) {
      throw Refused.ownersSign
    }
  }

  package enum Refused: Refusal {
    case ownersSign

    package var kind: RefusalKind { .forbidden }
    package var words: Phrase {
      Phrase("refusal.owners-sign", "Only an owner of the organisation signs for it. Ask one of them.")
    }
  }
}
