import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Someone's saved searches, with what is new in each since a week ago.
package struct SearchesPage: Page {
  let searches: [Kept]
  let filled: Filled

  package init(_ searches: [Kept], filled: Filled = Filled()) { (self.searches, self.filled) = (searches, filled) }

  /// A saved search, and what is new in it.
  package struct Kept: Sendable {
    let search: SavedSearch
    let news: News

    package init(_ search: SavedSearch, _ news: News) { (self.search, self.news) = (search, news) }

    /// How much is new; nothing where that cannot be told.
    var count: Int { if case .found(_, let count) = news { count } else { 0 } }
  }

  /// What is new in a list.
  package enum News: Sendable {
    /// The first few, the newest first, and how many there are.
    case found([Fresh], of: Int)
    /// The list cannot be narrowed any more to what it was narrowed to.
    case unreadable
  }

  /// Something new in a list.
  package struct Fresh: Sendable {
    let address: String
    let title: Texts.Reading
    package init(_ title: Texts.Reading, at address: String) { (self.title, self.address) = (title, address) }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("searches.title", "What is new for you?"), in: .seek, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("account.crumb", "Your account"), Address.account())
    let answer = reader.count(
      searches.reduce(0) { $0 + $1.count }, "searches.answer", one: "One thing this week, in your saved searches.",
      other: "{n} things this week, in your saved searches.")
    html << reader.question(reader("searches.title", "What is new for you?"), answer: "\(answer)")
    html << filled.errors(for: reader)
    if searches.isEmpty {
      html
        << reader.empty(
          .none, reader("searches.none", "You have no saved search yet"),
          reader(
            "searches.none.text", "Narrow a list of needs, practices or organisations, and save the search there."),
          "<a href=\"\(Address.needs.link())\">\(reader("needs.question", "What do others want to learn?"))</a>")
    }
    html << "<ol class=\"list\">"
    for kept in searches { html << kept.item(reader) }
    html << "</ol>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    Listing(of: searches, for: reader).write(&json, for: reader) { json, kept in json.object { kept.write(&$0) } }
  }
}

extension SearchesPage.Kept {
  fileprivate func item(_ reader: Reader) -> Written {
    var html = HTML(capacity: 1024)
    html << "<li><h2><a href=\"\(search.address)\"><bdi>\(search.title)</bdi></a></h2>"
    switch news {
    case .unreadable:
      let why = reader(
        "searches.unreadable", "It is narrowed to something that is no longer here. Let it go, and save it anew.")
      html << "<p class=\"note\">\(why)</p>"
    case .found(let fresh, let count):
      let told = reader.count(count, "searches.new", one: "One is new this week.", other: "{n} are new this week.")
      html << "<p>\(count == 0 ? reader("searches.nothing-new", "Nothing new this week.") : told)</p><ul>"
      for one in fresh { html << "<li><a href=\"\(one.address)\">\(reader.name(one.title))</a></li>" }
      html << "</ul>"
    }
    html << "<form class=\"inline\" method=\"post\" action=\"\(Address.forgettingSearch.link(search.id))\">"
    html << "\(reader.key)<a href=\"\(search.feed)\">\(reader("searches.feed", "As a feed (Atom)"))</a> "
    html << "<button class=\"quiet\">\(reader("searches.forget", "Let it go"))</button></form></li>"
    return "\(html)"
  }

  fileprivate func write(_ json: inout JSON) {
    json["id"] = search.id.text
    json["list"] = search.list.rawValue
    json["query"] = search.query
    json["title"] = search.title
    json["address"] = search.address
    json["feed"] = search.feed
    guard case .found(let fresh, let count) = news else { return json.flag("readable", false) }
    json.flag("readable", true)
    json.number("new", count)
    json.array("fresh", fresh) { json, one in
      json.object { json in
        json["title"] = one.title.text
        json["address"] = one.address
      }
    }
  }
}

extension SavedSearch {
  /// Where the list stands, narrowed so.
  var address: String { narrowed(list.page) }
  var feed: String { narrowed(list.feed) }

  private func narrowed(_ address: String) -> String { query.isEmpty ? address : address + "?" + query }
}

extension SavedSearch.List {
  fileprivate var page: String {
    switch self {
    case .needs: Address.needs()
    case .practices: Address.practices()
    case .organisations: Address.organisations()
    }
  }

  /// The newest of the list as a feed.
  var feed: String {
    switch self {
    case .needs: Address.needsFeed()
    case .practices: Address.practicesFeed()
    case .organisations: Address.organisationsFeed()
    }
  }
}

extension Reader {
  /// The form that saves the search being read, for the signed-in, and the way to it as a feed.
  func keeping(_ list: SavedSearch.List) -> Written {
    let feed = link(wholeListAt: list.feed)
    let asFeed = self("searches.feed", "As a feed (Atom)")
    let way: Written = "<p class=\"meta\"><a href=\"\(feed)\" rel=\"nofollow\">\(asFeed)</a></p>"
    guard viewer.account != nil else { return way }
    let query = String(feed.drop { $0 != "?" }.dropFirst())
    let title = Filled().line("title", self("searches.name", "What do you call it?"), required: true)
    return """
      \(way)<details class="menu"><summary>\(self("searches.keep", "Save this search"))</summary>\
      <form method="post" action="\(Address.savingSearch.link())">\(key)\
      \(Filled.hidden([("list", list.rawValue), ("query", query)]))\(title)\
      <p class="doing"><button>\(self("searches.save", "Save it"))</button></p></form></details>
      """
  }
}
