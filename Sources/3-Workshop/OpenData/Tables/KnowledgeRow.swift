package import Cooperation

/// A need or a practice as a row of open data.
package struct KnowledgeRow: Sendable {
  private let id: String
  private let title: Texts
  private let texts: [Texts?]
  private let topic: Topic
  private let shelf: Shelf
  private let organisation: Organisation
  private let place: Place?
  private let credit: Credit

  /// `place` is where its organisation sits.
  package init(_ need: Need, of organisation: Organisation, place: Place?, credit: Credit) {
    (id, title, texts) = (need.id.text, need.title, [need.problem, need.tried, nil, nil, nil])
    (topic, shelf) = (need.topic, need.shelf)
    (self.organisation, self.place, self.credit) = (organisation, place, credit)
  }

  /// `place` is where its organisation sits.
  package init(_ practice: Practice, of organisation: Organisation, place: Place?, credit: Credit) {
    (id, title) = (practice.id.text, practice.title)
    texts = [nil, nil, practice.story, practice.results, practice.failures]
    (topic, shelf) = (practice.topic, practice.shelf)
    (self.organisation, self.place, self.credit) = (organisation, place, credit)
  }

  package static let columns =
    [Column("id", "Our identifier, never reused")] + Texts.titleColumns + [
      Column("problem", "Of a need: what the problem is"), Column("tried", "Of a need: what has been tried"),
      Column("story", "Of a practice: what was done"), Column("results", "Of a practice: what came of it"),
      Column("failures", "Of a practice: what did not work"),
      Column("organisation", "Identifier of the organisation whose it is"),
      Column("organisation_name", "Its name, in its own language"),
      Column("standing", "How that organisation came here: inferred, claimed, verified or invented"),
      Column("country", "ISO 3166-1 code"), Column("place", "Where it sits"), Column("latitude", "WGS 84"),
      Column("longitude", "WGS 84"), Column("population", "Inhabitants concerned"),
      Column("themes", "Municipal themes"),
      Column("targets", "Targets of the Sustainable Development Goals"),
      Column("languages", "In which it can be talked about (BCP 47)"),
      Column("published", "When it was published (UTC)"), Column("expires", "The last day on which it holds"),
    ] + Credit.columns

  package var row: Row {
    let values: [Row.Value] =
      [.init(id)] + title.columns + texts.map { .init($0?.own) } + [
        .init(organisation.id.text), .init(organisation.name.own), .init(organisation.standing.rawValue),
        .init((topic.context.country ?? organisation.country)?.text), .init(place?.name),
        .init(place?.position.latitude), .init(place?.position.longitude),
        .init(topic.context.population ?? place?.population), .init(topic.themes.sorted().map(\.text)),
        .init(topic.targets.sorted().map(\.description)), .init(topic.languages.map(\.tag)), .init(published),
        .init(shelf.expires),
      ]
    return Row(values + credit.values, at: place.map { [$0.position] } ?? [])
  }

  private var published: Instant? { if case .published(let moment) = shelf.stage { moment } else { nil } }
}
