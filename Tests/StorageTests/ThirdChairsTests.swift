import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Who might be the third") struct ThirdChairsTests {
  @Test("are those who paid, by role or by a contribution, into what is more than proposed", arguments: Engine.allCases)
  func funding(engine: Engine) throws {
    let database = try world(engine), euro = try #require(Currency("EUR"))
    try database.transaction { session in
      try session.partnerships.insert(
        Bond.between(1, [Party(Bond.b), Party(Bond.v, .funder), Party(Bond.m)], .inferred), at: noon)
      try session.partnerships.insert(
        Bond.between(2, [Party(Bond.m), Party(Bond.d, .funder)], .proposed(by: Bond.m, on: noon.day)), at: noon)
      try session.partnerships.insert(Bond.between(3, [Party(Bond.d), Party(Bond.i)], .inferred), at: noon)
      try session.contributions.insert(
        Contribution(
          id: .number(1), partnership: .number(3), kind: .disbursement, organisation: Bond.i,
          money: Money(minorUnits: 5, euro), day: noon.day))
      let found = try session.thirdChairs.funding(of: [Bond.b, Bond.m])
      #expect(
        Set(found) == [
          ThirdChair.Funding(by: Bond.v, of: Bond.b, in: .number(1)),
          ThirdChair.Funding(by: Bond.v, of: Bond.m, in: .number(1)),
        ])
      #expect(
        try session.thirdChairs.funding(of: [Bond.d]) == [ThirdChair.Funding(by: Bond.i, of: Bond.d, in: .number(3))])
    }
  }

  @Test("are those who have worked on its themes, or told a practice about them", arguments: Engine.allCases)
  func works(engine: Engine) throws {
    let database = try world(engine)
    try database.transaction { session in
      try session.partnerships.insert(Bond.whole(), at: noon)
      let practice = Practice(
        id: .number(4), organisation: Bond.i, title: Texts("Reading", in: "en"), topic: Topic(themes: ["libraries"]),
        shelf: Shelf(.published(at: noon)))
      try session.practices.insert(practice, at: noon)
      let works = try session.thirdChairs.works(on: ["libraries", "housing"])
      #expect(works.map(\.theme) == ["libraries"] && works.first?.parties == [Bond.b, Bond.m, Bond.d])
      #expect(try session.thirdChairs.works(on: ["housing"]).isEmpty && session.thirdChairs.works(on: []).isEmpty)
      #expect(try session.thirdChairs.versed(in: ["libraries"]) == [Bond.i])
    }
  }
}
