import Cooperation
import Languages
import Pages
import Reference
import SQL
import Storage

/// What is on record for everyone, ready to be counted by what its lists can be narrowed by.
struct Shelves: Sendable {
  private var organisations = FacetIndex(facets: OrganisationFacet.allCases.count)
  private var needs = FacetIndex(facets: LibraryFacet.allCases.count)
  private var practices = FacetIndex(facets: LibraryFacet.allCases.count)

  /// What a list of needs or practices can be narrowed by.
  enum LibraryFacet: Int, CaseIterable { case theme, goal, country, language, worked, evidence }

  /// What the list of organisations can be narrowed by; `theme` is what they seek or teach.
  enum OrganisationFacet: Int, CaseIterable { case kind, country, language, standing, seeks, teaches, theme }

  static func keeper() -> Derived<Shelves> {
    Derived(
      make: { session, _ in try Shelves(session) },
      renew: { shelves, subjects, session, _ in try shelves.renew(subjects, session) })
  }

  private init(_ session: any Session) throws {
    try session.organisations.eachListed { for organisation in $0 { organisations.put(organisation) } }
    try session.needs.eachListed { for need in $0 { needs.put(need) } }
    try session.practices.eachListed { for practice in $0 { practices.put(practice) } }
  }

  private mutating func renew(_ subjects: Set<String>, _ session: any Session) throws {
    let named = subjects.compactMap { Organisation.ID($0) }
    try Self.renew(&needs, session.needs, subjects, of: named)
    try Self.renew(&practices, session.practices, subjects, of: named)
    let owners = try session.organisations.owners(
      of: subjects.compactMap { Need.ID($0) }, subjects.compactMap { Practice.ID($0) })
    let ids = Array(Set(named + owners))
    for id in ids { organisations.remove(id) }
    for listed in try session.organisations.listed(ids) { organisations.put(listed) }
  }

  /// Where an organisation is may say where its works hold.
  private static func renew<Item: Told>(
    _ index: inout FacetIndex, _ library: Library<Item>, _ subjects: Set<String>, of owners: [Organisation.ID]
  ) throws {
    let ids = try Set(subjects.compactMap { Item.ID($0) }).union(library.publishedIDs(of: owners)).sorted()
    for id in ids { index.remove(id) }
    for listed in try library.listed(ids) { index.put(listed) }
  }

  /// How many fit and which come first; nil where the index does not know what the list is narrowed to.
  func answer<Item: Told>(_ filter: LibraryFilter, naming most: Int) -> FacetIndex.Answer<Item>? {
    filter.question.map { (Item.side == .learns ? needs : practices).answer($0, naming: most) }
  }

  /// The same of organisations, none of which is named.
  func answer(_ filter: Organisations.Filter, on day: Day) -> FacetIndex.Answer<Organisation>? {
    filter.question(on: day).map { organisations.answer($0, naming: 0) }
  }
}

extension FacetIndex {
  fileprivate mutating func put<Item: Told>(_ listed: Library<Item>.Listed) {
    typealias Facet = Shelves.LibraryFacet
    func labels(_ facet: Facet, _ values: [String]) -> [Label] { values.map { Label(facet.rawValue, $0) } }
    let all =
      labels(.theme, listed.themes.map(\.text)) + labels(.goal, listed.targets.map(\.goal.description))
      + labels(.country, listed.country.map { [$0.text] } ?? []) + labels(.language, listed.languages.map(\.tag))
      + labels(.worked, listed.marks?.worked.map { [$0.rawValue] } ?? [])
      + labels(.evidence, listed.marks?.evidence.map { [$0.rawValue] } ?? [])
    put(listed.id, Set(all), words: listed.words, at: listed.shown, expires: listed.expires)
  }
}

extension FacetIndex {
  fileprivate mutating func put(_ listed: Organisations.Listed) {
    typealias Facet = Shelves.OrganisationFacet
    func labels(_ facet: Facet, _ values: [String]) -> [Label] { values.map { Label(facet.rawValue, $0) } }
    let seeks = listed.seeks.map(\.text), teaches = listed.teaches.map(\.text)
    let all =
      labels(.kind, [listed.kind.rawValue]) + labels(.country, listed.country.map { [$0.text] } ?? [])
      + labels(.language, listed.languages.map(\.tag)) + labels(.standing, [listed.standing.rawValue])
      + labels(.seeks, seeks) + labels(.teaches, teaches) + labels(.theme, seeks + teaches)
    put(listed.id, Set(all), words: listed.words, at: listed.created, expires: nil)
  }
}

extension FacetIndex.Answer {
  /// The counts of a facet, by what its values stand for.
  func counts<Value>(_ facet: some RawRepresentable<Int>, _ read: (String) -> Value?) -> [Count<Value>] {
    counts[facet.rawValue].compactMap { count in read(count.value).map { Count($0, count.number) } }
  }
}

extension LibraryFilter {
  /// The same as an index is asked it; nil where it asks for what no index knows.
  fileprivate var question: FacetIndex.Question? {
    guard let current, targets == nil, organisation == nil, stage == nil, since == nil else { return nil }
    return FacetIndex.Question(
      chosen: [
        themes?.map(\.text), goal.map { [$0.description] }, countries?.map(\.text), language.map { [$0.tag] },
        worked?.map(\.rawValue), evidence?.map(\.rawValue),
      ], beginnings: foldedWords(words), on: current)
  }
}

extension Organisations.Filter {
  /// The same as an index is asked it; nil where it asks for what no index knows.
  fileprivate func question(on day: Day) -> FacetIndex.Question? {
    guard memberOf == nil, place == nil, since == nil else { return nil }
    return FacetIndex.Question(
      chosen: [
        kind.map { [$0.rawValue] }, countries?.map(\.text), language.map { [$0.tag] }, standing.map { [$0.rawValue] },
        seeks?.map(\.text), teaches?.map(\.text), themes?.map(\.text),
      ], beginnings: foldedWords(words), on: day)
  }
}
