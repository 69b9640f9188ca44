import Cooperation
import SQL
import Storage
import TestSupport
import Testing

/// Partnerships between the cities of these tests.
enum Bond {
  static let (b, m, d, i, v) = (
    City.barcelona.id, City.medellin.id, City.durban.id, City.inhambane.id, City.vitoria.id
  )

  static func between(
    _ number: Int, _ parties: [Party], _ stage: Partnership.Stage, form: Partnership.Form = .twinning,
    title: Texts? = nil, parent: Partnership.ID? = nil
  ) throws -> Partnership {
    Partnership(
      id: .number(number), title: title ?? Texts("Bond \(number)", in: "en"), form: form, parties: try Parties(parties),
      stage: stage, parent: parent)
  }

  /// A signed one with everything that a partnership can have.
  static func whole() throws -> Partnership {
    let agreement = try Agreement(
      kind: .memorandum, signed: noon.day, endsOn: noon.day.adding(days: 700), aspects: ["Libraries", "Public space"],
      signatories: [
        .init(organisation: b, name: "X. Alcaldessa", title: "Alcaldessa"),
        .init(organisation: m, name: "Y. Alcalde", title: "Alcalde"),
      ])
    return Partnership(
      id: .number(1), title: Texts("Ciudades que aprenden", in: "es", translations: ["en": "Cities that learn"]),
      form: .cityToCity, parties: try Parties([Party(b, .lead), Party(m), Party(d, .thirdParty)]),
      stage: .signed(agreement), about: Texts("Sobre bibliotecas", in: "es"),
      topic: Topic(
        themes: ["libraries"], targets: [], languages: ["es"], context: .init(population: 5, country: "CO")),
      began: noon.day.adding(days: -100))
  }
}

@Suite("Partnerships") struct PartnershipsTests {
  @Test("come back as they went in, in every stage", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let pair = [Party(Bond.b), Party(Bond.m)]
    let all = [
      try Bond.whole(),
      try Bond.between(2, pair, .inferred),
      try Bond.between(3, pair, .proposed(by: Bond.m, on: noon.day), form: .southSouth, parent: .number(1)),
      try Bond.between(4, pair, .agreed(on: noon.day), form: .triangular),
      try Bond.between(5, pair.reversed(), .ended(on: noon.day, why: .lapsed), form: .programme),
    ]
    let database = try world(engine) { for bond in all { try $0.partnerships.insert(bond, at: noon) } }
    try database.read { session throws in
      #expect(try session.partnerships.find(all.map(\.id).reversed()) == all.reversed())
      #expect(throws: Missing(Partnership.ID.number(9))) { try session.partnerships.require(.number(9)) }
      var each: [Partnership] = []
      try session.partnerships.each { each.append($0) }
      #expect(each == all)
      #expect(try session.partnerships.between(Bond.m, Bond.b) == all.map(\.id))
      #expect(try session.partnerships.between(Bond.m, Bond.b, .twinning) == [.number(2)])
      #expect(try session.partnerships.between(Bond.m, Bond.v) == [])
    }
  }

  @Test("live through their stages, and keep their agreement when they have ended", arguments: Engine.allCases)
  func living(engine: Engine) throws {
    let whole = try Bond.whole()
    guard case .signed(let agreement) = whole.stage else { return }
    let proposed = try Partnership.proposed(
      .number(1), title: whole.title, form: .cityToCity, parties: whole.parties, by: Bond.b, on: noon.day)
    let database = try world(engine) { try $0.partnerships.insert(proposed, at: noon) }
    let kept = try database.transaction { session in
      let agreed = try session.partnerships.update(proposed.agreed(by: Bond.m, on: noon.day), at: noon)
      let signed = try session.partnerships.update(agreed.signed(agreement), at: noon)
      #expect(try session.partnerships.find(.number(1)) == signed)
      return try session.partnerships.update(signed.ended(by: Bond.m, on: noon.day, why: .completed), at: noon)
    }
    try database.read { session throws in
      #expect(try session.partnerships.require(.number(1)) == kept)
      #expect(kept.revision == 4)
      #expect(try session.partnerships.agreement(of: .number(1)) == agreement)
    }
    #expect(throws: Stale(proposed.id)) { try database.transaction { try $0.partnerships.update(proposed, at: noon) } }
  }

