import Addresses
package import Cooperation
package import HTTP
import Pages
import Reference
package import SQL
import Secrets
import Storage

/// The whole site: a request in, a response out.
package struct Site: Sendable {
  let database: any Database
  let settings: Settings
  let clock: @Sendable () -> Instant
  let kept: KeptPages
  let meter: Meter
  /// Everything public, to be found by its words; nil where no folder was given for it.
  let index: PublicIndex?
  /// The published practices and needs, ready to be matched.
  let matches: MatchKeeper
  /// What is published, ready to be counted.
  let shelves: Derived<Shelves>
  /// The learning circles among them.
  let circles = CircleKeeper()
  let follower: Follower
  let frame = Frame(asset: Assets.address)
  /// Told of what went wrong here, for the log: never for a visitor.
  let failed: @Sendable (Failed) -> Void
  let downloads = Downloads()
  private let router: Router<Handler>

  /// What an operator decides.
  package struct Settings: Sendable {
    /// Where the site is reached from outside: `https://copolis.example`; no slash at its end.
    package var base = "http://127.0.0.1:8080"
    /// Whether pages written for visitors are kept for the next.
    package var keepsPages = true
    /// Where the search index lies; nil for none.
    package var indexFolder: String?

    package init() {}

    /// Whether browsers reach it over TLS.
    var isSecure: Bool { base.hasPrefix("https://") }
  }

  /// - Throws: `SearchError` where the index can neither be opened nor made anew.
  package init(
    database: any Database, settings: Settings = Settings(), meter: Meter = Meter(),
    failed: @escaping @Sendable (Failed) -> Void = { _ in }, clock: @escaping @Sendable () -> Instant
  ) throws {
    let kept = KeptPages(), matches = MatchKeeper(), shelves = Shelves.keeper()
    let index = try settings.indexFolder.map { try PublicIndex(folder: $0, themes: Themes.all) }
    let follower = Follower(
      of: database, index: index, matches: matches, shelves: shelves, clock: clock, kept: kept,
      failed: { failed(Failed($0, request: nil)) })
    self.database = WatchedDatabase(base: database) {
      kept.forget()
      follower.hurry()
    }
    (self.kept, self.index, self.matches, self.shelves, self.follower) = (kept, index, matches, shelves, follower)
    (self.settings, self.meter, self.clock, self.failed) = (settings, meter, clock, failed)
    router = Router(Site.table.map { .init($0.verb, $0.pattern, $0.handler) })
  }

  /// The answer to `request`; whatever goes wrong becomes a problem that says what, why and what to do.
  package func respond(to request: Request) -> Response {
    // Only pages are kept, by their whole path, and ready to send: what is kept need not be looked for in the table.
    if let ready = kept.answer(to: request, in: self) { return ready }
    do {
      return try route(request)
    } catch {
      return dressed(refuse(error, request), for: request)
    }
  }

  /// The answer with what every answer carries.
  private func dressed(_ response: Response, for request: Request) -> Response {
    var response = response
    response.headers += Site.safety
    if let language = request.query["lang"].flatMap({ Language($0) }), Language.interface.contains(language) {
      let channel: SetCookie.Channel = settings.isSecure ? .encrypted : .any
      let cookie = SetCookie(Site.languageCookie, language.tag, .seconds(31_536_000), over: channel)
      response.headers.append(cookie.header)
    }
    return response
  }

  /// The cookie that remembers which language a visitor chose.
  static let languageCookie = "lang"

  private func route(_ request: Request) throws -> Response {
    let writes = kept.writes
    switch router.find(request.verb, request.path) {
    case .match(let found):
      let visit = try Visit(request, format: found.format, in: self)
      let answer = try found.handler(self, visit, found.segments)
      let response = dressed(answer.response(for: visit, in: self), for: request)
      return answer.isForEveryone(on: visit) ? kept.keeping(response, for: visit, asOf: writes, in: self) : response
    case .wrongVerb(let allowed):
      var problem = Problem("wrong-method", 405, "This address does not take that method.").response
      problem.headers.append(.init("Allow", allowed.map(\.rawValue).joined(separator: ", ")))
      return dressed(problem, for: request)
    case .nowhere: throw Problem("no-such-page", 404, "There is no such page.")
    }
  }

  private func refuse(_ error: any Error, _ request: Request) -> Response {
    note(error, request)
    let visit = (try? Visit(request, format: nil, in: self)) ?? Visit(asVisitor: request, in: self)
    return ProblemAnswer(error, number: request.number, words: visit.reader.words).response(for: visit, in: self)
  }

  /// What every answer carries, so that a browser runs nothing that is not ours.
  private static let safety: [Response.Header] = [
    .init(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    .init("X-Content-Type-Options", "nosniff"),
    .init("Referrer-Policy", "same-origin"),
    .init("Cross-Origin-Opener-Policy", "same-origin"),
  ]
}

/// What answers at one address.
typealias Handler = @Sendable (Site, Visit, [Substring]) throws -> any Answer

/// One address and what answers there.
struct Entry: Sendable {
  let verb: Request.Verb
  let pattern: String
  /// What a program is told that it can rely on.
  let promise: Promise
  let handler: Handler

  /// - Parameter promise: unless said a page, or a record where the path ends in its identifier.
  init<each Part>(
    _ endpoint: Endpoint<repeat each Part>,
    _ answer: @escaping @Sendable (Site) -> (Visit, repeat each Part) throws -> any Answer, _ promise: Promise? = nil
  ) {
    (verb, pattern) = (endpoint.verb, endpoint.pattern)
    self.promise = promise ?? (endpoint.pattern.hasSuffix("/*") ? .record : .page)
    handler = { site, visit, segments in
      guard let parts = endpoint.read(segments) else { throw Problem("no-such-page", 404, "There is no such page.") }
      return try answer(site)(visit, repeat each parts)
    }
  }
}
