import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Organisations") struct OrganisationsTests {
  private let anamm = Organisation(
    id: .number(9), kind: .association,
    name: Texts(
      "Associação Nacional dos Municípios de Moçambique", in: "pt",
      translations: ["en": "National Association of Municipalities of Mozambique", "fr": "Association nationale"]),
    acronym: "ANAMM", country: "MZ", place: GeoNamesNumber(7),
    about: Texts("Une association", in: "fr", translations: ["en": "An association"]), website: "https://example.org",
    languages: ["pt", "en"],
    identifiers: [.init(.geonames, "1"), .init(.iati, "MZ-1"), .init(.wikidata, "Q42")],
    means: .init(budgetLine: .notAllowed, share: .init(hundredths: 35)),
    formerNames: [.init("Clube dos Municípios", until: 2004), .init("Círculo", until: nil)],
    succession: .init(to: City.durban.id, on: noon.day), standing: .verified)

  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      let place = Place(
        id: GeoNamesNumber(7), name: "Maputo", country: "MZ", division: "", position: City.nowhere, population: nil,
        names: ["ar": "مابوتو"])
      try session.places.insert(place)
      try session.organisations.insert(anamm, at: noon.adding(days: 1))
    }
  }

  @Test("come back as they went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(try session.organisations.find(anamm.id) == anamm)
      #expect(try session.organisations.find([anamm.id, City.durban.id, .number(99)]) == [anamm, City.durban])
      #expect(try session.organisations.find(.init(.wikidata, "Q42")) == [anamm])
      #expect(try session.organisations.find(.init(.national, "Q42")) == [])
      var all: [Organisation] = []
      try session.organisations.each { all.append($0) }
      #expect(all == City.all + [anamm])
    }
  }

  @Test("are changed by whoever has seen the latest change, and by nobody else", arguments: Engine.allCases)
  func updating(engine: Engine) throws {
    let database = try database(engine)
    var edited = anamm
    (edited.name, edited.acronym) = (Texts("ANAMM", in: "pt", translations: ["ar": "رابطة"]), "")
    (edited.country, edited.place, edited.about, edited.languages) = (nil, nil, nil, [])
    (edited.identifiers, edited.standing, edited.kind) = ([.init(.national, "7")], .claimed, .network)
    (edited.means, edited.formerNames, edited.succession) = (.init(), [], nil)
    let kept = try database.transaction { try $0.organisations.update(edited, at: noon) }
    edited.revision = 2
    #expect(kept == edited)
    #expect(try database.read { try $0.organisations.find(anamm.id) } == edited)
    #expect(throws: Stale(anamm.id)) { try database.transaction { try $0.organisations.update(anamm, at: noon) } }
    let nobody = City.organisation(99, "Nobody", "MZ")
    #expect(throws: Missing(nobody.id)) { try database.transaction { try $0.organisations.update(nobody, at: noon) } }
    #expect(try database.read { try $0.organisations.find(anamm.id) } == edited)
  }

  @Test("are deleted with all that belongs to them, unless something speaks of them", arguments: Engine.allCases)
  func deleting(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { try $0.organisations.delete(anamm.id) }
    for table in ["wording", "external_identifier", "former_name"] as [Statement] {
      #expect(try database.ints("SELECT COUNT(*) FROM \(table)") == [0])
    }
    #expect(throws: Missing(anamm.id)) { try database.transaction { try $0.organisations.delete(anamm.id) } }
    try database.transaction { try $0.memberships.insert(Membership(of: City.durban.id, in: City.vitoria.id)) }
    #expect(throws: DatabaseError.self) { try database.transaction { try $0.organisations.delete(City.vitoria.id) } }
    #expect(try database.read { try $0.organisations.find(City.vitoria.id) } == City.vitoria)
  }

  @Test("are told in the reader's language, else in English, else in their own", arguments: Engine.allCases)
  func briefs(engine: Engine) throws {
    try database(engine).read { session throws in
      func brief(_ language: Language) throws -> Organisation.Brief? {
        try session.organisations.briefs([anamm.id], in: language).first
      }
      #expect(try brief("fr")?.name == .init(text: "Association nationale", language: "fr", isOriginal: false))
      #expect(try brief("ar")?.name.language == "en")
      #expect(try brief("pt")?.name.isOriginal == true)
      #expect(try brief("ar")?.placeName == "مابوتو")
      #expect(try brief("pt")?.placeName == "Maputo")
      #expect(try brief("pt")?.standing == .verified)
      let names = try session.organisations.briefs(City.all.map(\.id), in: "en").map(\.name.text)
      #expect(names == ["Barcelona", "eThekwini Municipality", "Medellín", "Município de Inhambane", "Vitória"])
    }
  }

  @Test("are found by what they were called before, and lead to what they became", arguments: Engine.allCases)
  func history(engine: Engine) throws {
    try database(engine).read { session throws in
      var filter = Organisations.Filter()
      filter.words = "clube"
      #expect(try session.organisations.list(filter, in: "en").items.map(\.id) == [anamm.id])
      let taken = try session.organisations.predecessors(of: City.durban.id, in: "fr")
      #expect(taken.map(\.id) == [anamm.id] && taken.first?.since == noon.day)
      #expect(taken.first?.name.text == "Association nationale")
      #expect(try session.organisations.predecessors(of: anamm.id, in: "fr") == [])
    }
  }

  @Test("stand as verified as long as one of their bodies knows them", arguments: Engine.allCases)
  func verification(engine: Engine) throws {
    let database = try database(engine), city = City.inhambane.id
    func standing() throws -> Organisation.Standing? {
      try database.read { try $0.organisations.find(city)?.standing }
    }
    try database.transaction { session in
      #expect(throws: Missing(city)) { try session.verifications.keep(city, by: anamm.id, on: noon.day) }
    }
    for body in [anamm.id, City.vitoria.id] {
      try database.transaction { session in
        try session.memberships.insert(Membership(of: city, in: body))
        try session.verifications.keep(city, by: body, on: noon.day)
        try session.memberships.insert(Membership(of: city, in: body, since: noon.day))
      }
    }
    #expect(try standing() == .verified)
    #expect(try database.read { try $0.memberships.of(city) }.map(\.verified) == [noon.day, noon.day])
    try database.transaction { try $0.verifications.keep(city, by: anamm.id, on: nil) }
    #expect(try standing() == .verified)
    try database.transaction { try $0.memberships.delete(Membership(of: city, in: City.vitoria.id)) }
    #expect(try standing() == .inferred, "nobody has an account for it")
    try database.transaction { try $0.verifications.keep(city, by: nil, on: noon.day) }
    #expect(try standing() == .verified)
    #expect(try database.read { try $0.verifications.byInstance(city) } == noon.day)
    try database.transaction { try $0.verifications.keep(city, by: nil, on: nil) }
    #expect(try standing() == .inferred)
  }

  @Test("are listed page by page, with how many there are", arguments: Engine.allCases)
  func paging(engine: Engine) throws {
    try database(engine).read { session throws in
      let pages = try (1...4).map { try session.organisations.list(by: .newest, Span(page: $0, per: 2), in: "en") }
      #expect(pages.map(\.total) == [6, 6, 6, 6])
      #expect(pages.flatMap(\.items).map(\.id) == [9, 5, 4, 3, 2, 1].map { .number($0) })
      #expect(pages[3].items.isEmpty)
      let names = try session.organisations.list(in: "en").items.map(\.id)
      #expect(names == [9, 3, 1, 2, 4, 5].map { .number($0) })
    }
  }

  @Test("are narrowed by what they are and where", arguments: Engine.allCases)
  func filters(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { try $0.memberships.insert(Membership(of: City.inhambane.id, in: anamm.id)) }
    try database.read { session throws in
      func numbers(_ narrow: (inout Organisations.Filter) -> Void) throws -> [Int] {
        var filter = Organisations.Filter()
        narrow(&filter)
        return try session.organisations.list(filter, in: "en").items.map { Int($0.id.bits) }.sorted()
      }
      #expect(try numbers { $0.kind = .association } == [9])
      #expect(try numbers { $0.countries = ["MZ", "BR"] } == [4, 5, 9])
      #expect(try numbers { $0.countries = [] } == [])
      #expect(try numbers { $0.language = "pt" } == [4, 5, 9])
      #expect(try numbers { $0.memberOf = anamm.id } == [4])
      #expect(try numbers { $0.standing = .verified } == [9])
      #expect(try numbers { $0.place = GeoNamesNumber(7) } == [9])
      #expect(try numbers { $0.words = "MUNIC" } == [1, 4, 9])
      #expect(try numbers { $0.words = "anam assoc" } == [9])
      #expect(try numbers { $0.words = "medellin" } == [2])
      #expect(try numbers { $0.words = "%" } == [] && numbers { $0.words = "_edellín" } == [])
      #expect(try numbers { $0.words = "x') OR 1=1; DROP TABLE organisation; --" } == [])
      #expect(try numbers { ($0.kind, $0.countries) = (.localGovernment, ["MZ"]) } == [4])
    }
  }

  @Test("are counted by kind and country", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    try database(engine).read { session throws in
      var filter = Organisations.Filter()
      (filter.kind, filter.countries) = (.localGovernment, ["MZ", "BR"])
      #expect(try session.organisations.kinds(filter) == [Count(.localGovernment, 2), Count(.association, 1)])
      filter.countries = ["MZ"]
      #expect(try session.organisations.countries(filter).map(\.value) == ["BR", "CO", "ES", "MZ", "ZA"])
      #expect(try session.organisations.countries(.init()).first == Count("MZ", 2))
    }
  }

  @Test("are dots on a map where their place is known", arguments: Engine.allCases)
  func dots(engine: Engine) throws {
    let dots = try database(engine).read { try $0.organisations.dots(limit: 10) }
    #expect(dots.map(\.id) == [anamm.id])
    #expect(dots.first?.position == City.nowhere)
  }

  @Test("tell of their changes", arguments: Engine.allCases)
  func changes(engine: Engine) throws {
    let database = try database(engine)
    let before = try database.read { try $0.changes.latest() }
    try database.transaction { session in
      try session.organisations.update(City.durban, at: noon)
      try session.organisations.delete(anamm.id)
    }
    try database.read { session throws in
      let changes = try session.changes.since(before, limit: 10)
      #expect(changes.map(\.subject) == [City.durban.id.text, anamm.id.text])
      #expect(changes.map(\.number) == [before + 1, before + 2])
      #expect(try session.changes.since(before, limit: 1).count == 1)
    }
    try database.transaction { session throws in
      #expect(try session.changes.reachesBack(to: 0))
      try session.changes.prune(upTo: before + 9)
      #expect(try session.changes.latest() == before + 2)
      #expect(try !session.changes.reachesBack(to: before))
      #expect(try session.changes.reachesBack(to: before + 1))
    }
  }
}
