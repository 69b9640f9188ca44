import Actions
import Cooperation
import HTTP
import SQL
import Storage
import TestSupport
import Testing

@Suite("The roster of experts") struct ExpertsTests {
  private let page = "/people/\(SeekWorld.amelia.id)"
  private let fields = [
    ("organisation", "\(SeekWorld.nhamatare.id)"), ("about", "Doze anos de esgotos <b>simples</b>."),
    ("original", "pt"),
    ("themes", "sanitation"), ("languages", "pt"), ("languages", "en"), ("days", "10"), ("reach", "remote"),
    ("consent", "yes"),
  ]

  @Test("is offered by an organisation for someone of its own, found by theme and language, and taken back")
  func wholeWay() throws {
    let world = try SeekWorld(), browser = world.browser
    #expect(browser.open(page).text.contains("Offer their time to others"))
    #expect(!world.site.get(page).text.contains("Offer their time to others"))
    #expect(browser.open(page + "/expertise").text.contains("What can Amélia Tivane give to others?"))
    #expect(browser.send(fields, to: page + "/expertise").status == 303)
    let shown = world.site.get(page).text
    #expect(shown.contains("esgotos &lt;b&gt;simples") && shown.contains("10 days a year and by calls and in writing"))
    for (name, value, total) in [
      ("language", "en", 1), ("language", "fr", 0), ("q", "esgotos", 1), ("q", "amelia", 1), ("country", "MZ", 1),
      ("country", "EC", 0), ("reach", "visits", 0), ("reach", "remote", 1), ("theme", "sanitation", 1),
    ] {
      let json = world.site.get("/experts.json", query: Fields([.init(name, value)])).text
      #expect(json.contains("\"total\":\(total)"), "\(name)=\(value)")
    }
    let roster = world.site.get("/experts").text
    #expect(roster.contains("Amélia Tivane") && roster.contains("Municipality of Nhamatare"))
    #expect(browser.open(page + "/expertise").text.contains("No longer offer it"))
    #expect(browser.send([], to: page + "/expertise/withdrawal").status == 303)
    #expect(world.site.get("/experts.json").text.contains("\"total\":0"))
  }

  @Test("leaves out whoever no longer works for the organisation, which then has no say any more")
  func gone() throws {
    let world = try SeekWorld()
    world.browser.open(page + "/expertise")
    #expect(world.browser.send(fields, to: page + "/expertise").status == 303)
    try world.site.database.transaction { session in
      let held = try #require(try session.mandates.of(SeekWorld.amelia.id).first)
      try session.mandates.update(
        Mandate(
          id: held.id, person: held.person, organisation: held.organisation, role: held.role, title: held.title,
          from: held.from, until: Day(number: 19_001)))
    }
    #expect(world.site.get("/experts.json").text.contains("\"total\":0"))
  }

  @Test("is left by the expert, whatever the organisation says")
  func ownWill() throws {
    let world = try SeekWorld()
    world.browser.open(page + "/expertise")
    #expect(world.browser.send(fields, to: page + "/expertise").status == 303)
    let email = try #require(Email("amelia@nhamatare.example"))
    let own = Account(id: .init(bits: 77), email: email, person: SeekWorld.amelia.id)
    let other = Account(id: .init(bits: 78), email: email, person: .init(bits: 79))
    func withdraw(_ account: Account) throws {
      let viewer = Viewer(account, roles: [:])
      try WithdrawExpertise(of: SeekWorld.amelia.id)
        .run(on: Occasion(in: world.site.database, viewer: viewer, now: world.site.clock.now, seed: 5))
    }
    try world.site.database.transaction { session in
      try session.accounts.insert(own, password: nil, at: world.site.clock.now)
    }
    #expect(throws: Denial.notYours) { try withdraw(other) }
    try withdraw(own)
    #expect(world.site.get("/experts.json").text.contains("\"total\":0"))
  }

  @Test("leaves out offers that are over")
  func over() throws {
    let world = try SeekWorld()
    world.browser.open(page + "/expertise")
    #expect(world.browser.send(fields + [("until", "2001-01-01")], to: page + "/expertise").status == 303)
    #expect(world.site.get("/experts.json").text.contains("\"total\":0"))
    #expect(world.site.get(page).text.contains("This offer is over."))
  }

  @Test(
    "is refused without consent, a theme, a text or a way, and for days that a year does not have",
    arguments: [
      ("consent", ""), ("themes", ""), ("themes", "x"), ("about", " "), ("reach", "telepathy"), ("reach", ""),
      ("days", "0"), ("days", "367"), ("days", "ten"), ("organisation", ""), ("organisation", "x"), ("until", "soon"),
    ])
  func refused(field: String, value: String) throws {
    let world = try SeekWorld()
    world.browser.open(page + "/expertise")
    let changed = fields.filter { $0.0 != field } + (value.isEmpty ? [] : [(field, value)])
    #expect(world.browser.send(changed, to: page + "/expertise").status == 422)
    #expect(world.site.get("/experts.json").text.contains("\"total\":0"))
  }

  @Test("is offered by no one else, and for no one else")
  func others() throws {
    let world = try SeekWorld()
    let ines = Browser(on: world.site)
    #expect(world.site.get(page + "/expertise").status == 403)
    ines.signIn("ines@santaclariva.example")
    #expect(ines.open(page + "/expertise").status == 403)
    #expect(ines.send(fields, to: page + "/expertise").status == 403)
    let own = fields.dropFirst() + [("organisation", "\(SeekWorld.clariva.id)")]
    #expect(ines.send(Array(own), to: page + "/expertise").status == 409)
    #expect(ines.send([], to: page + "/expertise/withdrawal").status == 404)
    #expect(world.site.get("/people/\(Person.ID(bits: 99))/expertise").status == 404)
  }
}

