package import Cooperation

/// An organisation as a row of open data.
package struct OrganisationRow: Sendable {
  private let organisation: Organisation
  private let place: Place?
  private let seeks: [Theme.ID]
  private let teaches: [Theme.ID]
  private let credit: Credit

  /// `seeks` and `teaches` are the themes of its published needs and practices.
  package init(
    _ organisation: Organisation, place: Place?, seeks: [Theme.ID], teaches: [Theme.ID], credit: Credit
  ) {
    (self.organisation, self.place, self.credit) = (organisation, place, credit)
    (self.seeks, self.teaches) = (seeks, teaches)
  }

  package static let columns =
    [Column("id", "Our identifier, never reused")] + Texts.titleColumns + [
      Column("acronym", "What it is usually called"), Column("kind", "One of nine kinds of actor"),
      Column("standing", "How it came here: inferred, claimed, verified or invented"),
      Column("country", "ISO 3166-1 code"), Column("place", "Where it sits"),
      Column("geonames", "Number of that place in GeoNames"), Column("latitude", "WGS 84"),
      Column("longitude", "WGS 84"), Column("population", "Inhabitants of that place"), Column("website", "Address"),
      Column("languages", "It works in (BCP 47)"), Column("seeks", "Themes it wants to learn about"),
      Column("teaches", "Themes it can share"), Column("iati", "Identifier in IATI"),
      Column("wikidata", "Item in Wikidata"), Column("national", "Number in a national register"),
    ] + Credit.columns

  package var row: Row {
    let numbered = place.map(\.id.number).flatMap { $0 > 0 ? $0 : nil }
    let values: [Row.Value] =
      [.init(organisation.id.text)] + organisation.name.columns + [
        .init(organisation.acronym), .init(organisation.kind.rawValue), .init(organisation.standing.rawValue),
        .init(organisation.country?.text), .init(place?.name), .init(numbered), .init(place?.position.latitude),
        .init(place?.position.longitude), .init(place?.population), .init(organisation.website),
        .init(organisation.languages.map(\.tag)), .init(seeks.map(\.text)), .init(teaches.map(\.text)),
        identifier(.iati), identifier(.wikidata), identifier(.national),
      ]
    return Row(values + credit.values, at: place.map { [$0.position] } ?? [])
  }

  private func identifier(_ scheme: Organisation.ExternalIdentifier.Scheme) -> Row.Value {
    .init(organisation.identifiers.first { $0.scheme == scheme }?.value)
  }
}
