import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pages
import Pictures
import SQL
import Storage

extension Site {
  static let seek: [Entry] = [
    organisationForms, mandatesAndMemberships, verification, experts, searches, directory, knowledgeForms, matching,
    circling, knowledge, practiceVerbs, adoptions, transferSheets, versions,
  ].flatMap { $0 }

  private static let directory: [Entry] = [
    Entry(
      Address.organisations, Site.showOrganisations,
      .list(by: Organisations.Filter.names, sorted: Organisations.Sort.self)),
    Entry(Address.organisation, Site.showOrganisation),
    Entry(Address.place, Site.showPlace, .page), Entry(Address.person, Site.showPerson),
    Entry(
      Address.organisationsMap, Site.drawOrganisations, .file("image/svg+xml", asking: Organisations.Filter.names)),
  ]

  /// The most organisations that a map shows: those with most partners.
  private static let dotsShown = 2000

  func drawOrganisations(_ visit: Visit) throws -> any Answer {
    let filter = try Organisations.Filter(visit.query)
    let dots = try database.read { session in try session.organisations.dots(filter, limit: Self.dotsShown) }
    let title = visit.reader("organisations.map", "Where they are")
    var answer = Response(200, "image/svg+xml; charset=utf-8", DotMap(dots).svg(title: title).bytes)
    answer.headers += [.init("Cache-Control", "public, max-age=300"), .init("Vary", Site.varying)]
    return answer
  }

  func showOrganisations(_ visit: Visit) throws -> any Answer {
    let filter = try Organisations.Filter(visit.query)
    let sort = try visit.query.filter("sort") { Organisations.Sort(rawValue: $0) } ?? .name
    return Shown(
      try database.read { session in
        let answer = try shelves.kept(session, on: visit.now.day)?.content.answer(filter, on: visit.now.day)
        let found = try session.organisations.list(
          filter, by: sort, visit.span, of: answer?.total, in: visit.reader.words.language)
        return OrganisationsPage(
          list: found.listing,
          facets: visit.wantsJSON
            ? [] : try answer.map { facets($0, visit) } ?? facets(of: filter, session, visit),
          words: filter.words)
      })
  }

  private func facets(_ answer: FacetIndex.Answer<Organisation>, _ visit: Visit) -> [Facet] {
    typealias Facets = Shelves.OrganisationFacet
    return facets(
      kinds: answer.counts(Facets.kind) { Organisation.Kind(rawValue: $0) },
      countries: answer.counts(Facets.country) { Country.Code($0) },
      taught: answer.counts(Facets.teaches) { Theme.ID($0) }, sought: answer.counts(Facets.seeks) { Theme.ID($0) },
      languages: answer.counts(Facets.language) { Language($0) },
      standings: answer.counts(Facets.standing) { Organisation.Standing(rawValue: $0) }, visit)
  }

  private func facets(of filter: Organisations.Filter, _ session: any Session, _ visit: Visit) throws -> [Facet] {
    let organisations = session.organisations
    return facets(
      kinds: try organisations.kinds(filter), countries: try organisations.countries(filter),
      taught: try organisations.taught(filter), sought: try organisations.sought(filter),
      languages: try organisations.languages(filter), standings: try organisations.standings(filter), visit)
  }

  private func facets(
    kinds: [Count<Organisation.Kind>], countries: [Count<Country.Code>], taught: [Count<Theme.ID>],
    sought: [Count<Theme.ID>], languages: [Count<Language>], standings: [Count<Organisation.Standing>], _ visit: Visit
  ) -> [Facet] {
    let reader = visit.reader
    return [
      visit.facet("kind", reader("facet.kind", "Kind"), kinds, slug: \.rawValue) { reader.words[$0.name] },
      visit.facet(regionsOf: countries), visit.facet(countries: countries),
      visit.facet(themes: taught, as: "teaches", reader("facet.teaches", "Can teach")),
      visit.facet(themes: sought, as: "seeks", reader("facet.seeks", "Wants to learn")),
      visit.facet(languages: languages),
      visit.facet("standing", reader("facet.standing", "Standing"), standings, slug: \.rawValue) {
        reader.words[$0.name]
      },
    ]
  }

