import Cooperation
import Foundation
import HTTP
import Markup
import SQL
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Looking at the landscape") struct LandscapeSiteTests {
  /// Two towns of Mozambique and one of Brazil, a twinning between two of them, a need and a practice.
  private func site() throws -> TestSite {
    let site = try TestSite()
    let now = site.clock.now
    let towns = ["MZ", "MZ", "BR"].enumerated().map { number, country in
      Organisation(
        id: Organisation.ID(bits: UInt128(number + 1)), kind: .localGovernment,
        name: Texts("Town \(number + 1)", in: "en"), country: Country.Code(country))
    }
    let topic = Topic(themes: ["drainage-and-floods"], targets: Set(["11.5"].compactMap { Target($0) }))
    let shelf = Shelf(.published(at: now))
    try site.database.transaction { session in
      for town in towns { try session.organisations.insert(town, at: now) }
      try session.partnerships.insert(
        Partnership(
          id: Partnership.ID(bits: 1), title: Texts("Twin towns", in: "en"), form: .twinning,
          parties: Parties([Party(towns[0].id), Party(towns[2].id)]), stage: .inferred, topic: topic), at: now)
      try session.needs.insert(
        Need(
          id: Need.ID(bits: 1), organisation: towns[0].id, title: Texts("Streets that <flood>", in: "en"),
          topic: topic, shelf: shelf), at: now)
      try session.practices.insert(
        Practice(
          id: Practice.ID(bits: 1), organisation: towns[2].id, title: Texts("Drains that hold", in: "en"),
          topic: topic, shelf: shelf), at: now)
    }
    return site
  }

  @Test(
    "answers people and programs at every address",
    arguments: [
      "/", "/landscape", "/landscape?region=014", "/landscape?form=twinning&claim=inferred&theme=basic-services",
      "/countries/MZ", "/countries/br", "/themes/drainage-and-floods", "/themes/basic-services", "/sdgs/11",
      "/search", "/search?q=drains",
    ])
  func answers(address: String) throws {
    let browser = Browser(on: try site())
    let page = browser.open(address)
    #expect(page.status == 200)
    let html = WrittenMarkup(page.text)
    #expect(html.misplaced == nil && html.stray == 0 && html.doubleIDs.isEmpty)
    let data = browser.open(address, accepting: "application/json")
    #expect(data.status == 200)
    #expect(throws: Never.self) { try JSONValue(reading: Array(data.text.utf8)) }
  }

  @Test("shows what is sought, what is taught and how much is on record")
  func front() throws {
    let text = try site().get("/").text
    #expect(text.contains("Streets that &lt;flood&gt;") && text.contains("Drains that hold"))
    #expect(text.contains("One partnership is on record here.") && text.contains("None is confirmed"))
    #expect(try site().get("/index.json").text.contains("\"inferred\":1"))
  }

  @Test("tells of a country who is there, with whom it works and what nobody here teaches")
  func country() throws {
    let text = try site().get("/countries/MZ").text
    #expect(text.contains("Who learns with Mozambique?") && text.contains("Sought, and taught by nobody here"))
    #expect(text.contains("href=\"/countries/BR\"") && text.contains("least developed countries"))
    #expect(try site().get("/countries/MZ.json").text.contains("\"theme\":\"drainage-and-floods\",\"needs\":1"))
  }

  @Test("finds needs and practices of a theme under the group it is part of, and of a target under its goal")
  func topics() throws {
    #expect(try site().get("/themes/basic-services").text.contains("Drains that hold"))
    let goal = try site().get("/sdgs/11.json").text
    #expect(goal.contains("\"target\":\"11.5\"") && goal.contains("\"need_count\":1"))
    #expect(try site().get("/landscape", query: ["theme": "housing"]).text.contains("No partnership is on record"))
  }

  @Test("finds what is public by its words, says whose it is, and narrows by kind")
  func search() throws {
    let site = try site()
    try withFolder { folder in
      var settings = Site.Settings()
      settings.indexFolder = folder
      let whole = try Site(database: site.database, settings: settings, clock: { site.clock.now })
      whole.follower.look()
      func ask(_ query: Fields, _ path: String = "/search") -> String {
        whole.respond(to: Request(.get, path, query: query)).text
      }
      let html = ask(["q": "drains"])
      #expect(html.contains("Drains that hold") && html.contains("Town 3") && html.contains("/countries/BR"))
      #expect(WrittenMarkup(html).misplaced == nil)
      let found = ask(["q": "flood", "kind": "need"], "/search.json")
      #expect(found.contains("Streets that <flood>") && !found.contains("Drains that hold"))
      #expect(ask(["q": "xylophone"]).contains("Nothing public speaks of it."))
      #expect(ask(["q": "Überschwemmung <b>"]).contains("&lt;b&gt;"))
    }
  }

  @Test(
    "refuses what there is not",
    arguments: [
      ("/landscape?region=999", 422), ("/landscape?form=marriage", 422), ("/landscape?claim=maybe", 422),
      ("/landscape?theme=unicorns", 422), ("/countries/ZZ", 404), ("/countries/MOZ", 404), ("/themes/unicorns", 404),
      ("/sdgs/18", 404), ("/sdgs/0", 404),
    ])
  func refusals(address: String, status: Int) throws {
    #expect(Browser(on: try site()).open(address).status == status)
  }
}
