import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Lists of needs and practices") struct SeekListsTests {
  private static let themes: [Theme.ID] = ["water-supply", "sanitation", "energy", "schools"]
  private static let targets = ["6.1", "6.3", "11.5", "4.1"].compactMap { Target($0) }
  private static let languages: [Language] = ["pt", "es", "en"]

  /// Sixty needs of two organisations, in all sorts of ways, some of them expired or not published.
  private func world() throws -> SeekWorld {
    let world = try SeekWorld()
    let now = world.site.clock.now
    var chance = Chance(seed: 3)
    func some<Value>(_ values: [Value]) -> [Value] { values.filter { _ in chance.next() % 3 == 0 } }
    let needs = (0..<60).map { number in
      let shown = now.adding(days: -Int(chance.next() % 20))
      let expires = chance.next() % 4 == 0 ? now.day.adding(days: Int(chance.next() % 3) - 1) : nil
      return Need(
        id: .init(bits: UInt128(1000 + number)),
        organisation: number % 2 == 0 ? SeekWorld.nhamatare.id : SeekWorld.clariva.id,
        title: Texts(["Água limpa", "Agua para todos", "Drains"][number % 3] + " \(number)", in: "pt"),
        problem: Texts("Um problema", in: "pt"),
        topic: Topic(
          themes: Set(some(Self.themes)), targets: Set(some(Self.targets)), languages: some(Self.languages),
          context: .init(population: nil, country: number % 7 == 0 ? Country.Code("FR") : nil)),
        shelf: Shelf(number % 10 == 0 ? .draft : .published(at: shown), expires: expires))
    }
    try world.site.database.transaction { session in
      for need in needs { try session.needs.insert(need, at: now) }
    }
    return world
  }

  /// The identifiers of the items on the first page.
  private func ids(_ json: String) -> [String] { json.matches(of: #/"id":"(ned_[a-z0-9]+)"/#).map { String($0.1) } }

  /// How many a list says that there are, of each value of its facets and in all.
  private func counts(_ site: TestSite, _ query: Fields) -> [String] {
    let page = site.get("/needs", query: query).text
    let total = site.get("/needs.json", query: query).text.matches(of: #/"total":(\d+)/#).map { String($0.1) }
    return page.matches(of: #/>([^<>]*) <data value="(\d+)">/#).map { "\($0.1): \($0.2)" } + total
  }

  @Test(
    "say the same from the index as from the database",
    arguments: [
      [], [("theme", "sanitation")], [("theme", "sanitation"), ("theme", "energy"), ("language", "pt")],
      [("q", "agua")], [("q", "ag t")], [("country", "FR")], [("goal", "6"), ("country", "MZ")], [("region", "002")],
      [("theme", "basic-services")], [("language", "ar")],
    ] as [[(String, String)]])
  func same(query: [(String, String)]) throws {
    let site = try world().site
    let fields = query.map { Fields.Field($0.0, $0.1) } + [.init("per", "100")]
    // By title, a list is asked of the database.
    let byTitle = Fields(fields + [.init("sort", "title")]), latest = Fields(fields)
    #expect(counts(site, latest) == counts(site, byTitle))
    let found = ids(site.get("/needs.json", query: latest).text)
    #expect(found.sorted() == ids(site.get("/needs.json", query: byTitle).text).sorted())
    let needs = try site.database.read { session in
      try session.needs.find(found.compactMap { Need.ID($0) }, for: .visitor)
    }
    func moment(_ need: Need) -> Instant? { if case .published(let at) = need.shelf.stage { at } else { nil } }
    let keys = needs.map { (moment($0) ?? site.clock.now, $0.id) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 > $1 }, "the latest first")
  }

  @Test("go on from page to page without a gap")
  func pages() throws {
    let site = try world().site
    let whole = ids(site.get("/needs.json", query: ["per": "100"]).text)
    let pages = (1...9).flatMap { ids(site.get("/needs.json", query: ["per": "7", "page": "\($0)"]).text) }
    #expect(whole.count > 40 && pages == whole)
  }

  @Test(
    "of organisations say the same from the index as from the database",
    arguments: [
      [], [("kind", "local-government")], [("seeks", "sanitation")], [("theme", "energy")], [("language", "es")],
      [("teaches", "energy")], [("q", "santa")], [("standing", "claimed"), ("country", "MZ")],
    ] as [[(String, String)]])
  func organisations(query: [(String, String)]) throws {
    let site = try world().site
    let fields = query.map { Fields.Field($0.0, $0.1) }
    let everyone = [SeekWorld.nhamatare.id, SeekWorld.clariva.id, SeekWorld.association.id]
    // Who belongs to what is asked of the database: everyone belongs to a body of this test.
    let body = Organisation(id: .init(bits: 99), kind: .platform, name: Texts("Platform", in: "en"))
    try site.database.transaction { session in
      try session.organisations.insert(body, at: site.clock.now)
      for id in everyone { try session.memberships.insert(Membership(of: id, in: body.id)) }
    }
    func numbers(_ more: [Fields.Field]) -> [String] {
      site.get("/organisations", query: Fields(fields + more)).text.matches(of: #/>([^<>]*) <data value="(\d+)">/#)
        .map { "\($0.1): \($0.2)" }.filter { !$0.hasPrefix("Platform") }
    }
    let known = numbers([.init("member-of", body.id.text)])
    // The body itself is no member: only where it does not fit are the numbers the same.
    if !query.isEmpty { #expect(numbers([]) == known) }
    let total = try #require(
      site.get("/organisations.json", query: Fields(fields)).text.firstMatch(of: #/"total":(\d+)/#)).1
    let listed = site.get("/organisations.json", query: Fields(fields + [.init("per", "100")])).text
    #expect(listed.matches(of: #/"id":"org_/#).count == Int(total))
  }

  @Test("follow what is published, withdrawn, changed and moved")
  func changes() throws {
    let world = try world(), site = world.site
    func total(_ name: String, _ value: String) -> Int {
      let json = site.get("/needs.json", query: Fields([.init(name, value)])).text
      return json.firstMatch(of: #/"total":(\d+)/#).flatMap { Int($0.1) } ?? -1
    }
    let before = total("country", "EC"), free = total("q", "drains")
    var moved = SeekWorld.clariva
    moved.country = Country.Code("PE")
    try site.database.transaction { session in try session.organisations.update(moved, at: site.clock.now) }
    #expect(before > 0 && total("country", "EC") == 0 && total("country", "PE") == before)
    let id = Need.ID(bits: 1002)
    try site.database.transaction { session in
      var need = try session.needs.require(id, for: .commandLine)
      need.shelf = Shelf(.withdrawn(at: site.clock.now))
      try session.needs.update(need, at: site.clock.now)
    }
    #expect(total("q", "drains") == free - 1)
  }
}