  func showOrganisation(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    let page = try database.read { session in try organisationPage(id, session, visit) }
    return Shown(page, tag: visit.tag(page.revision))
  }

  /// How many members an organisation's page names.
  private static let membersShown = 60

  func organisationPage(_ id: Organisation.ID, _ session: any Session, _ visit: Visit) throws -> OrganisationPage {
    let organisation = try session.organisations.require(id), language = visit.reader.words.language
    let around = try session.organisations.surroundings(of: id)
    let members =
      around.hasMembers ? try session.memberships.members(of: id, in: language, limit: Self.membersShown) : []
    return OrganisationPage(
      organisation, place: try organisation.place.flatMap { try session.places.find($0) },
      practices: around.hasPractices
        ? try session.practices.headings(of: id, in: language, for: visit.viewer) : [],
      needs: around.hasNeeds ? try session.needs.headings(of: id, in: language, for: visit.viewer) : [],
      relations: try session.relations.of(id, in: language),
      speakers: around.hasMandates ? try session.mandates.holders(in: id).map { .init($0.mandate, $0.person) } : [],
      bodies: around.hasBodies ? try session.memberships.bodies(of: id, in: language) : [], members: members,
      memberCount: members.count < Self.membersShown ? members.count : try session.memberships.count(of: id),
      predecessors: around.hasPredecessors ? try session.organisations.predecessors(of: id, in: language) : [],
      successor: try organisation.succession.flatMap { try session.organisations.find($0.successor)?.name },
      verifiedHere: organisation.standing == .verified ? try session.verifications.byInstance(id) : nil)
  }

  func showPlace(_ visit: Visit, _ id: Place.ID) throws -> any Answer {
    Shown(
      try database.read { session in
        var filter = Organisations.Filter()
        filter.place = id
        let place = try session.places.require(id)
        let found = try session.organisations.list(filter, visit.span, in: visit.reader.words.language)
        return PlacePage(place, organisations: found.listing)
      })
  }

  func showPerson(_ visit: Visit, _ id: Person.ID) throws -> any Answer { Shown(try personPage(id, visit)) }

  func personPage(_ id: Person.ID, _ visit: Visit) throws -> PersonPage {
    try database.read { session in
      let person = try session.people.require(id)
      let mandates = try session.mandates.of(id)
      let briefs = try session.organisations.briefs(
        Array(Set(mandates.map(\.organisation))), in: visit.reader.words.language)
      let names = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name) })
      return PersonPage(
        person,
        mandates: mandates.compactMap { mandate in
          names[mandate.organisation].map { .init(mandate, in: $0) }
        }, expertise: try session.experts.find(id))
    }
  }
}

extension Visit {
  /// The mark of a revision, for those who may base a change on it; none for a visitor's page, which can be kept.
  func tag(_ revision: Int) -> ETag? { wantsJSON || viewer != .visitor ? ETag("r\(revision)") : nil }
}

extension Organisations.Filter {
  /// By what the address of a list narrows it.
  static let names = [
    "q", "kind", "country", "region", "theme", "seeks", "teaches", "language", "member-of", "standing", "place",
  ]

  /// - Throws: `UnknownFilter`.
  init(_ query: Fields) throws {
    self.init()
    words = String((query["q"] ?? "").prefix(200))
    kind = try query.filter("kind") { Organisation.Kind(rawValue: $0) }
    countries = try query.countries()
    (themes, seeks, teaches) = (try query.themes("theme"), try query.themes("seeks"), try query.themes("teaches"))
    language = try query.filter("language") { Language($0) }
    memberOf = try query.filter("member-of") { Organisation.ID($0) }
    standing = try query.filter("standing") { Organisation.Standing(rawValue: $0) }
    place = try query.filter("place") { GeoNamesNumber($0) }
  }
}
