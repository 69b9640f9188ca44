import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("The landscape") struct LandscapeTests {
  /// Seven partnerships: 1 signed ES-CO-ZA; 2, 3 twinnings ES-CO; 4 twinning MZ-BR, confirmed; 5 MZ-BR south-south;
  /// 6 within Brazil, between Vitória and another town; 7 with someone who has no country.
  private func database(_ engine: Engine) throws -> any Database {
    let town = City.organisation(20, "Serra", "BR")
    let nobody = Organisation(id: .number(21), kind: .platform, name: Texts("A platform", in: "en"))
    return try world(engine) { session in
      for more in [town, nobody] { try session.organisations.insert(more, at: noon) }
      let far = [Party(Bond.b), Party(Bond.m)], south = [Party(Bond.i), Party(Bond.v)]
      try session.partnerships.insert(Bond.whole(), at: noon)
      try session.partnerships.insert(Bond.between(2, far, .inferred), at: noon.adding(days: 1))
      try session.partnerships.insert(Bond.between(3, far.reversed(), .inferred), at: noon.adding(days: 2))
      try session.partnerships.insert(Bond.between(4, south, .inferred), at: noon)
      try session.partnerships.insert(
        Bond.between(5, south, .agreed(on: noon.day), form: .southSouth, parent: .number(4)), at: noon)
      try session.partnerships.insert(
        Bond.between(6, [Party(Bond.v), Party(town.id)], .agreed(on: noon.day)), at: noon)
      try session.partnerships.insert(Bond.between(7, [Party(Bond.d), Party(nobody.id)], .inferred), at: noon)
      for city in [Bond.i, Bond.v] {
        let voice = Claim.Voice(organisation: city, stance: .claims, reason: "", person: rui.id, at: noon)
        try session.partnerships.hear(voice, on: .number(4))
      }
    }
  }

  @Test("counts partnerships between countries by form and claim", arguments: Engine.allCases)
  func arcs(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(
        try session.landscape.arcs() == [
          Arc("CO", "ES", .twinning, .inferred, 2),
          Arc("BR", "BR", .twinning, .silent, 1),
          Arc("BR", "MZ", .southSouth, .silent, 1),
          Arc("BR", "MZ", .twinning, .confirmed, 1),
          Arc("CO", "ES", .cityToCity, .silent, 1),
          Arc("CO", "ZA", .cityToCity, .silent, 1),
          Arc("ES", "ZA", .cityToCity, .silent, 1),
        ])
      #expect(
        try session.landscape.arcs(of: "ZA").map(\.one) == ["CO", "ES"])
    }
  }

  @Test("tells the figures of each country", arguments: Engine.allCases)
  func countries(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session in
      for (number, country) in [nil, "AO"].enumerated() as EnumeratedSequence<[Country.Code?]> {
        let shelf = Shelf(.published(at: noon))
        let topic = Topic(context: .init(country: country))
        let (id, title) = (number + 1, Texts("x", in: "pt"))
        try session.needs.insert(
          Need(id: .number(id), organisation: Bond.v, title: title, topic: topic, shelf: shelf), at: noon)
        try session.practices.insert(
          Practice(id: .number(id), organisation: Bond.v, title: title, topic: topic, shelf: Shelf()), at: noon)
      }
    }
    let figures = try database.read { try $0.landscape.countries() }
    #expect(figures.map(\.country) == ["AO", "BR", "CO", "ES", "MZ", "ZA"])
    #expect(figures[0] == CountryNumbers("AO", needs: 1))
    #expect(
      figures[1]
        == CountryNumbers("BR", organisations: 2, needs: 1, partnerships: [.confirmed: 1, .silent: 2]))
    #expect(figures[5].partnerships == [.silent: 1, .inferred: 1])
  }

  @Test("draws each line once", arguments: Engine.allCases)
  func links(engine: Engine) throws {
    try database(engine).read { session throws in
      let world = try session.landscape.links(limit: 100)
      #expect(world.count == 9 && Set(world).count == 9)
      #expect(try session.landscape.links(limit: 2) == Array(world.prefix(2)))
      let brazil = try session.landscape.links(of: "BR", limit: 100)
      #expect(brazil.map(\.partnership) == [.number(6), .number(5), .number(4)])
      #expect(try session.landscape.links(of: "ZA", limit: 100).count == 3)
    }
  }

  @Test("is narrowed to a list of partnerships", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    try database(engine).read { session throws in
      func numbers(_ narrow: (inout Partnerships.Filter) -> Void) throws -> [Int] {
        var filter = Partnerships.Filter()
        narrow(&filter)
        let listed = try session.partnerships.list(filter, by: .title, in: "en")
        #expect(listed.total == listed.items.count)
        return listed.items.map { Int($0.id.bits) }
      }
      #expect(try numbers { _ in } == [2, 3, 4, 5, 6, 7, 1])
      #expect(try numbers { $0.form = .southSouth } == [5])
      #expect(try numbers { $0.standing = .agreed } == [5, 6])
      #expect(try numbers { $0.claim = .confirmed } == [4])
      #expect(try numbers { $0.countries = ["BR"] } == [4, 5, 6])
      #expect(try numbers { ($0.countries, $0.others) = (["BR"], ["BR"]) } == [6])
      #expect(try numbers { ($0.countries, $0.others) = (["CO", "ZA"], ["ES"]) } == [2, 3, 1])
      #expect(try numbers { $0.organisation = Bond.d } == [7, 1])
      #expect(try numbers { $0.themes = ["libraries"] } == [1])
      #expect(try numbers { $0.parent = .number(4) } == [5])
      #expect(try numbers { $0.words = "learn" } == [1] && numbers { $0.words = "x' OR 'a'='a" } == [])
      #expect(try numbers { $0.silentSince = noon.day } == [2, 3, 4, 5, 6, 7, 1])
    }
  }

  @Test("counts a list by form and claim, and pages it", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    try database(engine).read { session throws in
      var filter = Partnerships.Filter()
      filter.form = .twinning
      #expect(
        try session.partnerships.claims(filter)
          == [Count(.inferred, 3), Count(.confirmed, 1), Count(.silent, 1)])
      #expect(
        try session.partnerships.forms(filter)
          == [Count(.twinning, 5), Count(.cityToCity, 1), Count(.southSouth, 1)])
      let pages = try (1...3).map {
        try session.partnerships.list(filter, by: .newest, Span(page: $0, per: 2), in: "es")
      }
      #expect(pages.flatMap(\.items).map { Int($0.id.bits) } == [3, 2, 7, 6, 4])
      #expect(pages.map(\.total) == [5, 5, 5])
      #expect(pages[0].items[0].parties.map(\.organisation) == [Bond.m, Bond.b])
    }
  }

  @Test("tells a partnership in the reader's language", arguments: Engine.allCases)
  func languages(engine: Engine) throws {
    try database(engine).read { session throws in
      func title(_ language: Language) throws -> String? {
        try session.partnerships.briefs([.number(1)], in: language).first?.title.text
      }
      #expect(try [title("es"), title("fr")] == ["Ciudades que aprenden", "Cities that learn"])
    }
  }
}
