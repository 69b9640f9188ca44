import Cooperation
import Foundation
import HTTP
import SQL
import Storage
import Testing

@testable import Web

@Suite("The learning circles") struct SeekCirclesTests {
  /// Nhamatare needs drains and has planted mangroves; Santa Clariva the other way round.
  private func world() throws -> SeekWorld {
    let world = try SeekWorld()
    try world.site.database.transaction { session in
      for (number, owner, seeks, teaches) in [
        (1, SeekWorld.nhamatare, "drainage-and-floods", "coasts-and-seas"),
        (2, SeekWorld.clariva, "coasts-and-seas", "drainage-and-floods"),
      ] {
        try session.needs.insert(need(number, of: owner, seeks, world), at: world.site.clock.now)
        try session.practices.insert(practice(number, of: owner, teaches, world), at: world.site.clock.now)
      }
    }
    return world
  }

  private func need(_ number: Int, of owner: Organisation, _ theme: String, _ world: SeekWorld) -> Need {
    Need(
      id: .init(bits: UInt128(30 + number)), organisation: owner.id, title: Texts("Need \(theme)", in: "en"),
      problem: Texts("We lack it.", in: "en"),
      topic: Topic(themes: [Theme.ID(theme) ?? "none"], languages: ["en"]),
      shelf: Shelf(.published(at: world.site.clock.now)))
  }

  private func practice(_ number: Int, of owner: Organisation, _ theme: String, _ world: SeekWorld) -> Practice {
    Practice(
      id: .init(bits: UInt128(40 + number)), organisation: owner.id, title: Texts("Practice \(theme)", in: "en"),
      story: Texts("We did it.", in: "en"),
      topic: Topic(themes: [Theme.ID(theme) ?? "none"], languages: ["en"]),
      shelf: Shelf(.published(at: world.site.clock.now)))
  }

  @Test("stand on a page with who teaches whom what, and a picture that says the same")
  func page() throws {
    let world = try world()
    let page = world.site.get("/circles").text
    #expect(page.contains("There is one circle in which everyone both teaches and learns."))
    #expect(page.contains("Practice coasts-and-seas") && page.contains("Need drainage-and-floods"))
    #expect(page.contains("aria-label=\"Municipality of Nhamatare can teach Santa Clariva: Coasts and seas. Santa Clariva can teach"))
    #expect(world.site.get("/circles", query: ["lang": "ar"]).text.contains("text-anchor=\"end\""))
    #expect(world.site.get("/needs").text.contains("href=\"/circles\""))
  }

  @Test("are told to programs as promised")
  func json() throws {
    let world = try world()
    let json = try JSONSerialization.jsonObject(with: Data(world.site.get("/circles.json").text.utf8))
    let list = try #require(json as? [String: Any]), items = try #require(list["items"] as? [[String: Any]])
    #expect(list["total"] as? Int == 1 && list["next"] is NSNull && list["total-is-all"] as? Bool == true)
    let score = try #require(items.first?["score"] as? Double), arcs = items.first?["arcs"] as? [[String: Any]] ?? []
    #expect(arcs.count == 2 && arcs.compactMap { $0["score"] as? Double }.min() == score)
    for key in ["teacher", "learner", "practice", "need"] { #expect(arcs.allSatisfy { $0[key] is String }, "\(key)") }
    #expect(arcs.first?["learner"] as? String == arcs.last?["teacher"] as? String)
  }

  @Test("are narrowed by theme, size and organisation")
  func narrowed() throws {
    let world = try world()
    let total = { (query: Fields) in
      world.site.get("/circles.json", query: query).text.firstMatch(of: /"total":(\d+)/).map { String($0.1) }
    }
    #expect(total(["theme": "drainage-and-floods"]) == "1" && total(["theme": "basic-services"]) == "1")
    #expect(total(["theme": "housing"]) == "0")
    #expect(total(["size": "2"]) == "1" && total(["size": "3"]) == "0")
    #expect(total(["organisation": SeekWorld.clariva.id.text]) == "1")
    #expect(total(["organisation": SeekWorld.association.id.text]) == "0")
    #expect(world.site.get("/circles", query: ["size": "5"]).status == 422)
    #expect(world.site.get("/circles", query: ["theme": "nothing"]).status == 422)
    #expect(world.site.get("/circles", query: ["organisation": "org_x"]).status == 422)
    #expect(world.site.get("/circles", query: ["page": "7"]).status == 200)
  }

  @Test("offer those with one's own organisation to who is signed in")
  func own() throws {
    let world = try world()
    #expect(world.browser.open("/circles").text.contains("value=\"\(SeekWorld.nhamatare.id)\""))
    #expect(!world.site.get("/circles").text.contains("name=\"organisation\""))
  }

  @Test("follow what is published and withdrawn")
  func follow() throws {
    let world = try world(), now = world.site.clock.now
    #expect(world.site.get("/circles.json").text.contains("\"total\":1"))
    var gone = practice(1, of: SeekWorld.nhamatare, "coasts-and-seas", world)
    gone.shelf = try gone.shelf.withdrawing(at: now)
    _ = try world.site.database.transaction { session in try session.practices.update(gone, at: now) }
    #expect(world.site.get("/circles.json").text.contains("\"total\":0"))
  }

  @Test("are kept while nothing changes, and for an hour where there is very much")
  func kept() throws {
    let world = try world(), now = world.site.clock.now, question = CircleKeeper.Question()
    let small = CircleKeeper(), large = CircleKeeper(most: 1), matches = MatchKeeper()
    let count = { (keeper: CircleKeeper, now: Instant) in
      try world.site.database.read { try keeper.circles(question, matches, $0, at: now)?.circles.count }
    }
    #expect(try count(small, now) == 1 && count(large, now) == 1)
    var gone = need(1, of: SeekWorld.nhamatare, "drainage-and-floods", world)
    gone.shelf = try gone.shelf.withdrawing(at: now)
    _ = try world.site.database.transaction { session in try session.needs.update(gone, at: now) }
    #expect(try count(small, now) == 0 && count(large, now) == 1)
    #expect(try count(large, now.adding(minutes: 61)) == 0)
  }
}
