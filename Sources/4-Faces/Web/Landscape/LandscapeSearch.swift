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
    let list = Listing(items: found, total: results.total, page: page, per: per)
    return Shown(SearchPage(words, list, facets: facets, isRelaxed: results.isRelaxed))
  }

  static let searchFacets = ["kind", "theme", "country", "language"]
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
    let telling = Telling(Highlighter(words, languages: Language.interface.map(\.tag)), reader.words.language)
    let needs = try session.needs.find(hits.compactMap { Need.ID($0.id) }, for: .visitor)
    let practices = try session.practices.find(hits.compactMap { Practice.ID($0.id) }, for: .visitor)
    let partnerships = try hits.compactMap { Partnership.ID($0.id) }.compactMap { try session.partnerships.find($0) }
    let own = try session.organisations.find(hits.compactMap { Organisation.ID($0.id) })
    let owners = Set(needs.map(\.organisation) + practices.map(\.organisation))
    let briefs = try session.organisations.briefs(Array(owners), in: reader.words.language)
    let whose = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0) })
    let found =
      own.map { telling.found($0) } + needs.map { telling.found($0, of: whose[$0.organisation]) }
      + practices.map { telling.found($0, of: whose[$0.organisation]) } + partnerships.map { telling.found($0) }
    let byID = Dictionary(
      found.map { ($0.address.split(separator: "/").last.map(String.init) ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    items = hits.compactMap { byID[$0.id] }
  }
}

/// How what was found is told: its title in the reader's language, and the part of its text that has the words.
private struct Telling {
  let marker: Highlighter
  let language: Language

  init(_ marker: Highlighter, _ language: Language) { (self.marker, self.language) = (marker, language) }

  func found(_ one: Organisation) -> SearchPage.Found {
    SearchPage.Found(
      .organisation, one.name.reading(in: [language]), at: Address.organisation(one.id), snippet: snippet([one.about]),
      in: one.country)
  }

  func found(_ need: Need, of owner: Organisation.Brief?) -> SearchPage.Found {
    SearchPage.Found(
      .need, need.title.reading(in: [language]), at: Address.need(need.id),
      snippet: snippet([need.problem, need.tried]), of: owner, in: need.topic.context.country ?? owner?.country)
  }

  func found(_ practice: Practice, of owner: Organisation.Brief?) -> SearchPage.Found {
    SearchPage.Found(
      .practice, practice.title.reading(in: [language]), at: Address.practice(practice.id),
      snippet: snippet([practice.story, practice.results, practice.failures]), of: owner,
      in: practice.topic.context.country ?? owner?.country)
  }

  func found(_ partnership: Partnership) -> SearchPage.Found {
    SearchPage.Found(
      .partnership, partnership.title.reading(in: [language]), at: Address.partnership(partnership.id),
      snippet: snippet([partnership.about]), in: nil)
  }

  private func snippet(_ texts: [Texts?]) -> [SearchPage.Found.Piece] {
    let text = texts.compactMap { $0?.reading(in: [language]).text }.joined(separator: " ")
    if text.isEmpty { return [] }
    let snippet = marker.snippet(of: text)
    let pieces = snippet.pieces.map { SearchPage.Found.Piece($0.text, isMatch: $0.isMatch) }
    let more = SearchPage.Found.Piece("…", isMatch: false)
    return (snippet.beginsInside ? [more] : []) + pieces + (snippet.endsInside ? [more] : [])
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
    case "theme": Theme.ID(value).map { words.name(of: $0) } ?? value
    case "country": Country.Code(value).flatMap { Countries[$0] }.map { words.name(among: $0.names) } ?? value
    default: Language(value).map { words.name(of: $0) } ?? value
    }
  }
}
