import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  static let knowledge: [Entry] = [
    Entry(Address.needs, Site.showNeeds, .list(by: LibraryFilter.names(of: .learns), sorted: LibrarySort.self)),
    Entry(
      Address.practices, Site.showPractices, .list(by: LibraryFilter.names(of: .teaches), sorted: LibrarySort.self)),
    Entry(Address.need, Site.showNeed), Entry(Address.practice, Site.showPractice),
    Entry(Address.publishingNeed, Site.publishNeed), Entry(Address.publishingPractice, Site.publishPractice),
    Entry(Address.withdrawingNeed, Site.withdrawNeed), Entry(Address.withdrawingPractice, Site.withdrawPractice),
  ]

  func showNeeds(_ visit: Visit) throws -> any Answer { try list(Need.self, visit) }
  func showPractices(_ visit: Visit) throws -> any Answer { try list(Practice.self, visit) }
  func showNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try show(id, Need.self, visit) }
  func showPractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { try show(id, Practice.self, visit) }
  func publishNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try publish(id, Need.self, visit) }
  func publishPractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { try publish(id, Practice.self, visit) }
  func withdrawNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try withdraw(id, Need.self, visit) }
  func withdrawPractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    try withdraw(id, Practice.self, visit)
  }
}

extension Site {
  private func list<Item: Told>(_: Item.Type, _ visit: Visit) throws -> any Answer {
    let filter = try LibraryFilter(visit.query, of: Item.side, on: visit.now.day)
    let sort = try visit.query.filter("sort") { LibrarySort(rawValue: $0) } ?? .newest
    return Shown(
      try database.read { session in
        let library = session.library(of: Item.self)
        if sort == .newest, let page = try counted(filter, library, session, visit) { return page }
        let found = try library.briefs(
          filter, by: sort, visit.span, for: visit.viewer, in: visit.reader.words.language)
        return LibraryPage(
          Item.side, list: found.map(Item.line).listing,
          facets: visit.wantsJSON ? [] : try facets(of: filter, library, visit, total: found.total),
          words: filter.words)
      })
  }

  /// How far into a list the index names what comes first.
  private static let named = 1000

  /// The list as the index knows it, without asking the database for more than what is shown; nil where it does not.
  private func counted<Item: Told>(
    _ filter: LibraryFilter, _ library: Library<Item>, _ session: any Session, _ visit: Visit
  ) throws -> LibraryPage? {
    let span = visit.span, end = span.page * span.per
    guard end <= Self.named, let shelves = try shelves.kept(session, on: visit.now.day)?.content,
      let answer: FacetIndex.Answer<Item> = shelves.answer(filter, naming: end)
    else { return nil }
    let ids = Array(answer.first.dropFirst(end - span.per))
    let briefs = try library.briefs(ids, for: visit.viewer, in: visit.reader.words.language)
    let facets = visit.wantsJSON ? [] : facets(answer, visit)
    return LibraryPage(
      Item.side, list: Excerpt(briefs, of: answer.total, span).map(Item.line).listing, facets: facets,
      words: filter.words)
  }

  private func facets<Item: Told>(_ answer: FacetIndex.Answer<Item>, _ visit: Visit) -> [Facet] {
    typealias Facets = Shelves.LibraryFacet
    let went = wentFacets(
      answer.counts(Facets.worked) { Practice.Worked(rawValue: $0) },
      answer.counts(Facets.evidence) { Practice.Evidence(rawValue: $0) }, visit)
    return went
      + facets(
        themes: answer.counts(Facets.theme) { Theme.ID($0) },
        goals: answer.counts(Facets.goal) { Int($0).flatMap { Goal($0) } },
        countries: answer.counts(Facets.country) { Country.Code($0) },
        languages: answer.counts(Facets.language) { Language($0) }, visit, total: answer.total)
  }

  private func facets<Item: Told>(
    of filter: LibraryFilter, _ library: Library<Item>, _ visit: Visit, total: Int
  ) throws -> [Facet] {
    let viewer = visit.viewer
    let went = try (library as? Library<Practice>).map { practices in
      wentFacets(try practices.worked(filter, for: viewer), try practices.evidence(filter, for: viewer), visit)
    }
    return try (went ?? [])
      + facets(
        themes: library.themes(filter, for: viewer), goals: library.goals(filter, for: viewer),
        countries: library.countries(filter, for: viewer), languages: library.languages(filter, for: viewer),
        visit, total: total)
  }