@Suite("Saved searches") struct SearchesTests {
  private let list = "/account/searches"

  @Test("are kept with a title, say what is new, and can be let go")
  func wholeWay() throws {
    let world = try SeekWorld(), browser = world.browser
    #expect(browser.open("/organisations?country=EC").text.contains("Save this search"))
    #expect(!world.site.get("/organisations").text.contains("Save this search"))
    let fields = [("list", "organisations"), ("query", "country=EC&page=2&sort=newest"), ("title", "Ecuador")]
    #expect(browser.send(fields, to: list).status == 303)
    #expect(browser.send(fields, to: list).status == 303, "the same form sent twice")
    let json = browser.open(list + ".json").text
    #expect(json.contains("\"query\":\"country=EC\"") && json.contains("\"new\":1"))
    #expect(json.contains("\"feed\":\"/organisations.atom?country=EC\"") && json.contains("Santa Clariva"))
    let id = try #require(json.firstMatch(of: #/"id":"(sea_[a-z0-9]+)"/#)).1
    #expect(json.components(of: "sea_") == 1)
    #expect(browser.send([], to: "\(list)/\(id)/ending").status == 303)
    #expect(browser.send([], to: "\(list)/\(id)/ending").status == 404)
    #expect(browser.open(list).text.contains("You have no saved search yet"))
  }

  @Test(
    "are refused where the list is none, has no title, or cannot be narrowed so",
    arguments: [("people", "", "A"), ("needs", "", ""), ("needs", "theme=x", "A"), ("needs", "q=%", "A")])
  func refused(kind: String, query: String, title: String) throws {
    let browser = try SeekWorld().browser
    browser.open(list)
    let response = browser.send([("list", kind), ("query", query), ("title", title)], to: list)
    #expect(response.status == 422 || response.status == 400)
    #expect(browser.open(list + ".json").text.contains("\"items\":[]"))
  }

  @Test("are refused in words where they are narrowed by more than can be saved")
  func tooLong() throws {
    let browser = try SeekWorld().browser
    browser.open(list)
    let query = "q=" + String(repeating: "a", count: 2000)
    let response = browser.send([("list", "needs"), ("query", query), ("title", "A")], to: list)
    #expect(response.status == 422 && response.text.contains("narrowed by more than can be saved"))
  }

  @Test("are told as unreadable where what they were narrowed to has gone, beside those that can be read")
  func unreadable() throws {
    let world = try SeekWorld(), browser = world.browser
    browser.open(list)
    browser.send([("list", "organisations"), ("query", "country=EC"), ("title", "Ecuador")], to: list)
    try world.site.database.transaction { session in
      let account = try #require(try session.texts("SELECT account FROM saved_search").first.flatMap { Account.ID($0) })
      for (number, query) in ["theme=gone", "q=%"].enumerated() {
        try session.savedSearches.insert(
          SavedSearch(
            id: .init(bits: UInt128(90 + number)), account: account, list: .needs, query: query, title: "Old"),
          at: world.site.clock.now)
      }
    }
    let page = browser.open(list)
    #expect(page.status == 200 && page.text.contains("Santa Clariva"))
    #expect(page.text.components(of: "narrowed to something that is no longer here") == 2)
    #expect(browser.open(list + ".json").text.components(of: #""readable":false"#) == 2)
    #expect(browser.send([], to: "\(list)/\(SavedSearch.ID(bits: 90))/ending").status == 303)
    #expect(browser.open(list + ".json").text.components(of: #""readable":false"#) == 1)
  }

  @Test("are nobody else's, and no visitor's")
  func others() throws {
    let world = try SeekWorld()
    world.browser.open(list)
    world.browser.send([("list", "needs"), ("query", ""), ("title", "All")], to: list)
    let json = world.browser.open(list + ".json").text
    let id = try #require(json.firstMatch(of: #/"id":"(sea_[a-z0-9]+)"/#)).1
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    ines.open(list)
    #expect(ines.send([], to: "\(list)/\(id)/ending").status == 404)
    #expect(world.site.get(list).status == 403)
  }

  @Test("can be followed as feeds, narrowed alike, and drawn on a map")
  func feeds() throws {
    let site = try SeekWorld(signedIn: false).site
    let feed = site.get("/organisations.atom", query: ["country": "EC"])
    #expect(feed[header: "Content-Type"] == "application/atom+xml; charset=utf-8")
    let text = try feed.fetched()
    #expect(text.contains("Santa Clariva") && !text.contains("Nhamatare"))
    #expect(text.contains("/organisations.atom?country=EC\"/>"))
    site.clock.pass(minutes: 24 * 60)
    #expect(try site.get("/organisations.atom", query: ["country": "EC"]).fetched() == text, "nothing is new tomorrow")
    #expect(site.get("/needs.atom", query: ["theme": "x"]).status == 422)
    for path in ["/organisations.svg", "/organisations.atom", "/needs.atom"] {
      #expect(site.get(path)[header: "Vary"] == "Accept-Language, Cookie", "\(path)")
    }
    #expect(try site.get("/practices.atom").fetched().contains("</feed>"))
    let map = site.get("/organisations.svg", query: ["country": "MZ"])
    #expect(map[header: "Content-Type"] == "image/svg+xml; charset=utf-8")
    #expect(map.text.components(of: "<circle") == 1, "one of them has a place")
    #expect(site.get("/organisations.svg", query: ["kind": "city"]).status == 422)
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
