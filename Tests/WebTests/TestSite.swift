import Actions
import Cooperation
import Foundation
import HTTP
import SQL
import Secrets
import Storage
import Synchronization
import TestSupport
import Testing
import Web

/// A whole site in memory, asked without a socket, with a browser's memory of cookies.
final class TestSite: Sendable {
  let database: any Database
  let site: Site
  private let time = Mutex(Instant("2026-11-23T09:00:00Z") ?? Instant(microseconds: 0))

  /// - Parameter wrapping: what stands between the site and its database.
  init(
    at setting: String = ":memory:", wrapping: (any Database) -> any Database = { $0 }
  ) throws {
    database = wrapping(try openDatabase(setting))
    let start = time.withLock { $0 }
    try migrate(database, at: start)
    let clock = Clock(at: start)
    site = try Site(database: database, clock: { clock.now })
    self.clock = clock
  }

  let clock: Clock

  /// A clock that stands still until a test moves it.
  final class Clock: Sendable {
    private let moment: Mutex<Instant>
    init(at moment: Instant) { self.moment = Mutex(moment) }
    var now: Instant { moment.withLock { $0 } }
    func pass(minutes: Int) { moment.withLock { $0 = $0.adding(minutes: minutes) } }
  }

  /// The operator's occasion, for what a test needs to be there.
  func occasion(seed: UInt64 = 1) -> Occasion {
    Occasion(in: database, viewer: .commandLine, now: clock.now, seed: seed)
  }

  /// Answers `request`, slow work included.
  func respond(_ request: Request) -> Response {
    var response = site.respond(to: request)
    while case .later(let work) = response.body { response = work() }
    if let broken = Promises.broken(by: response, to: request) { Issue.record("the API says otherwise: \(broken)") }
    return response
  }

  func get(_ path: String, headers: Headers = [:], query: Fields = [:]) -> Response {
    respond(Request(.get, path, query: query, headers: headers))
  }
}

/// A browser: it keeps its cookies and brings back the key of the form that it saw last.
final class Browser {
  let site: TestSite
  private var cookies: [String: String] = [:]
  private(set) var last: Response

  init(on site: TestSite) {
    self.site = site
    last = Response(204)
  }

  @discardableResult
  func open(_ path: String, accepting type: String = "text/html") -> Response {
    send(Request(.get, path.path, query: path.query, headers: headers(["accept": type])))
  }

  /// Fills in the form of the page seen last and sends it.
  @discardableResult
  func send(_ fields: [(String, String)], to path: String) -> Response {
    let all = fields + [("form-key", formKey)]
    let body = all.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
    var request = Request(
      .post, path.path, query: path.query, headers: headers(["content-type": "application/x-www-form-urlencoded"]))
    request.body = .bytes(Array(body.utf8))
    return send(request)
  }

  /// Sends a body of any kind.
  @discardableResult
  func send(_ body: [UInt8], as type: String, to path: String) -> Response {
    var request = Request(.post, path.path, query: path.query, headers: headers(["content-type": type]))
    request.body = .bytes(body)
    return send(request)
  }

  /// Signs in with the password that every test account has.
  func signIn(_ email: String) {
    open("/sign-in")
    send([("email", email), ("password", TestSite.password)], to: "/sign-in")
    open("/sign-in")
  }

  /// The key in the first form of the page seen last.
  var formKey: String {
    last.text.firstMatch(of: #/name="form-key" value="([^"]*)"/#).map { String($0.1) } ?? kept
  }
  private var kept = ""

  private func send(_ request: Request) -> Response {
    let response = site.respond(request)
    for header in response.headers where header.name == "Set-Cookie" {
      let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = header.value.contains("Max-Age=0") ? nil : String(pair[1])
    }
    if response.text.contains("name=\"form-key\"") {
      last = response
      kept = formKey
    }
    last = response
    return response
  }

  private func headers(_ more: [String: String]) -> Headers {
    var headers: Headers = [:]
    for (name, value) in more { headers.append(name, value) }
    if !cookies.isEmpty {
      headers.append("cookie", cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; "))
    }
    return headers
  }
}

extension TestSite {
  /// The password that every test account has; hashed as cheaply as the library lets us.
  static let password = "a long enough password"
  static let hash = try? PasswordHash(of: password, cost: .demonstration)

  /// Lets someone in who may act for an organisation.
  @discardableResult
  func account(
    _ email: String, for organisation: Organisation.ID? = nil, as role: Account.Role = .owner,
    duty: Account.Duty? = nil, seed: UInt64 = 7
  ) throws -> Account {
    let hash = try #require(Self.hash)
    let address = try #require(Email(email))
    let name = email.prefix { $0 != "@" }.capitalized
    return try AddAccount(
      address, name: name, password: hash, for: organisation, as: role,
      duty: duty ?? (organisation == nil ? .reviewer : nil)
    ).run(on: occasion(seed: seed &+ UInt64(email.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude)))
  }
}

extension Response {
  /// The body as text; empty for one that is streamed.
  var text: String {
    switch body {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .cached(let cached): String(decoding: cached.plain, as: UTF8.self)
    default: ""
    }
  }
}

extension String {
  fileprivate var path: String { String(prefix { $0 != "?" }) }

  fileprivate var query: Fields {
    guard let start = firstIndex(of: "?") else { return [:] }
    return Fields(
      self[index(after: start)...].split(separator: "&").map { part in
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return .init(
          pair[0].removingPercentEncoding ?? "", (pair.count > 1 ? pair[1] : "").removingPercentEncoding ?? "")
      })
  }

  fileprivate var percentEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