  @Test("are claimed, confirmed and disputed by their speaking parties", arguments: Engine.allCases)
  func claims(engine: Engine) throws {
    let whole = try Bond.whole()
    let told = try Bond.between(2, [Party(Bond.i), Party(Bond.v)], .inferred)
    let database = try world(engine) { session in
      try session.partnerships.insert(whole, at: noon)
      try session.partnerships.insert(told, at: noon)
    }
    func say(_ stance: Claim.Stance, _ city: Organisation.ID, of bond: Partnership.ID, _ minutes: Int) throws {
      try database.transaction { session in
        let voice = Claim.Voice(
          organisation: city, stance: stance, reason: stance == .disputes ? "It ended" : "", person: amelia.id,
          at: noon.adding(minutes: minutes))
        try session.partnerships.hear(voice, on: bond)
      }
    }
    func states() throws -> [Claim.State] {
      try database.read { session in
        let briefs = try session.partnerships.briefs([whole.id, told.id], in: "en").sorted { $0.id < $1.id }
        let claims = try [whole.id, told.id].map { try session.partnerships.claim(of: $0).state }
        #expect(claims == briefs.map(\.claim))
        #expect(try session.relations.of(Bond.v, in: "en").map(\.claim) == [claims[1]])
        return claims
      }
    }
    #expect(try states() == [.silent, .inferred])
    try say(.claims, Bond.b, of: whole.id, 1)
    try say(.confirms, Bond.v, of: told.id, 1)
    #expect(try states() == [.claimed, .claimed])
    try say(.confirms, Bond.m, of: whole.id, 2)
    try say(.disputes, Bond.i, of: told.id, 2)
    #expect(try states() == [.confirmed, .disputed])
    try say(.confirms, Bond.i, of: told.id, 3)
    #expect(try states() == [.confirmed, .confirmed])
    try database.read { session throws in
      let claim = try session.partnerships.claim(of: told.id)
      #expect(claim.isImported && claim.parties == [Bond.i, Bond.v])
      #expect(try session.voices.on([told.id.text])[told.id.text]?.map(\.stance) == [.confirms, .disputes, .confirms])
      #expect(throws: Missing(Partnership.ID.number(9))) { try session.partnerships.claim(of: .number(9)) }
    }
    try database.transaction { try $0.partnerships.update(told, at: noon) }
    #expect(try states() == [.confirmed, .confirmed])
  }

  @Test("are told from each side, in the order of the partners' names", arguments: Engine.allCases)
  func relations(engine: Engine) throws {
    let whole = try Bond.whole()
    let database = try world(engine) { session in
      try session.partnerships.insert(whole, at: noon)
      try session.partnerships.insert(Bond.between(2, [Party(Bond.b), Party(Bond.v)], .inferred), at: noon)
    }
    func partners(_ language: Language = "en") throws -> [Relation] {
      try database.read { try $0.relations.of(Bond.b, in: language) }
    }
    #expect(try partners().map(\.partner) == [Bond.d, Bond.m, Bond.v])
    #expect(try partners().map(\.form) == [.cityToCity, .cityToCity, .twinning])
    #expect(try partners().map(\.standing) == [.signed, .signed, .inferred])
    #expect(try partners().first?.began == whole.began)
    #expect(try partners().map(\.country) == ["ZA", "CO", "BR"])
    try database.transaction { session in
      var renamed = City.durban
      (renamed.name, renamed.country) = (Texts("Zululand", in: "zu", translations: ["pt": "Terra zulu"]), "LS")
      try session.organisations.update(renamed, at: noon)
    }
    #expect(try partners("pt").map(\.name.text) == ["Medellín", "Vitória", "Terra zulu"])
    #expect(try partners("zu").last?.name == .init(text: "Zululand", language: "zu", isOriginal: true))
    #expect(try partners().last?.country == "LS")
    let counts = try database.read { try $0.organisations.list(by: .relations, in: "en").items.map(\.relations) }
    #expect(counts == [3, 2, 2, 1, 0])
    try database.transaction { try $0.partnerships.delete(whole.id) }
    #expect(try partners().map(\.partner) == [Bond.v])
    #expect(try database.read { try $0.organisations.briefs([Bond.b, Bond.m], in: "en").map(\.relations) } == [1, 0])
  }

  @Test("relate many parties only to those who lead", arguments: Engine.allCases)
  func network(engine: Engine) throws {
    let members = (100...119).map { City.organisation($0, "City \($0)", "MZ") }
    let parties = members.enumerated().map { Party($1.id, $0 == 5 ? .lead : .partner) }
    let database = try world(engine) { session in
      for member in members { try session.organisations.insert(member, at: noon) }
      try session.partnerships.insert(Bond.between(1, parties, .inferred, form: .network), at: noon)
    }
    try database.read { session throws in
      func count(_ number: Int) throws -> Int { try session.relations.of(.number(number), in: "en").count }
      #expect(try [count(100), count(105), count(101), count(119)] == [19, 19, 2, 2])
    }
  }

  @Test("change their parties, and those who left have one relation less", arguments: Engine.allCases)
  func parties(engine: Engine) throws {
    let first = try Bond.between(1, [Party(Bond.b), Party(Bond.m), Party(Bond.v)], .inferred)
    let database = try world(engine) { try $0.partnerships.insert(first, at: noon) }
    let second = try Bond.between(1, [Party(Bond.m), Party(Bond.b)], .inferred)
    let kept = try database.transaction { try $0.partnerships.update(second, at: noon) }
    try database.read { session throws in
      #expect(try session.partnerships.find(.number(1)) == kept)
      #expect(try session.relations.of(Bond.v, in: "en").isEmpty)
      #expect(try session.organisations.briefs([Bond.b, Bond.m, Bond.v], in: "en").map(\.relations) == [1, 1, 0])
    }
  }
}
