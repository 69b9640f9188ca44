import Cooperation
import Demo
import Foundation
import HTTP
import SQL
import Secrets
import Storage
import Testing

@Suite("Matching a need of the demonstration") struct SeekMatchTests {
  private func universe() throws -> TestSite {
    let site = try TestSite()
    let hash = try #require(TestSite.hash)
    try Universe().load(on: site.occasion(), password: hash.text)
    return site
  }

  private func flood(_ site: TestSite) throws -> Need.ID {
    let found = try site.database.read { session in
      try session.needs.briefs(LibraryFilter(), for: .visitor, in: "en").items
    }
    return try #require(found.first { $0.title.text.contains("flood") }).id
  }

  @Test("finds Santa Clariva first, says why in a sentence for each part, and what can be taught back")
  func reasons() throws {
    let site = try universe()
    let id = try flood(site)
    let data = Data(site.get("/needs/\(id)/matches", headers: ["accept": "application/json"]).text.utf8)
    let answer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let items = try #require(answer["items"] as? [[String: Any]])
    #expect(items.first?["practice-title"] as? String == "Residents repair the storm drains")
    let reasons = try #require(items.first?["reasons"] as? [[String: Any]])
    #expect(
      Set(reasons.compactMap { $0["part"] as? String }) == Set(Match.Part.allCases.map(\.rawValue)))
    #expect(reasons.allSatisfy { ($0["words"] as? String)?.isEmpty == false })
    let scores = items.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >) && scores.allSatisfy { (0...1).contains($0) })
    let page = site.get("/needs/\(id)").text
    #expect(page.contains("Santa Clariva") && page.contains("class=\"match\""))
  }

  @Test("keeps the weights in the address, and refuses what are none")
  func weights() throws {
    let site = try universe()
    let id = try flood(site)
    #expect(site.get("/needs/\(id)/matches", query: ["weights": "0-0-0-100-0-0-0"]).text.contains("0-0-0-100-0-0-0"))
    #expect(site.get("/needs/\(id)/matches", query: ["weights": "0-0-0-0-0-0-0"]).status == 422)
    #expect(site.get("/needs/\(id)/matches", query: ["weights": "much"]).status == 422)
  }

  @Test("follows what is withdrawn")
  func follows() throws {
    let site = try universe()
    let id = try flood(site)
    let first = "Residents repair the storm drains"
    #expect(site.get("/needs/\(id)/matches").text.contains(first))
    try site.database.transaction { session in
      let practices = try session.practices.briefs(LibraryFilter(), for: .visitor, in: "en").items
      let brief = try #require(practices.first { $0.title.text == first })
      var practice = try session.practices.require(brief.id, for: .visitor)
      practice.shelf = try practice.shelf.withdrawing(at: site.clock.now)
      try session.practices.update(practice, at: site.clock.now)
    }
    #expect(!site.get("/needs/\(id)/matches", query: ["top": "50"]).text.contains(first))
  }
}
