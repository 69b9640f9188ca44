import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import OpenData
import Pages
import SQL
import Storage

// Lists that are looked at again: kept by people, read as feeds by programs.
extension Site {
  static let searches: [Entry] = [
    Entry(Address.searches, Site.showSearches, .list), Entry(Address.savingSearch, Site.saveSearch, .list.adding),
    Entry(Address.forgettingSearch, Site.forgetSearch),
    Entry(
      Address.needsFeed, Site.sendNeedsFeed, .narrowed("application/atom+xml", by: LibraryFilter.names(of: .learns))),
    Entry(
      Address.practicesFeed, Site.sendPracticesFeed,
      .narrowed("application/atom+xml", by: LibraryFilter.names(of: .teaches))),
    Entry(
      Address.organisationsFeed, Site.sendOrganisationsFeed,
      .narrowed("application/atom+xml", by: Organisations.Filter.names)),
  ]

  func showSearches(_ visit: Visit) throws -> any Answer { Shown(try searchesPage(visit)) }

  private func searchesPage(_ visit: Visit, _ filled: Filled = Filled()) throws -> SearchesPage {
    let account = try visit.viewer.person()
    return try database.read { session in
      SearchesPage(try session.savedSearches.of(account.id).map { try kept($0, session, visit) }, filled: filled)
    }
  }

  /// How much of what is new is named.
  private static let named = Span(page: 1, per: 5)

  private func kept(_ search: SavedSearch, _ session: any Session, _ visit: Visit) throws -> SearchesPage.Kept {
    let since = visit.now.adding(days: -SavedSearch.week)
    do {
      let query = try Fields(encoded: Array(search.query.utf8)[...])
      let found = try newest(search.list, query, Self.named, since, session, visit)
      return .init(search, .found(found.items.map { .init($0.title, at: $0.page) }, of: found.total))
    } catch is any Refusal, is Problem {
      // What it was narrowed by is no longer there; the others can be told all the same.
      return .init(search, .unreadable)
    }
  }

  /// The newest of a list, told in the reader's language.
  private func newest(
    _ list: SavedSearch.List, _ query: Fields, _ span: Span, _ since: Instant?, _ session: any Session, _ visit: Visit
  ) throws -> Excerpt<Novelty> {
    let language = visit.reader.words.language
    switch list {
    case .needs: return try newest(Need.self, query, span, since, session, visit)
    case .practices: return try newest(Practice.self, query, span, since, session, visit)
    case .organisations:
      var filter = try Organisations.Filter(query)
      filter.since = since
      let found = try session.organisations.list(filter, by: .newest, span, in: language)
      let changed = try session.organisations.changes(of: found.items.map(\.id))
      return found.map { Novelty($0, changed: changed[$0.id]) }
    }
  }

  private func newest<Item: Told>(
    _: Item.Type, _ query: Fields, _ span: Span, _ since: Instant?, _ session: any Session, _ visit: Visit
  ) throws -> Excerpt<Novelty> {
    var filter = try LibraryFilter(query, of: Item.side, on: visit.now.day)
    filter.since = since
    let library = session.library(of: Item.self)
    return try library.briefs(filter, by: .newest, span, for: .visitor, in: visit.reader.words.language)
      .map { Novelty($0, at: Item.subject($0.id)) }
  }

