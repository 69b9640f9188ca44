import Foundation
import HTTP
import Synchronization
import Testing
import Web

/// Values that nobody should send, and somebody will.
enum Hostile {
  static let long = String(repeating: "a", count: 10_000)
  static let markup = "<script>alert(1)</script>\"'&"

  static let values = [
    "", long, markup, "\u{0}\u{7}\u{1B}[31m", "\u{202E}evil\u{2066}", "-1", "99999999999999999999", "1e400",
    "2027-02-30", "org_00000000000000000000000000", "' OR 1=1 --", "%", "xx-nowhere", "🏳️‍🌈", "null", "[]",
  ]

  /// In the place of an identifier. What the server refuses before it is a path (NUL, dots, slashes) is not here.
  static let identifiers = [
    "x", long, markup.replacing("/", with: "|"), "\u{202E}x", "-1", "0", "99999999999999999999", "🏳️‍🌈",
    "org_00000000000000000000000000", "ned_7zzzzzzzzzzzzzzzzzzzzzzzzz", "ned_00000000000000000000000000",
    "acc_00000000000000000000000000", "NED_00000000000000000000000000", "ned_0000000000000000000000000u", "null", "%",
  ]

  /// Whether there are control characters, or marks that turn the writing after them.
  static func isRaw(_ text: String) -> Bool {
    text.utf8.contains { $0 < 32 && ![9, 10, 13].contains($0) } || text.contains("\u{202E}")
  }

  static let queries: [Fields] = [
    ["page": "-1"], ["page": "99999999999999999999"], ["page": "x"], ["per": "1000000"], ["per": "0"],
    ["per": "-1", "page": "9999999"], ["q": long], ["q": "\u{0}\u{202E}"], ["q": "( AND OR \" NEAR *"], ["lang": "xx"],
    ["lang": markup], ["sort": "'; DROP TABLE need"], ["kind": markup], ["country": "ZZ"], ["region": long],
    ["theme": "nothing"], ["theme": "a", "kind": "b"], ["language": "\u{7}"], ["done": markup], ["next": "//evil"],
    ["organisation": "ned_00000000000000000000000000"], ["to": "\u{202E}"], ["text": long], ["for": markup],
    ["weights": "1-2"], ["after": "-1"], ["member-of": long], ["claim": "x"], ["form": "x"], ["status": "x"],
  ]

  static let json: [(String, Int)] = [
    ("[]", 400), ("7", 400), ("null", 400), ("\"x\"", 400), ("{", 400), ("{\"title\":\"a\",\"title\":\"b\"}", 400),
    (String(repeating: "[", count: 100_000), 400), (String(repeating: "{\"a\":", count: 5000), 400),
    ("{\"title\":[[1]]}", 400), ("{\"a\":1}{\"b\":2}", 400), ("{\"title\":\"\\ud800\"}", 400),
  ]
}

@Suite("Whatever is sent to any address", .serialized) struct SweepTests {
  private static let shared = Result { try SweepWorld() }
  /// The problems that were met: what each is called leads to a page.
  private static let met = Mutex<Set<String>>([])
  private let world: SweepWorld

  init() throws { world = try Self.shared.get() }

  private static var reading: [SweepWorld.Entry] { SweepWorld.entries.filter { $0.verb == .get } }
  private static var changing: [SweepWorld.Entry] { SweepWorld.entries.filter { $0.verb != .get } }

