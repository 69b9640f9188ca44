package import Cooperation
import Reference

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
  private let details: [Row.Value]

  /// `place` is where its organisation sits.
  package init(_ need: Need, of organisation: Organisation, place: Place?, credit: Credit) {
    (id, title, texts) = (need.id.text, need.title, [need.problem, need.tried, nil, nil, nil])
    (topic, shelf, details) = (need.topic, need.shelf, need.wish.values)
    (self.organisation, self.place, self.credit) = (organisation, place, credit)
  }

  /// `place` is where its organisation sits.
  package init(_ practice: Practice, of organisation: Organisation, place: Place?, credit: Credit) {
    (id, title) = (practice.id.text, practice.title)
    texts = [practice.problem, nil, practice.story, practice.results, practice.failures]
    (topic, shelf, details) = (practice.topic, practice.shelf, practice.values)
    (self.organisation, self.place, self.credit) = (organisation, place, credit)
  }

  package static let columns =
    [Column("id", "Our identifier, never reused")] + Texts.titleColumns + [
      Column("problem", "What the problem is, or was"), Column("tried", "Of a need: what has been tried"),
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
    ] + details + Credit.columns

  private static let details = [
    Column("formats", "Of a need: ways of learning that would do"),
    Column("likeness", "Of a need: in what a peer should be like it"),
    Column("days", "Of a need: working days that it can spend"),
    Column("money", "Of a need: what it can spend; of a practice: what it cost in all"),
    Column("currency", "Of that sum (ISO 4217)"),
    Column("worked", "Of a practice: yes, partly, no, too-early; empty is not reported"),
    Column("evidence", "Of a practice, weakest first: described, monitored, compared, evaluated, replicated"),
    Column("began", "Of a practice: the year in which it began"), Column("ended", "Of a practice: the year it ended"),
    Column("people", "Of a practice: who did it"), Column("resources", "Of a practice: what it took, in words"),
    Column("posts", "Of a practice: full-time posts"), Column("conditions", "Of a practice: what it depends on"),
    Column("links", "Of a practice: pages that tell more"),
    Column("text_licence", "Of a practice: on what terms its text may be used"),
    Column("true_on", "Of a practice: when its owner last said that it is still true"),
    Column("over", "Of a practice: yes where it is no longer done"),
  ]

  package var row: Row {
    let values: [Row.Value] =
      [.init(id)] + title.columns + texts.map { .init($0?.own) } + [
        .init(organisation.id.text), .init(organisation.name.own), .init(organisation.standing.rawValue),
        .init((topic.context.country ?? organisation.country)?.text), .init(place?.name),
        .init(place?.position.latitude), .init(place?.position.longitude),
        .init(topic.context.population ?? place?.population), .init(topic.themes.sorted().map(\.text)),
        .init(topic.targets.sorted().map(\.description)), .init(topic.languages.map(\.tag)), .init(published),
        .init(shelf.expires),
      ] + details
    return Row(values + credit.values, at: place.map { [$0.position] } ?? [])
  }

  private var published: Instant? { if case .published(let moment) = shelf.stage { moment } else { nil } }
}

extension Need.Wish {
  /// What stands in the columns of the details, those of practices left empty.
  fileprivate var values: [Row.Value] {
    let own: [Row.Value] = [
      .init(formats.map(\.rawValue)), .init(likeness.map(\.rawValue)), .init(days?.description),
      .init(money?.decimalText), .init(money?.currency.code),
    ]
    return own + Array(repeating: .empty, count: 12)
  }
}

extension Practice {
  /// What stands in the columns of the details, those of needs left empty.
  fileprivate var values: [Row.Value] {
    [
      .empty, .empty, .empty, .init(facts.cost?.decimalText), .init(facts.cost?.currency.code),
      .init(facts.worked?.rawValue), .init(facts.evidence?.rawValue), .init(facts.years?.began),
      .init(facts.years?.ended), .init(people?.own), .init(resources?.own),
      .init(facts.posts.flatMap { PeerDays(tenths: $0) }?.description), .init(conditions?.own),
      .init(facts.links.map(\.line)), .init(facts.licence?.rawValue), .init(facts.truth.said),
      .init(facts.truth.isOver ? "yes" : nil),
    ]
  }
}
