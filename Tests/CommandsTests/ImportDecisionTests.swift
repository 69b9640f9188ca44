import Actions
import Cooperation
import Imports
import SQL
import Storage
import TestSupport
import Testing

extension ImportWorld {
  fileprivate func open() throws -> [ReviewItem] { try database.read { try $0.reviewItems.list().items } }

  fileprivate func decide(
    _ item: ReviewItem, _ choice: DecideItem.Choice, for reach: DecideItem.Reach = .line, _ seed: UInt64
  ) throws -> Decision {
    try DecideItem(item.id, choice, for: reach).run(on: occasion(seed))
  }
}

@Suite("A decision on what a file means") struct ImportDecisionTests {
  private let two = """
    <participating-org ref="NL-KVK-27195046" role="2" type="22"><narrative>VNG International</narrative></participating-org>
    <participating-org ref="60" role="4" type="11"><narrative>Ville de Ouidah</narrative></participating-org>
    """

  @Test("lets every activity go on that waited for it, and is undone with its import", arguments: Engine.allCases)
  func activities(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let before = try world.rows()
    let three =
      two + "<participating-org ref=\"BJ-IFU-6201408024805\" role=\"1\"><narrative>ANCB</narrative></participating-org>"
    let file = activityFile(
      activity(parties: two), activity("NL-KVK-27195046-b", parties: two), activity("NL-KVK-27195046-c", parties: three)
    )
    let report = try world.read(file)
    #expect(report.tally.review == 3 && report.tally.added == 1)
    let item = try #require(try world.open().first { $0.code == "unknown-organisation" })
    let decision = try world.decide(item, .means(["": "new"]), 2)
    #expect(decision.also == 3 && decision.tally.added == 2)
    let all = try world.partnerships()
    #expect(all.count == 3 && all.allSatisfy { $0.parties.all.contains { $0.role == .partner } })
    #expect(all.allSatisfy { $0.stage == .inferred && $0.revision == 1 })
    #expect(try world.open() == [])
    let again = try world.read(file, 3).tally
    #expect(again.skipped == 3 && again.added == 0 && again.changed == 0 && again.review == 0)
    #expect(throws: DecideItem.Refused.alreadyDecided) { try world.decide(item, .notOurs, 4) }
    #expect(try UndoImport(try #require(report.run)).run(on: world.occasion(5)).left == [])
    #expect(try world.rows() == before)
  }

  @Test("that it is none of ours leaves out what cannot be without it, now and later") func notOurs() throws {
    let world = try ImportWorld()
    let file = activityFile(activity(parties: two))
    _ = try world.read(file)
    let item = try #require(try world.open().first { $0.code == "unknown-organisation" })
    _ = try world.decide(item, .notOurs, 2)
    #expect(try world.open() == [])
    #expect(try world.partnerships() == [])
    #expect(try world.read(file, 3).tally.review == 0)
  }

  @Test("needs someone who is on record") func unknown() throws {
    let world = try ImportWorld()
    _ = try world.read(activityFile(activity(parties: two)))
    let items = try world.open()
    let item = try #require(items.first { $0.code == "unknown-organisation" })
    #expect(throws: DecideItem.Refused.undecided) { try world.decide(item, .means([:]), 2) }
    #expect(throws: DecideItem.Refused.unknown("Ouidah")) { try world.decide(item, .means(["": "Ouidah"]), 3) }
    let waiting = try #require(items.first { $0.code == "waiting-activity" })
    #expect(throws: DecideItem.Refused.waits) { try world.decide(waiting, .means(["": "new"]), 4) }
    #expect(try world.open().count == 2)
    #expect(throws: Denial.signIn) {
      try DecideItem(item.id, .notOurs).run(on: world.occasion(5, viewer: .visitor))
    }
  }

  @Test("on a row attaches it to the namesake, and is undone with its import", arguments: Engine.allCases)
  func row(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let known = Organisation(
      id: Identifier(bits: 7), kind: .association, name: Texts("Associação Nacional", in: "pt"),
      country: Country.Code("MZ"), standing: .inferred)
    try world.database.transaction { try $0.organisations.insert(known, at: ImportWorld.noon) }
    let before = try world.rows()
    let text = "kind,name,country,website\nassociation,Associação Nacional,MZ,https://anam.example\n"
    let report = try world.read(text)
    let item = try #require(try world.open().first)
    #expect(try world.decide(item, .means(["": known.id.text]), 2).tally.changed == 1)
    #expect(try world.database.read { try $0.organisations.require(known.id) }.website == "https://anam.example")
    #expect(try world.read(text, 3).tally.skipped == 1)
    _ = try UndoImport(try #require(report.run)).run(on: world.occasion(4))
    let restored = try world.database.read { try $0.organisations.require(known.id) }
    #expect(restored.website.isEmpty && restored.name == known.name)
    #expect(try world.rows() == before)
  }

  @Test("on a town holds for every pair that names it, in later files too", arguments: Engine.allCases)
  func town(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let before = try world.rows()
    let header = "city1,country1,lat1,lng1,city2,country2,lat2,lng2\n", quarter = "Setagaya,Canada,43,-81.2"
    let report = try world.read(
      header
        + "Paris,France,48.9,2.3,\(quarter)\nVienna,Austria,48.2,16.4,\(quarter)\n\(quarter),London,Canada,43,-81.2\n")
    #expect(report.tally.review == 3)
    let item = try #require(try world.open().first)
    let decision = try world.decide(item, .means(["2": "6058560"]), for: .label, 2)
    #expect(decision.also == 1)
    // The third would be a town and itself: that stays for a person.
    #expect(try world.open().count == 1 && world.partnerships().count == 2)
    let later = try world.read(header + "Bratislava,Slovakia,48.15,17.1,\(quarter)\n", 3)
    #expect(later.tally.added == 1)
    _ = try UndoImport(try #require(later.run)).run(on: world.occasion(4))
    #expect(try UndoImport(try #require(report.run)).run(on: world.occasion(5)).left == [])
    #expect(try world.rows() == before)
  }

  @Test("can put a town on record that the gazetteer does not have") func newTown() throws {
    let world = try ImportWorld()
    let report = try world.read(
      "city1,country1,lat1,lng1,city2,country2,lat2,lng2\nParis,France,48.9,2.3,Setagaya,Japan,35.6,139.6\n")
    let item = try #require(try world.open().first)
    _ = try world.decide(item, .means(["2": "new"]), 2)
    let parties = try world.only().parties.all.map(\.organisation)
    let names = try world.database.read { try $0.organisations.find(parties) }.map {
      $0.name.versions[$0.name.original]
    }
    #expect(names.contains("Setagaya"))
    #expect(try UndoImport(try #require(report.run)).run(on: world.occasion(3)).left == [])
  }
}