  /// Every answer is a page or a record, or a refusal with words of its own; never our fault, and nothing raw in it.
  private func isDecent(_ response: Response, _ what: String) {
    let text = response.text, status = response.status
    #expect((200..<500).contains(status), "\(what) gave \(status): \(text.prefix(300))")
    if status >= 400 {
      if response[header: "Content-Type"]?.hasPrefix("application/") == true {
        let slug = text.firstMatch(of: #/"type":"/problems/([a-z0-9.-]+)"/#).map { String($0.1) }
        // A file that cannot be read in is refused with what was found in it.
        let isReport = text.contains("\"findings\":[{\"line\":")
        #expect(isReport || slug != nil && text.contains("\"title\":\""), "\(what): \(text.prefix(200))")
        if let slug, Self.met.withLock({ $0.insert(slug).inserted }) {
          #expect(world.site.get("/problems/" + slug).status == 200, "\(slug) is explained nowhere")
        }
      } else {
        #expect(text.contains("<h1>") && !text.contains("problem.") && !text.contains("refusal."), "\(what)")
      }
    }
    guard response[header: "Content-Type"]?.hasPrefix("text/html") == true else { return }
    #expect(!text.contains("<script>alert"), "\(what) sends markup back")
    #expect(!Hostile.isRaw(text), "\(what) sends control characters or turned writing back")
  }

  @Test("is refused in words where an identifier is of another kind, of nothing, or none", arguments: reading)
  func identifiers(entry: SweepWorld.Entry) throws {
    guard entry.parts.first != "problems" else { return }
    for star in entry.stars {
      for hostile in Hostile.identifiers {
        let path = world.path(of: entry, hostile, at: star)
        // Places that were invented have numbers below zero.
        if hostile == "-1", entry.parts[0] == "places" { continue }
        for (caller, json) in [(world.visitor, true), (world.administrator, false)] {
          let response = world.ask(.get, path, as: caller, json: json)
          isDecent(response, "GET \(path.prefix(120))")
          #expect(response.status >= 400, "GET \(path.prefix(120)) gave \(response.status)")
        }
      }
    }
  }

  @Test("is read with care where a query asks for what is not there", arguments: reading)
  func queries(entry: SweepWorld.Entry) throws {
    let path = world.path(of: entry)
    for (number, query) in Hostile.queries.enumerated() {
      let caller = number.isMultiple(of: 2) ? world.visitor : world.administrator, json = number % 4 > 1
      isDecent(world.ask(.get, path, query: query, as: caller, json: json), "GET \(path)?\(query.all[0].name)")
    }
  }

  @Test("is refused with the verbs that are allowed where the verb is another", arguments: SweepWorld.entries)
  func verbs(entry: SweepWorld.Entry) throws {
    let path = world.path(of: entry)
    let allowed = SweepWorld.entries.filter { $0.parts == entry.parts }.map(\.verb)
    for verb in Request.Verb.allCases where verb != .head && !allowed.contains(verb) {
      let response = world.ask(verb, path, as: world.administrator)
      // A more general address may take the verb.
      guard response.status == 405 else {
        #expect([403, 404, 412, 422].contains(response.status), "\(verb) \(path) gave \(response.status)")
        continue
      }
      #expect(response[header: "Allow"]?.contains(entry.verb.rawValue) == true, "\(path)")
    }
  }

  @Test("changes nothing for whoever may not, and says why", arguments: changing)
  func rights(entry: SweepWorld.Entry) throws {
    let path = world.path(of: entry)
    let isForAnyone = ["sign-in", "sign-out", "account"].contains(entry.parts[0])
    let before = try world.written()
    let forged = world.send([("title", "x")], to: path, as: world.administrator, key: "forged")
    #expect([403, 405].contains(forged.status), "\(path) took a forged form: \(forged.status)")
    let visiting = world.ask(entry.verb, path, as: world.visitor, type: "application/json", body: Array("{}".utf8))
    #expect(visiting.status == 403, "\(path) gave a visitor \(visiting.status)")
    let badKey = world.ask(entry.verb, path, as: world.visitor, json: true, headers: [("authorization", "Bearer nope")])
    #expect(badKey.status == 401, "\(path) gave a bad key \(badKey.status)")
    if !isForAnyone {
      let theirs = Array("{\"organisation\":\"\(world.organisation)\",\"title\":\"x\"}".utf8)
      for caller in [world.reader, world.stranger] {
        let response = world.ask(
          entry.verb, path, as: caller, json: true, type: "application/json", body: theirs)
        isDecent(response, "\(entry)")
        #expect(response.status >= 400, "\(entry) gave \(response.status)")
      }
    }
    #expect(try world.written() == before, "\(path)")
  }

  @Test("is refused where it is not JSON as it should be, and nothing is changed", arguments: changing)
  func json(entry: SweepWorld.Entry) throws {
    let path = world.path(of: entry), before = try world.written()
    func send(_ bytes: [UInt8], _ type: String = "application/json") -> Response {
      world.ask(entry.verb, path, as: world.administrator, json: true, type: type, body: bytes)
    }
    for (text, status) in Hostile.json {
      let response = send(Array(text.utf8))
      isDecent(response, "\(entry) \(text.prefix(30))")
      #expect(response.status >= status, "\(entry) took \(text.prefix(30)): \(response.status)")
    }
    isDecent(send([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]), "\(entry) of bad UTF-8")
    let strange = send(Array("a,b".utf8), "text/csv")
    #expect([415, 400, 404].contains(strange.status) || entry.parts[0] == "imports", "\(entry): \(strange.status)")
    #expect(try world.written() == before, "\(entry)")
  }
}
