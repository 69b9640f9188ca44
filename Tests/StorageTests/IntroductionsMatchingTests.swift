import Actions
import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("What introductions tell of matches") struct IntroductionMatchingTests {
  private func room(_ number: Int?, _ database: any Database) throws {
    try database.transaction { session in
      var medellin = try session.organisations.require(City.medellin.id)
      medellin.capacity = number
      try session.organisations.update(medellin, at: noon)
    }
  }

  private func load(_ database: any Database, after days: Int = 1) throws -> Match.Capacity {
    try database.read { session in
      try session.introductions.capacities(on: Talk.today.adding(days: days))[City.medellin.id] ?? .unsaid
    }
  }

  @Test("is how busy someone is this quarter, against what they can take", arguments: Engine.allCases)
  func load(engine: Engine) throws {
    let database = try talking(engine)
    #expect(try load(database) == .unsaid)
    try room(4, database)
    #expect(try load(database) == .load(0, of: 4))
    try database.ask(1, Talk.request())
    #expect(try load(database) == .load(0, of: 4), "a request is no load yet")
    #expect(try load(database, after: 14) == .load(1, of: 4), "one that is not answered is")
    _ = try AnswerIntroduction(.number(1), .accepts(contact: "m")).run(on: database.occasion(Talk.asked, after: 1))
    #expect(try load(database) == .load(1, of: 4))
    let proposal = Partnership(
      id: .number(9), title: Texts("T", in: "en"), form: .cityToCity,
      parties: try Parties([Party(City.durban.id), Party(City.medellin.id), Party(City.vitoria.id)]),
      stage: .proposed(by: City.durban.id, on: Talk.today))
    try database.transaction { session in try session.partnerships.insert(proposal, at: noon) }
    #expect(try load(database) == .load(2, of: 4), "the same two talk only once")
    #expect(try load(database, after: 100) == .load(0, of: 4), "another quarter begins anew")
    try room(0, database)
    #expect(try load(database).score == 0)
  }

  @Test("is a lack of room for ninety days, and a no to the same asker for a year", arguments: Engine.allCases)
  func declined(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request())
    try database.read { session throws in
      let silent = try session.introductions.history(of: City.durban.id, about: [], on: Talk.today.adding(days: 14))
      #expect(silent == [City.medellin.id: .silent(since: Talk.today)])
    }
    _ = try AnswerIntroduction(.number(1), .declines(.noCapacity)).run(on: database.occasion(Talk.asked))
    #expect(try load(database, after: 89) == .full && load(database, after: 91) == .unsaid)
    try database.ask(2, Talk.request())
    _ = try AnswerIntroduction(.number(2), .declines(.otherField)).run(on: database.occasion(Talk.asked))
    try database.read { session throws in
      func history(_ asker: Organisation, _ themes: Set<Theme.ID>, after days: Int) throws -> Match.Capacity? {
        try session.introductions.history(of: asker.id, about: themes, on: Talk.today.adding(days: days))[
          City.medellin.id]
      }
      let no = Match.Capacity.declined("drainage-and-floods", .otherField, on: Talk.today)
      #expect(try history(City.durban, ["drainage-and-floods", "housing"], after: 365) == no)
      #expect(try history(City.durban, ["drainage-and-floods"], after: 366) == nil)
      #expect(try history(City.durban, ["housing"], after: 1) == nil)
      #expect(try history(City.vitoria, ["drainage-and-floods"], after: 1) == nil)
    }
  }

  @Test("is the way to others: partners, a body of both, members", arguments: Engine.allCases)
  func reaches(engine: Engine) throws {
    let database = try talking(engine)
    try database.transaction { session in
      var network = Talk.network
      network.acronym = "RIV"
      try session.organisations.update(network, at: noon)
      let large = City.organisation(31, "Everyone", "ZA", kind: .network)
      try session.organisations.insert(large, at: noon)
      for city in City.all { try session.memberships.insert(Membership(of: city.id, in: large.id)) }
      let stages: [(Organisation, Partnership.Stage)] = [
        (City.barcelona, .agreed(on: Talk.today)), (City.inhambane, .proposed(by: City.durban.id, on: Talk.today)),
        (City.medellin, .inferred),
      ]
      for (number, (city, stage)) in stages.enumerated() {
        let parties = try Parties([Party(City.durban.id), Party(city.id)])
        let title = Texts("T", in: "en")
        let bond = Partnership(id: .number(9 + number), title: title, form: .twinning, parties: parties, stage: stage)
        try session.partnerships.insert(bond, at: noon)
      }
    }
    let reaches = try database.read { session in try session.introductions.reaches(of: City.durban.id, in: "en") }
    #expect(reaches[City.medellin.id] == .through("RIV"), "the smaller body is named")
    #expect(reaches[City.vitoria.id] == .through("Everyone") && reaches[City.barcelona.id] == .partners)
    #expect(reaches[City.inhambane.id] == .through("Everyone"), "what is only proposed is no way yet")
    #expect(reaches[Talk.network.id] == .body && reaches[City.durban.id] == nil)
    let members = try database.read { session in try session.introductions.reaches(of: Talk.network.id, in: "en") }
    #expect(members == [City.durban.id: .member, City.medellin.id: .member])
  }
}
