package import Cooperation

/// A partnership as a row of open data.
package struct PartnershipRow: Sendable {
  private let partnership: Partnership
  private let claim: Claim.State
  private let parties: [Organisation?]
  private let places: [Place]
  private let lastSign: Day?
  private let credit: Credit

  /// `organisations` and `places` are those of its parties; `lastSign` is the last day on which anything was told.
  package init(
    _ partnership: Partnership, claim: Claim.State, organisations: [Organisation.ID: Organisation],
    places: [Place.ID: Place], lastSign: Day?, credit: Credit
  ) {
    (self.partnership, self.claim, self.lastSign, self.credit) = (partnership, claim, lastSign, credit)
    parties = partnership.parties.all.map { organisations[$0.organisation] }
    self.places = parties.compactMap { $0?.place.flatMap { places[$0] } }
  }

  package static let columns =
    [Column("id", "Our identifier, never reused")] + Texts.titleColumns + [
      Column("form", "One of seven forms of cooperation"),
      Column("stage", "How far it has come: inferred, proposed, agreed, signed or ended"),
      Column("claim", "What its parties say: inferred, claimed, confirmed, disputed or silent"),
      Column("parties", "Identifiers of the organisations it joins"), Column("party_names", "Their names"),
      Column("party_roles", "Their roles"), Column("countries", "Their countries (ISO 3166-1)"),
      Column("places", "Where they sit"), Column("began", "When it began"), Column("signed", "When it was signed"),
      Column("term", "The last day that was agreed"), Column("ended", "When it ended"),
      Column("ending", "How: completed, lapsed or withdrawn"),
      Column("last_sign", "The last day on which anything was told of it"), Column("themes", "Municipal themes"),
      Column("targets", "Targets of the Sustainable Development Goals"),
      Column("parent", "Identifier of the programme that it is part of"),
    ] + Credit.columns

  package var row: Row {
    let topic = partnership.topic, all = partnership.parties.all
    var signed: Day?, term: Day?, ended: Day?, ending: String?
    switch partnership.stage {
    case .signed(let agreement): (signed, term) = (agreement.signed, agreement.endsOn)
    case .ended(let day, let why): (ended, ending) = (day, why.rawValue)
    case .inferred, .proposed, .agreed: break
    }
    let values: [Row.Value] =
      [.init(partnership.id.text)] + partnership.title.columns + [
        .init(partnership.form.rawValue), .init(partnership.stage.slug), .init(claim.rawValue),
        .init(all.map(\.organisation.text)), .init(parties.map { $0?.name.own ?? "" }),
        .init(all.map(\.role.rawValue)), .init(parties.map { $0?.country?.text ?? "" }), .init(places.map(\.name)),
        .init(partnership.began), .init(signed), .init(term), .init(ended), .init(ending), .init(lastSign),
        .init(topic.themes.sorted().map(\.text)), .init(topic.targets.sorted().map(\.description)),
        .init(partnership.parent?.text),
      ]
    return Row(values + credit.values, at: places.map(\.position))
  }
}
