import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Needs and practices") struct LibraryTests {
  private let today = noon.day
  private let markets = Practice(
    id: .number(1), organisation: City.inhambane.id,
    title: Texts("Mercados que se pagam", in: "pt", translations: ["en": "Markets that pay for themselves"]),
    problem: Texts("Ninguém pagava", in: "pt"),
    story: Texts("O que fizemos", in: "pt", translations: ["en": "What we did"]),
    people: Texts("Os vendedores", in: "pt"), resources: Texts("Pouco", in: "pt"),
    results: Texts("Was dabei herauskam", in: "de"), failures: Texts("Ce qui n’a pas marché", in: "fr"),
    conditions: Texts("Uma lei", in: "pt"),
    topic: Topic(
      themes: ["markets", "local-taxes"], targets: [Target("11.3"), Target("8.10")].compactMapSet(),
      languages: ["pt", "zu", "en"], context: .init(population: 82_000, country: "MZ")),
    facts: Practice.Facts(
      worked: .no, evidence: .compared, years: try? Practice.Years(2015, to: 2019),
      cost: Currency("MZN").map { Money(minorUnits: 120_050, $0) }, posts: 25,
      links: [WebLink("https://example.org/a A report"), WebLink("http://example.org/b")].compactMap { $0 },
      contact: rui.id, licence: .shareAlike, truth: Truth(said: noon.day.adding(days: -1), isOver: true)),
    shelf: Shelf(.published(at: noon.adding(days: -3)), expires: noon.day.adding(days: 90)))
  private let floods = Need(
    id: .number(1), organisation: City.vitoria.id, title: Texts("Ruas que inundam", in: "pt"),
    problem: Texts("Todos os janeiros", in: "pt"), tried: Texts("Drains", in: "en"),
    topic: Topic(themes: ["drainage"], languages: ["pt"]),
    wish: Need.Wish(
      formats: [.mentoring, .session], likeness: [.language, .size], days: PeerDays(tenths: 5),
      money: Currency("USD").map { Money(minorUnits: 0, $0) }),
    shelf: Shelf())
  private let withdrawn = Need(
    id: .number(2), organisation: City.durban.id, title: Texts("100% of fees", in: "en"),
    topic: Topic(themes: ["markets"]), shelf: Shelf(.withdrawn(at: noon)))
  private let published = Need(
    id: .number(3), organisation: City.medellin.id, title: Texts("Ladeiras", in: "es", translations: ["en": "Slopes"]),
    topic: Topic(themes: ["drainage", "housing"], targets: [Target("11.5")].compactMapSet(), languages: ["es"]),
    shelf: Shelf(.published(at: noon), expires: noon.day))
  private let old = Need(
    id: .number(4), organisation: City.medellin.id, title: Texts("Antes", in: "es"),
    topic: Topic(themes: ["housing"]),
    shelf: Shelf(.published(at: noon.adding(days: -1)), expires: noon.day.adding(days: -1)))

  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      try session.practices.insert(markets, at: noon)
      for need in [floods, withdrawn, published, old] { try session.needs.insert(need, at: noon.adding(days: -9)) }
    }
  }

  private func viewer(_ role: Account.Role, of city: Organisation, duty: Account.Duty? = nil) -> Viewer {
    let email = Email("someone@example.org").unsafelyUnwrapped
    return Viewer(Account(id: .number(1), email: email, person: amelia.id, duty: duty), roles: [city.id: role])
  }

  @Test("come back as they went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(try session.practices.require(markets.id, for: .visitor) == markets)
      let all = [floods, withdrawn, published, old]
      #expect(try session.needs.find(all.map(\.id), for: .commandLine) == all)
    }
  }

  @Test("are seen as drafts by their own organisation alone", arguments: Engine.allCases)
  func drafts(engine: Engine) throws {
    let admin = viewer(.reader, of: City.barcelona, duty: .administrator)
    try database(engine).read { session throws in
      func seen(by viewer: Viewer) throws -> [Int] {
        let listed = try session.needs.list(for: viewer)
        #expect(listed.total == listed.items.count)
        return listed.items.map { Int($0.id.bits) }.sorted()
      }
      #expect(try seen(by: .visitor) == [3, 4])
      #expect(try seen(by: viewer(.reader, of: City.vitoria)) == [1, 3, 4])
      #expect(try seen(by: viewer(.owner, of: City.durban, duty: .reviewer)) == [2, 3, 4])
      #expect(try seen(by: admin) == [1, 2, 3, 4])
      #expect(try session.needs.find(floods.id, for: .visitor) == nil)
      #expect(try session.needs.find(floods.id, for: viewer(.owner, of: City.medellin)) == nil)
      #expect(throws: Missing(floods.id)) { try session.needs.require(floods.id, for: .visitor) }
      #expect(try session.needs.themes(LibraryFilter(), for: .visitor).map(\.value) == ["housing", "drainage"])
      #expect(try session.needs.countries(LibraryFilter(), for: .visitor) == [Count("CO", 2)])
      var published: [Need] = []
      try session.needs.eachPublished { published.append($0) }
      #expect(published.map(\.id) == [.number(3), .number(4)])
    }
  }

  @Test("are changed by whoever has seen the latest change, and by nobody else", arguments: Engine.allCases)
  func updating(engine: Engine) throws {
    let database = try database(engine)
    var edited = markets
    (edited.title, edited.story, edited.results) = (Texts("Markets", in: "en"), nil, markets.failures)
    edited.topic = Topic(themes: ["markets"], targets: [], languages: ["en"])
    edited.shelf = try markets.shelf.withdrawing(at: noon)
    let next = try database.transaction { try $0.practices.update(edited, at: noon) }
    edited.revision = 2
    #expect(next == edited)
    #expect(try database.read { try $0.practices.find(markets.id, for: .commandLine) } == edited)
    #expect(throws: Stale(markets.id)) { try database.transaction { try $0.practices.update(markets, at: noon) } }
    #expect(try database.ints("SELECT COUNT(*) FROM subject_theme WHERE subject = \(markets.id)") == [1])
  }

  @Test("are narrowed by what they are about and whose they are", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    try database(engine).read { session throws in
      func numbers(_ narrow: (inout LibraryFilter) -> Void) throws -> [Int] {
        var filter = LibraryFilter()
        narrow(&filter)
        return try session.needs.list(filter, by: .title, for: .commandLine).items.map { Int($0.id.bits) }
      }
      #expect(try numbers { _ in } == [2, 4, 3, 1])
      #expect(try numbers { $0.themes = ["drainage", "housing"] } == [4, 3, 1])
      #expect(try numbers { $0.themes = [] } == [])
      #expect(try numbers { $0.targets = [Target("11.5")].compactMap { $0 } } == [3])
      #expect(try numbers { $0.goal = Goal(11) } == [3] && numbers { $0.goal = Goal(1) } == [])
      #expect(try numbers { $0.countries = ["BR", "ZA"] } == [2, 1])
      #expect(try numbers { $0.language = "pt" } == [1])
      #expect(try numbers { $0.organisation = City.medellin.id } == [4, 3])
      #expect(try numbers { $0.stage = .withdrawn } == [2])
      #expect(try numbers { $0.current = today } == [3])
      #expect(try numbers { $0.current = today.adding(days: -1) } == [4, 3])
      #expect(try numbers { $0.words = "slop" } == [3] && numbers { $0.words = "INUNDÁM" } == [1])
      #expect(try numbers { $0.words = "100%" } == [2] && numbers { $0.words = "%" } == [])
      #expect(try numbers { $0.words = "' OR '1'='1" } == [])
    }
  }

  @Test("hold where they say, else where their organisation is", arguments: Engine.allCases)
  func countries(engine: Engine) throws {
    let database = try database(engine)
    var moved = markets
    moved.topic.context.country = "AO"
    try database.transaction { try $0.practices.update(moved, at: noon) }
    try database.read { session throws in
      var filter = LibraryFilter()
      filter.countries = ["MZ"]
      #expect(try session.practices.list(filter, for: .visitor).total == 0)
      #expect(try session.practices.countries(filter, for: .visitor) == [Count("AO", 1)])
      filter.countries = ["AO"]
      #expect(try session.practices.list(filter, for: .visitor).items.map(\.id) == [markets.id])
    }
  }

  @Test("are listed page by page, the newest first", arguments: Engine.allCases)
  func paging(engine: Engine) throws {
    try database(engine).read { session throws in
      let pages = try (1...3).map { try session.needs.list(by: .newest, Span(page: $0, per: 2), for: .commandLine) }
      // Withdrawn and published at noon, then the old one, then the draft, which was begun nine days before.
      #expect(pages.map { $0.items.map { Int($0.id.bits) } } == [[3, 2], [4, 1], []])
      #expect(pages.map(\.total) == [4, 4, 4])
    }
  }

  @Test("lead to the organisations that seek and teach", arguments: Engine.allCases)
  func seekersAndTeachers(engine: Engine) throws {
    try database(engine).read { session throws in
      func numbers(_ narrow: (inout Organisations.Filter) -> Void) throws -> [Int] {
        var filter = Organisations.Filter()
        narrow(&filter)
        return try session.organisations.list(filter, in: "en").items.map { Int($0.id.bits) }.sorted()
      }
      #expect(try numbers { $0.seeks = ["drainage"] } == [2])
      #expect(try numbers { $0.seeks = ["markets"] } == [])
      #expect(try numbers { $0.teaches = ["markets", "drainage"] } == [4])
      #expect(try numbers { $0.themes = ["markets", "drainage"] } == [2, 4])
    }
  }
}

extension Array where Element == Target? {
  fileprivate func compactMapSet() -> Set<Target> { Set(compactMap { $0 }) }
}
