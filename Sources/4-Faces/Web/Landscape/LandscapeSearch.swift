import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Search
import Storage

extension Site {
  /// Everything public that speaks of the words asked for.
  func search(_ visit: Visit) throws -> any Answer {
    let words = visit.query["q"]?.trimmed ?? ""
    let (page, per) = (visit.query.page, visit.query.per)
    let nothing = SearchPage(words, Listing(items: [], total: 0, page: page, per: per), facets: [])
    guard let index, !words.isEmpty else { return Shown(nothing) }
    let chosen = Dictionary(uniqueKeysWithValues: Self.searchFacets.map { ($0, visit.query.values($0)) })
    let results = try index.search(
      words, filters: chosen.filter { !$0.value.isEmpty }, from: (page - 1) * per, count: per)
    let found = try database.read { session in
      try Findings(results.hits, words, for: visit.reader, in: session).items
    }
    let facets = Self.searchFacets.map { facet in
      visit.reader.facet(facet, results.facets[facet] ?? [], chosen: chosen[facet] ?? [])
    }
    return Shown(SearchPage(words, Listing(items: found, total: results.total, page: page, per: per), facets: facets))
  }

  private static let searchFacets = ["kind", "theme", "country", "language"]
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// What was found, read from the record in the order of the hits; what has gone since is left out.
private struct Findings {
  let items: [SearchPage.Found]

  init(_ hits: [SearchResults.Hit], _ words: String, for reader: Reader, in session: any Session) throws {
    let marker = Highlighter(words, languages: Language.interface.map(\.tag))
    let language = reader.words.language
    var found: [String: SearchPage.Found] = [:]
    func add(
      _ id: String, _ kind: SearchPage.Kind, _ title: Texts, _ address: String, _ body: [Texts?],
      _ country: Country.Code?
    ) {
      let text = body.compactMap { $0?.reading(in: [language]).text }.joined(separator: " ")
      let pieces = text.isEmpty ? [] : marker.snippet(of: text).pieces
      found[id] = SearchPage.Found(
        kind, title.reading(in: [language]), at: address,
        snippet: pieces.map { SearchPage.Found.Piece($0.text, isMatch: $0.isMatch) }, in: country)
    }
    for one in try session.organisations.find(hits.compactMap { Organisation.ID($0.id) }) {
      add(one.id.text, .organisation, one.name, Address.organisation(one.id), [one.about], one.country)
    }
    for need in try session.needs.find(hits.compactMap { Need.ID($0.id) }, for: .visitor) {
      add(
        need.id.text, .need, need.title, Address.need(need.id), [need.problem, need.tried], need.topic.context.country)
    }
    for practice in try session.practices.find(hits.compactMap { Practice.ID($0.id) }, for: .visitor) {
      add(
        practice.id.text, .practice, practice.title, Address.practice(practice.id),
        [practice.story, practice.results, practice.failures], practice.topic.context.country)
    }
    for id in hits.compactMap({ Partnership.ID($0.id) }) {
      guard let partnership = try session.partnerships.find(id) else { continue }
      add(id.text, .partnership, partnership.title, Address.partnership(id), [partnership.about], nil)
    }
    items = hits.compactMap { found[$0.id] }
  }
}

extension Reader {
  /// A facet of the search, its values in the reader's words, the commonest first.
  fileprivate func facet(_ name: String, _ counts: [SearchResults.Count], chosen: [String]) -> Facet {
    let values = counts.prefix(10).map { count in
      Facet.Value(
        count.value, title(of: count.value, in: name), count: count.count, isChosen: chosen.contains(count.value))
    }
    let missing = chosen.filter { value in !values.contains { $0.slug == value } }
      .map { Facet.Value($0, title(of: $0, in: name), count: 0, isChosen: true) }
    return Facet(name, heading(name), missing + values)
  }

  private func heading(_ facet: String) -> String {
    switch facet {
    case "kind": self("facet.kind", "Kind")
    case "theme": self("facet.theme", "Theme")
    case "country": self("facet.country", "Country")
    default: self("facet.language", "Language")
    }
  }

  private func title(of value: String, in facet: String) -> String {
    switch facet {
    case "kind": SearchPage.Kind(rawValue: value).map { words[$0.name] } ?? value
    case "theme": Theme.ID(value).flatMap { Themes[$0] }.map { words.name(among: $0.names) } ?? value
    case "country": Country.Code(value).flatMap { Countries[$0] }.map { words.name(among: $0.names) } ?? value
    default: Language(value).map { words.name(of: $0) } ?? value
    }
  }
}
