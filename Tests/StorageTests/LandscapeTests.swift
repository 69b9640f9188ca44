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
  func flows(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(
        try session.overview.flows() == [
          Flow("BR", "BR", .twinning, Tally([.silent: 1])),
          Flow("BR", "MZ", .southSouth, Tally([.silent: 1])),
          Flow("BR", "MZ", .twinning, Tally([.confirmed: 1])),
          Flow("CO", "ES", .cityToCity, Tally([.silent: 1])),
          Flow("CO", "ES", .twinning, Tally([.inferred: 2])),
          Flow("CO", "ZA", .cityToCity, Tally([.silent: 1])),
          Flow("ES", "ZA", .cityToCity, Tally([.silent: 1])),
        ])
      #expect(try session.overview.flows(of: "ZA").map(\.from) == ["CO", "ES"])
    }
  }

  @Test("tells when partnerships began", arguments: Engine.allCases)
  func evolution(engine: Engine) throws {
    try database(engine).read { session throws in
      let began = try #require(try Bond.whole().began?.year)
      #expect(
        try session.overview.evolution() == Evolution(years: [.init(began, [.cityToCity: 1])], undated: 6))
      #expect(try session.overview.evolution(of: "MZ") == Evolution(years: [], undated: 2))
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
    let figures = try database.read { try $0.overview.countries() }
    #expect(figures.map(\.country) == ["AO", "BR", "CO", "ES", "MZ", "ZA"])
    #expect(figures[0] == CountryNumbers("AO", needs: 1))
    #expect(
      figures[1]
        == CountryNumbers("BR", organisations: 2, needs: 1, partnerships: Tally([.confirmed: 1, .silent: 2])))
    #expect(figures[5].partnerships == Tally([.silent: 1, .inferred: 1]))
  }

  @Test("tells all of one country, theme by theme", arguments: Engine.allCases)
  func country(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session in
      let place = Place(
        id: GeoNamesNumber(7), name: "Vitória", country: "BR", division: "", position: City.nowhere, population: nil)
      try session.places.insert(place)
      var vitoria = City.vitoria
      (vitoria.place, vitoria.standing) = (place.id, .inferred)
      try session.organisations.update(vitoria, at: noon)
      let shelves = [Shelf(.published(at: noon)), Shelf(.published(at: noon), expires: noon.day.adding(days: -1))]
      for (number, shelf) in shelves.enumerated() {
        let topic = Topic(themes: ["drainage", "housing"])
        let title = Texts("x", in: "pt")
        try session.needs.insert(
          Need(id: .number(number), organisation: Bond.v, title: title, topic: topic, shelf: shelf), at: noon)
      }
    }
    try database.read { session throws in
      let figures = try session.overview.figures(of: "BR", on: noon.day)
      #expect(figures.organisations == [.localGovernment: 2])
      #expect((figures.spokenFor, figures.towns, figures.tiedTowns) == (1, 1, 1))
      let twinnings = Tally([.confirmed: 1, .silent: 1])
      #expect(figures.partnerships == [.twinning: twinnings, .southSouth: Tally([.silent: 1])])
      #expect(figures.themes == [ThemeFigures("drainage", needs: 1), ThemeFigures("housing", needs: 1)])
      let world = try session.overview.themes(on: noon.day.adding(days: -1))
      #expect(
        world == [
          ThemeFigures("drainage", needs: 2), ThemeFigures("housing", needs: 2),
          ThemeFigures("libraries", partnerships: 1),
        ])
    }
  }

  @Test("draws each line once", arguments: Engine.allCases)
  func links(engine: Engine) throws {
    try database(engine).read { session throws in
      let world = try session.overview.links(limit: 100)
      #expect(world.count == 9 && Set(world).count == 9)
      #expect(try session.overview.links(limit: 2) == Array(world.prefix(2)))
      let brazil = try session.overview.links(of: "BR", limit: 100)
      #expect(brazil.map(\.partnership) == [.number(6), .number(5), .number(4)])
      #expect(try session.overview.links(of: "ZA", limit: 100).count == 3)
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
