import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Organisations by their very name") struct DirectoryNamesTests {
  private let network = Organisation(
    id: .number(9), kind: .network,
    name: Texts("Réseau des villes", in: "fr", translations: ["en": "Network of cities", "es": "Red de ciudades"]),
    acronym: "RdV", country: "FR")

  private func named(_ name: String, in country: Country.Code? = nil, on engine: Engine) throws -> [Int] {
    let database = try world(engine) { session in
      try session.organisations.insert(network, at: noon)
      let namesake = City.organisation(8, "Medellin", "PH")
      try session.organisations.insert(namesake, at: noon)
    }
    return try database.read { try $0.organisations.named(name, in: country) }.map { Int($0.id.bits) }
  }

  @Test("are found in any language, without accents, and by their acronym", arguments: Engine.allCases)
  func names(engine: Engine) throws {
    for name in ["reseau  des VILLES", "Network of Cities", "Red de ciudades", "rdv"] {
      #expect(try named(name, on: engine) == [9], "\(name)")
    }
    #expect(try named("Vitoria", on: engine) == [5])
  }

  @Test("are not found by a part of it, by two names together, or by what means something to SQL")
  func others() throws {
    for name in ["Réseau", "villes", "Network of cities RdV", "%", "", "' OR '1' = '1"] {
      #expect(try named(name, on: .sqlite) == [], "\(name)")
    }
  }

  @Test("are told of many names at once: by the very name before those that only hold its words", arguments: Engine.allCases)
  func many(engine: Engine) throws {
    let database = try world(engine) { session in
      try session.organisations.insert(network, at: noon)
      try session.organisations.insert(City.organisation(8, "Medellin", "PH"), at: noon)
    }
    let names = ["RdV", "reseau", "villes des RÉSEAU", "Medellín", "vitória", "nowhere", "", "%", "Vitória"]
    let called = try database.read { try $0.organisations.called(names) }.mapValues { $0.map { Int($0.bits) } }
    #expect(
      called == [
        "RdV": [9], "reseau": [9], "villes des RÉSEAU": [9], "Medellín": [2, 8], "vitória": [5], "Vitória": [5],
      ])
  }

  @Test("can be looked for in one country", arguments: Engine.allCases)
  func countries(engine: Engine) throws {
    #expect(try named("MEDELLÍN", on: engine) == [2, 8])
    #expect(try named("MEDELLÍN", in: "PH", on: engine) == [8])
    #expect(try named("MEDELLÍN", in: "FR", on: engine) == [])
  }
}

@Suite("Changes that several make at once") struct DirectoryChangesTests {
  @Test("are all kept, and told in order without a gap", arguments: Engine.allCases)
  func together(engine: Engine) throws {
    try engine.shared { database in
      try migrate(database, at: noon)
      let writers = 4, each = 6
      try onThreads(writers) { writer in
        for number in 0..<each {
          let city = City.organisation(1 + writer * each + number, "City", "ZA")
          try database.transaction { try $0.organisations.insert(city, at: noon) }
        }
      }
      let changes = try database.read { try $0.changes.since(0, limit: 100) }
      #expect(changes.map(\.number) == Array(1...(writers * each)))
      #expect(Set(changes.map(\.subject)).count == writers * each)
    }
  }

  @Test("of one organisation let only one of them win", arguments: Engine.allCases)
  func stale(engine: Engine) throws {
    try engine.shared { database in
      try migrate(database, at: noon)
      try database.transaction { try $0.organisations.insert(City.durban, at: noon) }
      try onThreads(4) { writer in
        var edited = City.durban
        edited.website = "https://example.org/\(writer)"
        do { try database.transaction { try $0.organisations.update(edited, at: noon) } } catch is Stale {}
      }
      let kept = try database.read { try $0.organisations.require(City.durban.id) }
      #expect(kept.revision == 2)
      #expect(kept.website.hasPrefix("https://example.org/"))
    }
  }
}
