import Cooperation
import Foundation
import HTTP
import SQL
import Storage
import Testing

@Suite("Putting a cohort together") struct SeekCohortTests {
  /// Nhamatare and Santa Clariva, each of whom can teach what the other seeks.
  private func world() throws -> SeekWorld {
    let world = try SeekWorld(), now = world.site.clock.now
    let themes: [(Organisation, Theme.ID, Theme.ID)] = [
      (SeekWorld.nhamatare, "drainage-and-floods", "coasts-and-seas"),
      (SeekWorld.clariva, "coasts-and-seas", "drainage-and-floods"),
    ]
    try world.site.database.transaction { session in
      for (number, (owner, seeks, teaches)) in themes.enumerated() {
        try session.needs.insert(
          Need(
            id: .init(bits: UInt128(31 + number)), organisation: owner.id, title: Texts("Need \(number)", in: "en"),
            problem: Texts("We lack it.", in: "en"), topic: Topic(themes: [seeks], languages: ["en"]),
            shelf: Shelf(.published(at: now))), at: now)
        try session.practices.insert(
          Practice(
            id: .init(bits: UInt128(41 + number)), organisation: owner.id, title: Texts("Practice \(number)", in: "en"),
            story: Texts("We did it.", in: "en"), topic: Topic(themes: [teaches], languages: ["en"]),
            shelf: Shelf(.published(at: now))), at: now)
      }
    }
    return world
  }

  private func groups(_ world: SeekWorld, _ query: Fields) throws -> (count: Int, served: Int, proof: String) {
    let response = world.site.get("/circles/cohort.json", query: query)
    let json = try JSONSerialization.jsonObject(with: Data(response.text.utf8)) as? [String: Any]
    return (
      (json?["groups"] as? [Any])?.count ?? -1, json?["served"] as? Int ?? -1, json?["proof"] as? String ?? ""
    )
  }

  @Test("tells who learns what from whom, and what is known of every other grouping")
  func page() throws {
    let world = try world()
    let query = Fields([
      .init("organisation", SeekWorld.nhamatare.id.text), .init("organisation", SeekWorld.clariva.id.text),
    ])
    let page = world.site.get("/circles/cohort", query: query).text
    #expect(page.contains("Needs served: 2 of 2. Every other grouping was ruled out"))
    #expect(page.contains("Practice 0") && page.contains("Need 1") && page.contains("class=\"learn\""))
    let found = try groups(world, query)
    #expect(found == (1, 2, "best"))
  }

  @Test("takes a pasted list of names and addresses, and says of what it made nothing")
  func pasted() throws {
    let world = try world()
    let text = "http://127.0.0.1/organisations/\(SeekWorld.nhamatare.id)\r\nsanta clariva\nNowhere at all\n\n"
    #expect(try groups(world, ["organisations": text]) == (1, 2, "best"))
    let page = world.site.get("/circles/cohort", query: ["organisations": text]).text
    #expect(page.contains("Not found, or not clear which: Nowhere at all."))
  }

  @Test("keeps apart whom it is asked to, and takes all members of a body")
  func rules() throws {
    let world = try world()
    let pasted = "\(SeekWorld.nhamatare.id)\n\(SeekWorld.clariva.id)"
    #expect(try groups(world, ["organisations": pasted, "not-same-country": "yes"]).count == 1)
    #expect(try groups(world, ["organisations": pasted, "not-together": "yes"]).count == 1)
    #expect(try groups(world, ["organisations": pasted, "size": "3"]).count == 1)
    #expect(try groups(world, ["members-of": SeekWorld.association.id.text]) == (0, 0, "best"))
    for wrong: Fields in [["size": "4"], ["organisation": "x"], ["members-of": "ned_x"]] {
      #expect(world.site.get("/circles/cohort", query: wrong).status == 422)
    }
    #expect(world.site.get("/circles/cohort").text.contains("Name those who come to an event"))
  }

  @Test("asks nothing of a box that is not ticked, and offers associations beside networks")
  func boxes() throws {
    let world = try world()
    let pasted = "\(SeekWorld.nhamatare.id)\n\(SeekWorld.clariva.id)"
    // They share no language: ticked, that keeps them apart.
    #expect(try groups(world, ["organisations": pasted, "shared-language": "true"]).count == 0)
    #expect(try groups(world, ["organisations": pasted, "shared-language": "no"]).count == 1)
    let page = world.site.get("/circles/cohort", query: ["organisations": pasted, "shared-language": "no"]).text
    #expect(page.contains("name=\"shared-language\" value=\"yes\">"))
    #expect(page.contains("<option value=\"\(SeekWorld.association.id)\">"))
  }

  @Test("says of nobody that they are served") func unasked() throws {
    let json = try SeekWorld(signedIn: false).site.get("/circles/cohort.json").text
    #expect(json == #"{"groups":[],"left":[],"gathering":false}"#)
  }

  @Test("knows its rules") func bars() throws {
    var (one, other) = (SeekWorld.nhamatare, SeekWorld.clariva)
    (one.languages, other.languages) = (["pt", "en"], ["es", "en-GB"])
    (one.country, other.country) = (SeekWorld.mozambique, SeekWorld.mozambique)
    #expect(Cohort.Rule.notSameCountry.bars(one, other, areKnown: false))
    #expect(!Cohort.Rule.sharedLanguage.bars(one, other, areKnown: false))
    #expect(Cohort.Rule.notTogether.bars(one, other, areKnown: true))
    (other.languages, other.country) = ([], SeekWorld.ecuador)
    #expect(!Cohort.Rule.notSameCountry.bars(one, other, areKnown: false))
    #expect(Cohort.Rule.sharedLanguage.bars(one, other, areKnown: false))
  }
}
