import Cooperation
import Demo
import Foundation
import HTTP
import SQL
import Secrets
import Storage
import TestSupport
import Testing
import Web

/// The demonstration universe, and a way to every address of the site in it.
private struct Everywhere {
  let site: TestSite
  private let samples: [String: String]

  init() throws {
    site = try TestSite()
    let hash = try #require(TestSite.hash)
    try Universe().load(on: site.occasion(), password: hash.text)
    samples = try site.database.read { session in
      func first(_ statement: Statement) throws -> String { try session.texts(statement).first ?? "" }
      return [
        "organisations": try first("SELECT id FROM organisation ORDER BY id LIMIT 1"),
        "matches": try first("SELECT id FROM organisation ORDER BY id LIMIT 1"),
        "needs": try first("SELECT id FROM need WHERE stage = 'published' ORDER BY id LIMIT 1"),
        "practices": try first("SELECT id FROM practice WHERE stage = 'published' ORDER BY id LIMIT 1"),
        "partnerships": try first("SELECT partnership FROM outcome ORDER BY id LIMIT 1"),
        "people": try first("SELECT id FROM person ORDER BY id LIMIT 1"),
        "exchanges": try first("SELECT id FROM exchange ORDER BY id LIMIT 1"),
        "introductions": try first("SELECT id FROM introduction ORDER BY id LIMIT 1"),
        "places": try first("SELECT CAST(id AS TEXT) FROM place ORDER BY id DESC LIMIT 1"),
        "methods": "peer-supervision", "countries": "MZ", "themes": "water-supply", "sdgs": "11",
        "problems": "busy", "open": "needs.csv", "assets": "site.css", "documents": "report-back",
      ]
    }
  }

  /// The patterns of what can be read.
  static let readable = Site.addresses.filter { $0.hasPrefix("GET ") }.map { String($0.dropFirst(4)) }

  /// A pattern with something that is there in the place of each star.
  func path(_ pattern: String, otherwise: String? = nil) -> String {
    var parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for place in parts.indices where parts[place] == "*" {
      parts[place] = otherwise ?? samples[parts[place - 1]] ?? "nothing"
    }
    return parts.joined(separator: "/")
  }
}

@Suite("Every address of the site") struct EveryAddressTests {
  @Test("answers whatever is asked of it without failing, and every page is JSON too")
  func answers() throws {
    let everywhere = try Everywhere(), site = everywhere.site
    #expect(Everywhere.readable.count > 30)
    for pattern in Everywhere.readable {
      let path = everywhere.path(pattern), page = site.get(path, headers: ["accept": "text/html"])
      #expect(page.status < 500, "\(path)")
      for (name, value) in [("page", "0"), ("per", "1000000"), ("sort", "x"), ("q", "%_'\"\u{0}"), ("theme", "")] {
        let status = site.get(path, headers: ["accept": "text/html"], query: Fields([.init(name, value)])).status
        #expect(status < 500, "\(path)?\(name)=\(value)")
      }
      for wrong in ["org_00000000000000000000000000", "ned_x", "é%", "..", "0", "zz"] {
        let wrongPath = everywhere.path(pattern, otherwise: wrong)
        #expect(site.get(wrongPath, headers: ["accept": "text/html"]).status < 500, "\(wrongPath)")
      }
      guard page.status == 200, page[header: "Content-Type"]?.hasPrefix("text/html") == true else { continue }
      let named = path == "/" ? "/index" : path.hasSuffix("/") ? String(path.dropLast()) : path
      let twin = site.get(named + ".json")
      #expect(
        twin.status == 200 && twin[header: "Content-Type"]?.hasPrefix("application/json") == true, "\(named).json")
      let value = try? JSONSerialization.jsonObject(with: Data(twin.text.utf8))
      #expect(value is [String: Any], "\(named).json")
      let asked = site.get(path, headers: ["accept": "application/json"])
      // The way to the next page is another, for it begins with the address that was asked for.
      #expect(asked.text == twin.text.replacing(named + ".json?", with: named + "?"), "\(path)")
    }
  }

  @Test("that lists many answers a list as the description of the API has it")
  func lists() throws {
    let site = try TestSite()
    let description = try JSONSerialization.jsonObject(with: Data(site.get("/api/openapi.json").text.utf8))
    let paths = try #require((description as? [String: Any])?["paths"] as? [String: [String: [String: Any]]])
    let lists = paths.filter {
      ($0.value["get"]?["parameters"] as? [[String: Any]])?.contains { $0["name"] as? String == "per" } == true
    }
    #expect(lists.count >= 4)
    for path in lists.keys where !path.contains("{") {
      let answer = site.get(path + ".json")
      // Some are for those alone who are signed in.
      guard answer.status == 200 else {
        #expect(answer.status == 403, "\(path)")
        continue
      }
      let list = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
      #expect(list?["items"] is [Any] && list?["next"] is NSNull, "\(path)")
      for name in ["total", "page", "per"] { #expect(list?[name] is Int, "\(path): \(name)") }
    }
  }
}
