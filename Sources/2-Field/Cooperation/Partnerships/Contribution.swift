/// Money, or what is worth money, that went or should go into a partnership.
package struct Contribution: Identifiable, Sendable, Equatable, Named {
  package static let kind = "con"
  package typealias ID = Identifier<Contribution>

  package let id: ID
  package let partnership: Partnership.ID
  package let kind: Kind
  /// Who gives it; nil where the source does not say.
  package let organisation: Organisation.ID?
  /// Negative is a refund.
  package let money: Money
  package let day: Day
  /// The last day of the time it is for; nil for a payment.
  package let until: Day?
  package let note: String

  package init(
    id: ID, partnership: Partnership.ID, kind: Kind, organisation: Organisation.ID?, money: Money, day: Day,
    until: Day? = nil, note: String = ""
  ) {
    (self.id, self.partnership, self.kind, self.organisation) = (id, partnership, kind, organisation)
    (self.money, self.day, self.until, self.note) = (money, day, until, note)
  }

  package enum Kind: String, Sendable, CaseIterable {
    case budget, commitment, disbursement, expenditure
    case inKind = "in-kind"
  }
}