  /// How practices went, and how that is known: nothing of the kind is asked of needs.
  private func wentFacets(
    _ worked: [Count<Practice.Worked>], _ evidence: [Count<Practice.Evidence>], _ visit: Visit
  ) -> [Facet] {
    let words = visit.reader.words
    return [
      visit.facet(
        "worked", visit.reader("facet.worked", "Did it work?"), worked, slug: \.rawValue
      ) { words[$0.name] },
      visit.facet(
        "evidence", visit.reader("facet.evidence", "How they know"), evidence, slug: \.rawValue
      ) { words[$0.name] },
    ]
  }

  private func facets(
    themes: [Count<Theme.ID>], goals: [Count<Goal>], countries: [Count<Country.Code>], languages: [Count<Language>],
    _ visit: Visit, total: Int
  ) -> [Facet] {
    var themes = themes
    // A group that is chosen stands among its sectors, with what the list holds.
    for chosen in visit.query.values("theme").compactMap({ Theme.ID($0) })
    where !themes.contains(where: { $0.value == chosen }) { themes.append(Count(chosen, total)) }
    return [
      visit.facet(themes: themes, as: "theme", visit.reader("facet.theme", "Theme")), visit.facet(goals: goals),
      visit.facet(regionsOf: countries), visit.facet(countries: countries), visit.facet(languages: languages),
    ]
  }

  private func show<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let page = try database.read { session in
      try workPage(session.library(of: Item.self).require(id, for: visit.viewer), session, visit)
    }
    return Shown(page, tag: visit.tag(page.revision))
  }

  func workPage(_ item: some Told, _ session: any Session, _ visit: Visit) throws -> WorkPage {
    let language = visit.reader.words.language
    guard let brief = try session.organisations.briefs([item.organisation], in: language).first else {
      throw Missing(item.organisation)
    }
    var around = WorkPage.Around()
    if let need = item as? Need { try fill(&around, of: need, session, visit) }
    if let practice = item as? Practice { try fill(&around, of: practice, session, visit) }
    if visit.viewer.may(.editor, for: item.organisation) {
      around.alike = try item.alike(session, by: Self.suggester, visit)
    }
    return WorkPage(item.work, of: brief, around)
  }

  private func publish<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    do {
      return try moved(PublishWork<Item>(id).run(on: visit.occasion(in: self)), visit, .published)
    } catch Shelf.Refusal.alreadyPublished where !visit.wantsJSON {
      // The same button pressed twice.
      return Response.seeOther(Item.subject(id).address)
    }
  }

  private func withdraw<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    try moved(WithdrawWork<Item>(id).run(on: visit.occasion(in: self)), visit, .withdrawn)
  }

  func moved(_ item: some Told, isNew: Bool = false, _ visit: Visit, _ notice: Notice) throws -> any Answer {
    let page = try database.read { session in try workPage(item, session, visit) }
    return Changed(item.work.subject.address, page, isNew: isNew, tag: ETag("r\(item.revision)"), notice)
  }
}

extension LibraryFilter {
  /// By what the address of a list narrows it.
  static func names(of side: Side) -> [String] {
    (side == .teaches ? ["worked", "evidence"] : [])
      + ["q", "theme", "target", "goal", "country", "region", "language", "organisation", "stage"]
  }

  /// What is published and current, unless the address asks for another stage.
  ///
  /// - Throws: `UnknownFilter`.
  init(_ query: Fields, of side: Side, on day: Day) throws {
    self.init()
    if side == .teaches {
      worked = try query.filters("worked") { Practice.Worked(rawValue: $0) }
      evidence = try query.filters("evidence") { Practice.Evidence(rawValue: $0) }
    }
    words = String((query["q"] ?? "").prefix(200))
    themes = try query.themes("theme")
    targets = try query.filters("target") { Target($0) }
    goal = try query.filter("goal") { Int($0).flatMap { Goal($0) } }
    countries = try query.countries()
    language = try query.filter("language") { Language($0) }
    organisation = try query.filter("organisation") { Organisation.ID($0) }
    stage = try query.filter("stage") { Stage(rawValue: $0) }
    if stage == nil { current = day }
  }
}
