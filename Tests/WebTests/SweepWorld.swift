import Actions
import Cooperation
import Demo
import Foundation
import HTTP
import SQL
import Secrets
import Storage
import Testing
import Web

/// The demonstration universe with one caller of each kind, to be asked everything that should be refused.
final class SweepWorld: Sendable {
  let site: TestSite
  let administrator: Caller
  /// May read in the organisation whose identifiers stand in the addresses, and change nothing.
  let reader: Caller
  /// Owns another organisation.
  let stranger: Caller
  let visitor = Caller(cookie: nil, formKey: "", key: nil)
  private let samples: [String: String]

  /// In which `reader` may read, and `stranger` may do nothing.
  var organisation: String { samples["organisations"] ?? "" }

  /// Who sends a request.
  struct Caller: Sendable {
    let cookie: String?
    let formKey: String
    /// A program's key, with the same rights.
    let key: String?
  }

  init() throws {
    site = try TestSite()
    let hash = try #require(TestSite.hash)
    try Universe().load(on: site.occasion(), password: hash.text)
    samples = try site.database.read(Self.samples)
    let own = try #require(samples["organisations"].flatMap { Organisation.ID($0) })
    let other: Organisation.ID? = try site.database.read { session in
      try session.organisations.list(.init(), Span(per: 100), in: "en").items.map(\.id).first { $0 != own }
    }
    administrator = try Self.caller("sweep@instance.example", nil, .owner, .administrator, site)
    reader = try Self.caller("reader@own.example", own, .reader, nil, site)
    let strange = try #require(other)
    stranger = try Self.caller("owner@other.example", strange, .owner, nil, site)
  }

  private static func caller(
    _ email: String, _ organisation: Organisation.ID?, _ role: Account.Role, _ duty: Account.Duty?, _ site: TestSite
  ) throws -> Caller {
    let account = try site.account(email, for: organisation, as: role, duty: duty)
    let session = Token(), formKey = Token(), key = Token(), now = site.clock.now
    try site.database.transaction { tables in
      for (token, form) in [(session, formKey.text), (key, nil)] {
        try tables.signIns.insert(
          .init(
            hash: token.hash, account: account.id, formKey: form, label: "a test", created: now,
            expires: now.adding(days: 30)))
      }
    }
    return Caller(cookie: "copolis=\(session.text)", formKey: formKey.text, key: key.text)
  }

  /// One identifier of each kind that is on record, by the part of the path that it stands behind.
  private static func samples(_ session: any Session) throws -> [String: String] {
    var found = ["countries": "MZ", "sdgs": "11", "methods": "peer-supervision", "themes": "drainage-and-floods"]
    let own = try session.first("SELECT organisation FROM party ORDER BY organisation") { try $0.text(0) }
    found["organisations"] = own
    found["memberships"] = own
    found["matches"] = own
    for (part, query) in [
      ("people", Statement("SELECT id FROM person ORDER BY id")),
      ("places", "SELECT id FROM place ORDER BY id LIMIT 1"), ("needs", "SELECT id FROM need ORDER BY id"),
      ("practices", "SELECT practice FROM adoption ORDER BY id"), ("adoptions", "SELECT id FROM adoption ORDER BY id"),
      ("mandates", "SELECT id FROM mandate ORDER BY id"),
      ("partnerships", "SELECT id FROM partnership ORDER BY id"), ("exchanges", "SELECT id FROM exchange ORDER BY id"),
      ("introductions", "SELECT id FROM introduction ORDER BY id"),
    ] {
      let number = part == "places"
      found[part] = try session.first(query) { row in number ? String(try row.int(0)) : try row.text(0) }
    }
    return found
  }
}

extension SweepWorld {
  /// An address of the table: its verb, and its pattern in parts.
  struct Entry: Sendable, CustomTestStringConvertible {
    let verb: Request.Verb
    let parts: [String]
    var testDescription: String { "\(verb.rawValue) /" + parts.joined(separator: "/") }
    var stars: [Int] { parts.indices.filter { parts[$0] == "*" } }

    init?(_ line: String) {
      let words = line.split(separator: " ")
      guard words.count == 2, let verb = Request.Verb(rawValue: String(words[0])) else { return nil }
      self.verb = verb
      parts = words[1].dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let entries = Site.addresses.compactMap(Entry.init)

  /// The address with something on record in each of its places; `hostile` in the place `star`, if there is one.
  func path(of entry: Entry, _ hostile: String? = nil, at star: Int? = nil) -> String {
    var parts = entry.parts
    for place in entry.stars { parts[place] = place > 0 ? samples[parts[place - 1]] ?? "unknown" : "unknown" }
    if let hostile, let star { parts[star] = hostile }
    return "/" + parts.joined(separator: "/")
  }

  /// What the site answers; slow work included.
  func ask(
    _ verb: Request.Verb, _ path: String, query: Fields = [:], as caller: Caller, json: Bool = false,
    type: String? = nil, body: [UInt8]? = nil, headers more: [(String, String)] = []
  ) -> Response {
    var headers: Headers = ["accept": json ? "application/json" : "text/html"]
    if json, let key = caller.key {
      headers.append("authorization", "Bearer \(key)")
    } else if let cookie = caller.cookie {
      headers.append("cookie", cookie)
    }
    if let type { headers.append("content-type", type) }
    for (name, value) in more { headers.append(name, value) }
    var request = Request(verb, path, query: query, headers: headers)
    if let body { request.body = .bytes(body) }
    return site.respond(request)
  }

  /// A form sent from one of our pages.
  func send(_ fields: [(String, String)], to path: String, as caller: Caller, key: String? = nil) -> Response {
    let all = fields + [("form-key", key ?? caller.formKey)]
    let body = all.map { "\($0.0.escaped)=\($0.1.escaped)" }.joined(separator: "&")
    return ask(.post, path, as: caller, type: "application/x-www-form-urlencoded", body: Array(body.utf8))
  }

  /// How much has been written: lines of audit, and changes of what is public.
  func written() throws -> [Int] {
    try site.database.read { session in
      let audit = try session.first("SELECT COUNT(*) FROM audit") { try $0.int(0) }
      return [audit ?? 0, try session.changes.latest()]
    }
  }
}

extension String {
  fileprivate var escaped: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
