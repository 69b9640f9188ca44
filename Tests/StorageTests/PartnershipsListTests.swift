import Cooperation
import SQL
import Storage
import TestSupport
import Testing

/// The names of a column with their counts, as a test can write them down.
private func told<Value>(_ counts: [Count<Value>], _ name: (Value) -> String) -> [String] {
  counts.map { "\(name($0.value)) \($0.number)" }
}

@Suite("Lists of partnerships") struct PartnershipsListTests {
  /// Three partnerships: one from a list, one proposed, one agreed.
  private func listed(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      func add(_ number: Int, _ stage: Partnership.Stage, _ cities: [Organisation], themes: Set<Theme.ID> = []) throws {
        let partnership = Partnership(
          id: .number(number), title: Texts("Bond \(number)", in: "en"), form: .cityToCity,
          parties: try Parties(cities.map { Party($0.id) }), stage: stage, topic: Topic(themes: themes))
        try session.partnerships.insert(
          partnership, stage == .inferred ? .imported : .here, at: noon.adding(minutes: number))
      }
      try add(1, .inferred, [City.durban, City.medellin])
      try add(2, .proposed(by: City.medellin.id, on: noon.day), [City.medellin, City.inhambane], themes: ["libraries"])
      try add(3, .agreed(on: noon.day), [City.inhambane, City.vitoria], themes: ["libraries", "housing"])
      try add(4, .ended(on: noon.day, why: .lapsed), [City.inhambane, City.durban])
    }
  }

  @Test("are counted by stage, country and theme, whatever they are narrowed to in it", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    let database = try listed(engine)
    try database.read { session throws in
      let partnerships = session.partnerships
      var filter = Partnerships.Filter()
      #expect(try partnerships.count(filter) == 4)
      filter.standing = .agreed
      #expect(
        told(try partnerships.standings(filter), \.rawValue) == ["agreed 1", "ended 1", "inferred 1", "proposed 1"])
      #expect(told(try partnerships.themes(filter), \.text) == ["housing 1", "libraries 1"])
      filter.themes = ["housing"]
      #expect(told(try partnerships.themes(filter), \.text) == ["housing 1", "libraries 1"])
      filter.standing = nil
      filter.themes = nil
      filter.countries = ["ES"]
      #expect(try partnerships.count(filter) == 0)
      #expect(told(try partnerships.countries(filter), \.text) == ["MZ 3", "CO 2", "ZA 2", "BR 1"])
    }
  }

  @Test("wait for those who are asked, and for no one else", arguments: Engine.allCases)
  func pending(engine: Engine) throws {
    let database = try listed(engine)
    func say(_ stance: Claim.Stance, _ city: Organisation, _ number: Int, _ minutes: Int) throws {
      try database.transaction { session in
        try session.partnerships.hear(
          .init(
            organisation: city.id, stance: stance, reason: "", person: amelia.id, at: noon.adding(minutes: minutes)),
          on: .number(number))
      }
    }
    func waits(_ city: Organisation, _ role: Account.Role = .owner) throws -> [String] {
      let email = try #require(Email("a@example.org"))
      let viewer = Viewer(Account(id: .number(1), email: email, person: amelia.id), roles: [city.id: role])
      return try database.read { session in
        try session.partnerships.pending(for: viewer).items.map { "\($0.matter) \($0.partnership.bits)" }
      }
    }
    #expect(try waits(City.inhambane) == ["answer 2", "confirm 3"])
    #expect(try waits(City.medellin) == ["confirm 1"], "not one's own proposal")
    #expect(try waits(City.inhambane, .reader) == [] && waits(City.barcelona) == [])
    try say(.claims, City.vitoria, 3, 1)
    try say(.confirms, City.inhambane, 3, 2)
    #expect(try waits(City.inhambane) == ["answer 2", "sign 3"])
    #expect(try waits(City.inhambane, .editor) == ["answer 2"], "owners sign")
    try say(.claims, City.vitoria, 3, 3)
    #expect(try waits(City.inhambane) == ["answer 2", "confirm 3"], "something was claimed since")
    #expect(try database.read { try $0.partnerships.pending(for: .visitor).total } == 0)
  }

  @Test("find a contribution by its name", arguments: Engine.allCases)
  func contribution(engine: Engine) throws {
    let database = try listed(engine)
    let euro = try #require(Currency("EUR"))
    let refund = Contribution(
      id: .number(5), partnership: .number(3), kind: .expenditure, organisation: nil,
      money: Money(minorUnits: -1250, euro), day: noon.day, note: "Back")
    try database.transaction { try $0.contributions.insert(refund) }
    try database.read { session throws in
      #expect(try session.contributions.find(.number(5)) == refund)
      #expect(try session.contributions.find(.number(6)) == nil)
      #expect(try session.contributions.of(.number(3)) == [refund])
    }
  }
}
