import Addresses
import Cooperation
import HTTP
import Languages
import Methods
import Pages
import Reference
import SQL
import Storage

extension Site {
  /// Partnerships: who works with whom, and what their parties say and do.
  static let partnerships: [Entry] =
    [
      Entry(
        Address.partnerships, Site.showPartnerships,
        .list(by: Partnerships.Filter.names, sorted: Partnerships.Sort.self)),
      Entry(Address.partnership, Site.showPartnership),
    ] + partnershipForms + partnershipVerbs

  func showPartnerships(_ visit: Visit) throws -> any Answer {
    let filter = try Partnerships.Filter(visit.query)
    let sort = try visit.query.filter("sort") { Partnerships.Sort(rawValue: $0) } ?? .newest
    let language = visit.reader.words.language
    return Shown(
      try database.read { session in
        let found = try session.partnerships.list(filter, by: sort, visit.span, in: language)
        let organisation = try filter.organisation.flatMap {
          try session.organisations.briefs([$0], in: language).first
        }
        return PartnershipsPage(
          list: found.listing, facets: visit.wantsJSON ? [] : try facets(of: filter, session, visit),
          words: filter.words, of: organisation)
      })
  }

  private func facets(of filter: Partnerships.Filter, _ session: any Session, _ visit: Visit) throws -> [Facet] {
    let partnerships = session.partnerships, reader = visit.reader
    let countries = try partnerships.countries(filter)
    return [
      visit.facet("form", reader("relation.form", "Form"), try partnerships.forms(filter), slug: \.rawValue) {
        reader.words[$0.name]
      },
      visit.facet(
        "claim", reader("relation.who", "Who says so"), try partnerships.claims(filter), slug: \.rawValue
      ) { reader.words[$0.name] },
      visit.facet(
        "stage", reader("facet.stage", "How far"), try partnerships.standings(filter), slug: \.rawValue
      ) { reader.words[$0.name] },
      visit.facet(regions: try regions(of: countries, filter, session)), visit.facet(countries: countries),
      visit.facet(
        themes: try partnerships.themes(filter), as: "theme", reader("facet.theme", "Theme")),
    ]
  }

  /// How many have a party in each region: one with two parties there counts once.
  private func regions(
    of countries: [Count<Country.Code>], _ filter: Partnerships.Filter, _ session: any Session
  ) throws -> [Count<String>] {
    let regions = Set(countries.compactMap { Countries[$0.value]?.region }).filter { !$0.isEmpty }
    return try regions.map { region in
      var within = filter
      within.countries = Countries.within(region)
      return Count(region, try session.partnerships.count(within))
    }.sorted { ($1.number, $0.value) < ($0.number, $1.value) }
  }

  func showPartnership(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let page = try database.read { session in try partnershipPage(id, session, visit) }
    return Shown(page, tag: visit.tag(page.revision))
  }
}

extension Partnerships.Filter {
  /// By what the address of a list narrows it.
  static let names = [
    "q", "form", "stage", "claim", "country", "region", "theme", "organisation", "parent", "silent-since",
  ]

  /// - Throws: `UnknownFilter`.
  init(_ query: Fields) throws {
    self.init()
    words = String((query["q"] ?? "").prefix(200))
    form = try query.filter("form") { Partnership.Form(rawValue: $0) }
    standing = try query.filter("stage") { Partnership.Standing(rawValue: $0) }
    claim = try query.filter("claim") { Claim.State(rawValue: $0) }
    countries = try query.countries()
    themes = try query.themes("theme")
    organisation = try query.filter("organisation") { Organisation.ID($0) }
    parent = try query.filter("parent") { Partnership.ID($0) }
    silentSince = try query.filter("silent-since") { Day($0) }
  }
}
