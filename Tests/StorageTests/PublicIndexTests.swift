import Cooperation
import Foundation
import Reference
import SQL
import Search
import Storage
import TestSupport
import Testing

@Suite("The index of everything public") struct PublicIndexTests {
  private let now = Instant(microseconds: 1_780_000_000_000_000)

  private func need(_ title: Texts, by owner: Organisation.ID, _ themes: Set<Theme.ID>, _ shelf: Shelf, _ seed: UInt64)
    -> Need
  {
    var chance = Chance(seed: seed)
    return Need(
      id: Identifier(at: now, by: &chance), organisation: owner, title: title,
      topic: Topic(themes: themes, languages: ["fr"]),
      shelf: shelf)
  }

  private func town(_ seed: UInt64) -> Organisation {
    var chance = Chance(seed: seed)
    return Organisation(
      id: Identifier(at: now, by: &chance), kind: .localGovernment, name: Texts("Vila São João", in: "pt"),
      country: Country.Code("MZ"), standing: .invented)
  }

  @Test(
    "finds without accents, in other forms of the word, and by the theme's name in another language",
    arguments: Engine.allCases)
  func found(engine: Engine) throws {
    try withFolder { folder in
      let database = try engine.open()
      try migrate(database, at: now)
      let town = town(1)
      let need = need(
        Texts("Nos caves sous l’eau", in: "fr"), by: town.id, ["drainage-and-floods"], Shelf(.published(at: now)), 2)
      try database.transaction { session in
        try session.organisations.insert(town, at: now)
        try session.needs.insert(need, at: now)
      }
      let index = try PublicIndex(folder: folder, themes: Themes.all)
      try index.follow(database)
      #expect(try index.search("sao joao").hits.map(\.id) == [town.id.text])
      #expect(try index.search("cave").hits.map(\.id) == [need.id.text])
      #expect(try index.search("inundação").hits.map(\.id) == [need.id.text])
      #expect(try index.search("caves", filters: ["kind": ["practice"]]).hits.isEmpty)
    }
  }

  @Test("follows every change, and never holds a draft", arguments: Engine.allCases)
  func follows(engine: Engine) throws {
    try withFolder { folder in
      let database = try engine.open()
      try migrate(database, at: now)
      let town = town(3)
      var need = need(Texts("Une digue", in: "fr"), by: town.id, [], Shelf(), 4)
      try database.transaction { session in
        try session.organisations.insert(town, at: now)
        try session.needs.insert(need, at: now)
      }
      let index = try PublicIndex(folder: folder, themes: Themes.all)
      try index.follow(database)
      #expect(try index.search("digue").total == 0)
      need.shelf = try need.shelf.publishing(missing: [], at: now)
      need = try database.transaction { session in try session.needs.update(need, at: now) }
      try index.follow(database)
      #expect(try index.search("digues").hits.map(\.id) == [need.id.text])
      need.shelf = try need.shelf.withdrawing(at: now)
      _ = try database.transaction { session in try session.needs.update(need, at: now) }
      try index.follow(database)
      #expect(try index.search("digue").total == 0)
      #expect(try PublicIndex(folder: folder, themes: Themes.all).count() == 1)
    }
  }

  enum Loss: CaseIterable { case words, everything, mark, damage, underOurFeet }

  @Test("is made anew where it is lost, damaged, or belongs to another database", arguments: Loss.allCases)
  func lost(loss: Loss) throws {
    try withFolder { folder in
      let files = FileManager.default, town = town(5)
      let database = try openDatabase(":memory:")
      try migrate(database, at: now)
      try database.transaction { session in try session.organisations.insert(town, at: now) }
      let first = try PublicIndex(folder: folder + "/i", themes: Themes.all)
      try first.follow(database)
      #expect(try first.lag(behind: database) == 0)
      switch loss {
      case .words, .underOurFeet: try files.removeItem(atPath: folder + "/i/words")
      case .everything: try files.removeItem(atPath: folder + "/i")
      case .mark: try files.removeItem(atPath: folder + "/i/mark")
      case .damage: try Data("nonsense".utf8).write(to: URL(filePath: folder + "/i/words/current/iamglass"))
      }
      let index = loss == .underOurFeet ? first : try PublicIndex(folder: folder + "/i", themes: Themes.all)
      try index.follow(database)
      #expect(try index.search("sao joao").hits.map(\.id) == [town.id.text])
      let other = try openDatabase(":memory:")
      try migrate(other, at: now)
      try index.follow(other)
      #expect(try index.search("sao joao").total == 0)
    }
  }
}
