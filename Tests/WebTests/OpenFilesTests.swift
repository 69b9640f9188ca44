import Cooperation
import Foundation
import HTTP
import OpenData
import SQL
import Storage
import Testing

extension Response {
  /// The body as whoever fetches it gets it, streamed or not.
  func fetched() throws -> String {
    guard case .stream(let write) = body else { return text }
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite("Open data at its addresses") struct OpenFilesTests {
  private let world: SeekWorld
  private var site: TestSite { world.site }

  init() throws { world = try SeekWorld(signedIn: false) }

  @Test("can be fetched in every format that is told of, and names its file", arguments: Dataset.all.map(\.slug))
  func everything(slug: String) throws {
    let dataset = try #require(Dataset.named(slug))
    for format in dataset.formats {
      let answer = site.get("/open/\(dataset.slug).\(format.name)")
      #expect(answer.status == 200, "\(format.name)")
      #expect(answer[header: "Content-Type"] == format.mediaType)
      #expect(
        answer[header: "Content-Disposition"]?.contains("copolis-\(dataset.slug)-2026-11-23.\(format.name)") == true)
      #expect(answer[header: "Last-Modified"]?.hasSuffix("GMT") == true)
      #expect(answer[header: "Access-Control-Allow-Origin"] == "*")
      // A table without rows has no lines of JSON.
      #expect(try format.name == "json" || !answer.fetched().isEmpty)
    }
  }

  @Test("is not sent again to who has it, and is as soon as something changed")
  func conditional() throws {
    let address = "/open/organisations.csv"
    let first = site.get(address)
    let tag = try #require(first[header: "ETag"]), date = try #require(first[header: "Last-Modified"])
    let again = site.get(address, headers: ["if-none-match": tag])
    #expect(again.status == 304 && again[header: "ETag"] == tag && again[header: "Last-Modified"] == date)
    #expect(site.get(address, headers: ["if-modified-since": date]).status == 304)
    #expect(site.get(address, headers: ["if-modified-since": "Sun, 06 Nov 1994 08:49:37 GMT"]).status == 200)
    #expect(site.get(address, headers: ["if-modified-since": "yesterday"]).status == 200)
    #expect(site.get(address, headers: ["if-none-match": "\"x\"", "if-modified-since": date]).status == 200)
    try site.database.transaction { session in
      var clariva = SeekWorld.clariva
      clariva.website = "https://clariva.example"
      try session.organisations.update(clariva, at: site.clock.now)
    }
    let changed = site.get(address, headers: ["if-none-match": tag])
    #expect(changed.status == 200)
    #expect(try changed.fetched().contains("https://clariva.example"))
  }

  @Test("tells of nothing that is not there, and says what there is")
  func missing() {
    let nothing = site.get("/open/secrets.csv", headers: ["accept": "application/json"])
    #expect(nothing.status == 404 && nothing.text.contains("organisations, practices"))
    let format = site.get("/open/needs.pdf", headers: ["accept": "application/json"])
    #expect(format.status == 404 && format.text.contains("csv, geojson, json, xlsx"))
    #expect(site.get("/open/activities.json", headers: ["accept": "application/json"]).status == 404)
    #expect(site.get("/open/needs")[header: "Location"] == "/open/#needs")
  }

  @Test("answers HEAD with the same head, and nothing is read")
  func head() {
    let head = site.respond(Request(.head, "/open/needs.csv")), get = site.get("/open/needs.csv")
    #expect(head.status == 200 && head.headers == get.headers)
    #expect(site.respond(Request(.post, "/open/needs.csv")).status == 405)
  }

  @Test("is told of on a page: what, how much, in which formats, and the same as JSON")
  func page() throws {
    let page = site.get("/open/").text
    for dataset in Dataset.all {
      for format in dataset.formats { #expect(page.contains("href=\"/open/\(dataset.slug).\(format.name)\"")) }
    }
    #expect(page.contains("3 records") && page.contains("rel=\"license\""))
    #expect(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/open/updates.atom\""))
    #expect(page.contains("href=\"/open.json\""))
    let json = try JSONSerialization.jsonObject(with: Data(site.get("/open.json").text.utf8))
    let datasets = (json as? [String: Any])?["datasets"] as? [[String: Any]]
    #expect(datasets?.count == Dataset.all.count && datasets?.first?["records"] as? Int == 3)
  }

  @Test("leaves a list with the same filters and the same columns as the whole")
  func filtered() throws {
    let whole = try site.get("/open/organisations.csv").fetched().split(separator: "\r\n")
    let part = try site.get("/organisations.csv", query: ["country": "EC"]).fetched().split(separator: "\r\n")
    #expect(whole.first == part.first && part.count == 2 && part.last?.contains("Santa Clariva") == true)
    #expect(site.get("/organisations.csv", query: ["country": "ZZ"]).status == 422)
    let list = site.get("/organisations", query: ["country": "EC", "page": "1"]).text
    #expect(list.contains("href=\"/organisations.csv?country=EC\""))
    for table in ["needs", "practices", "partnerships"] {
      #expect(try site.get("/\(table).csv").fetched().hasPrefix("id,title,"), "\(table)")
      #expect(site.get("/\(table)").text.contains("href=\"/\(table).csv\""), "\(table)")
    }
  }

  @Test("defuses what a spreadsheet could take for a formula")
  func formulas() throws {
    try site.database.transaction { session in
      let name = Texts("=HYPERLINK(\"https://evil.example\")", in: "en")
      try session.organisations.insert(
        Organisation(id: .init(bits: 99), kind: .network, name: name), at: site.clock.now)
    }
    let csv = try site.get("/open/organisations.csv").fetched()
    #expect(csv.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\""))
  }
}