  func saveSearch(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    var entered = Entered(visit)
    let why = Phrase("searches.no-list", "Only searches of needs, practices and organisations can be saved.")
    let list = entered.one("list", otherwise: why) { SavedSearch.List(rawValue: $0) }
    if list == nil { entered.refuse("list", why) }
    let title = entered.line("title", limit: 100), query = String(visit.fields["query"] ?? "")
    if title.isEmpty { entered.refuse("title", Phrase("searches.no-title", "Say what you call it.")) }
    if query.utf8.count > SavedSearch.longest {
      entered.refuse(
        "query", Phrase("searches.too-long", "The search is narrowed by more than can be saved. Choose fewer values."))
    }
    guard let list, entered.isGood else {
      return Refused(try searchesPage(visit, entered.filled()), entered.problems)
    }
    let fields = try Fields(encoded: Array(query.utf8)[...])
    _ = try database.read { session in try newest(list, fields, Span(per: 1), nil, session, visit) }
    let kept = Fields(fields.all.filter { !["page", "per", "sort", "lang", "done"].contains($0.name) }).encoded
    _ = try SaveSearch(list, narrowedTo: kept, called: title).run(on: visit.occasion(in: self))
    return Changed(Address.searches(), try searchesPage(visit), isNew: true, .saved)
  }

  func forgetSearch(_ visit: Visit, _ id: SavedSearch.ID) throws -> any Answer {
    try ForgetSearch(id).run(on: visit.occasion(in: self))
    return Changed(Address.searches(), try searchesPage(visit), .saved)
  }
}

// The newest of a list as a feed (RFC 4287).
extension Site {
  func sendNeedsFeed(_ visit: Visit) throws -> any Answer {
    try feed(.needs, at: Address.needsFeed(), of: Address.needs(), visit)
  }

  func sendPracticesFeed(_ visit: Visit) throws -> any Answer {
    try feed(.practices, at: Address.practicesFeed(), of: Address.practices(), visit)
  }

  func sendOrganisationsFeed(_ visit: Visit) throws -> any Answer {
    try feed(.organisations, at: Address.organisationsFeed(), of: Address.organisations(), visit)
  }

  private func feed(
    _ list: SavedSearch.List, at address: String, of page: String, _ visit: Visit
  ) throws -> any Answer {
    guard let atom = Format.named("atom") else { preconditionFailure("updates are offered as atom") }
    let found = try database.read { session in
      try newest(list, visit.query, Span(per: 50), nil, session, visit).items
    }
    let query = visit.query.all.isEmpty ? "" : "?" + visit.query.encoded, words = visit.reader.words
    let feed = Feed(
      address: settings.base + address + query, page: settings.base + page + query,
      title: "Copolis: " + words[list.name], author: "Copolis", language: words.language,
      updated: found.compactMap(\.shown).max() ?? Instant(start: visit.now.day))
    return try sending(.updates, as: atom, named: list.rawValue, visit, dependingOn: .reader) { _ in
      Publication(
        .updates, .updates(feed) { each in for one in found { try each(one.entry(list, at: settings.base, feed)) } },
        at: visit.now)
    }
  }
}

/// Something new in a list.
private struct Novelty: Sendable {
  let subject: String
  let page: String
  let title: Texts.Reading
  /// Whose it is; empty where it speaks for itself.
  let whose: String
  /// When it was published, or, of what is never a draft, last changed.
  let shown: Instant?

  init(_ brief: Organisation.Brief, changed: Instant?) {
    (subject, page, title) = (brief.id.text, Address.organisation(brief.id), brief.name)
    (whose, shown) = ("", changed)
  }

  init<Item>(_ brief: LibraryBrief<Item>, at subject: Work.Subject) {
    (self.subject, page, title) = (subject.text, subject.address, brief.title)
    whose = brief.organisation.name.text
    shown = if case .published(let at) = brief.shelf.stage { at } else { nil }
  }

  func entry(_ list: SavedSearch.List, at base: String, _ feed: Feed) -> Feed.Entry {
    Feed.Entry(
      subject: subject, page: base + page, title: title, summary: whose, category: list.rawValue, published: shown,
      updated: shown ?? feed.updated)
  }
}

extension SavedSearch.List {
  fileprivate var name: Phrase {
    switch self {
    case .needs: Phrase("needs.crumb", "Needs")
    case .practices: Phrase("practices.crumb", "Practices")
    case .organisations: Phrase("organisations.crumb", "Organisations")
    }
  }
}
