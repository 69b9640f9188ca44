import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// Two cities with a signed partnership; Rui speaks for Nhamatare and Inés for Santa Clariva, Salma for neither.
struct ResultsWorld {
  let seek: SeekWorld
  let rui: Browser
  let ines: Browser
  let salma: Browser

  init(stage: Partnership.Stage? = nil) throws {
    seek = try SeekWorld()
    let now = seek.site.clock.now
    let parties = try Parties([
      Party(SeekWorld.nhamatare.id), Party(SeekWorld.clariva.id), Party(SeekWorld.association.id, .facilitator),
    ])
    let signed = try Agreement(kind: .memorandum, signed: now.day.adding(days: -600), endsOn: nil)
    let pair = Partnership(
      id: Self.id, title: Texts("Dry streets", in: "en"), form: .cityToCity, parties: parties,
      stage: stage ?? .signed(signed))
    try seek.site.database.transaction { session in try session.partnerships.insert(pair, at: now) }
    try seek.site.account("salma@anam.example", for: SeekWorld.association.id)
    try seek.site.account("leo@nhamatare.example", for: SeekWorld.nhamatare.id, as: .reader)
    try seek.site.account("admin@x.example", duty: .administrator)
    rui = seek.browser
    ines = Browser(on: seek.site)
    ines.signIn("ines@santaclariva.example")
    salma = Browser(on: seek.site)
    salma.signIn("salma@anam.example")
  }

  static let id = Partnership.ID(bits: 501)
  var path: String { "/partnerships/\(Self.id)" }
  var results: String { path + "/results" }

  /// A result with an indicator and a period that is over, in which 17 drains were found.
  static let drains: [(String, String)] = [
    ("level", "outcome"), ("title", "Streets stay dry"), ("about", "Two wards."), ("original", "en"),
    ("indicator.title", "Blocked drains"), ("indicator.measure", "unit"), ("indicator.unit", "drains"),
    ("indicator.ascending", "false"), ("indicator.baseline.value", "48"), ("indicator.baseline.year", "2024"),
    ("indicator.period.start", "2026-01-01"), ("indicator.period.end", "2026-09-30"),
    ("indicator.period.target", "20"), ("indicator.period.actual", "17"),
    ("indicator.period.words", "Counted by hand."),
  ]

  static func drains(_ changed: (String, String)...) -> [(String, String)] {
    drains.map { field in changed.first { $0.0 == field.0 } ?? field }
      + changed.filter { field in !drains.contains { $0.0 == field.0 } }
  }

  /// Someone tells that result by the form.
  @discardableResult
  func tell(_ fields: [(String, String)] = drains, by browser: Browser? = nil) -> Response {
    let browser = browser ?? rui
    browser.open(results + "/new")
    return browser.send(fields + browser.last.text.hidden, to: results)
  }

  var json: String { seek.site.get(results + ".json").text }

  /// Where the first figure stands.
  func figure() throws -> String {
    path + "/periods/" + String(try #require(json.firstMatch(of: #/"id":"(prd_[a-z0-9]+)"/#)).1)
  }

  func result() throws -> String {
    results + "/" + String(try #require(json.firstMatch(of: #/"id":"(res_[a-z0-9]+)"/#)).1)
  }

  func indicator() throws -> String {
    path + "/indicators/" + String(try #require(json.firstMatch(of: #/"id":"(ind_[a-z0-9]+)"/#)).1)
  }

  /// How the first figure stands.
  func state() throws -> String {
    String(try #require(seek.site.get(figure() + ".json").text.firstMatch(of: #/"claim":"([a-z]+)"/#)).1)
  }

  /// Someone says by the figure's own form what they say of it.
  @discardableResult
  func speak(_ stance: String, _ more: [(String, String)] = [], by browser: Browser) throws -> Response {
    let figure = try figure()
    let revision = browser.open(figure).text.hidden.filter { $0.0 == "revision" }.prefix(1)
    return browser.send([("stance", stance)] + more + revision, to: figure + "/voices")
  }

  @discardableResult
  func report(_ fields: [(String, String)], by browser: Browser) throws -> Response {
    let figure = try figure()
    let revision = browser.open(figure).text.hidden.filter { $0.0 == "revision" }.prefix(1)
    return browser.send(fields + revision, to: figure)
  }
}

extension String {
  /// The hidden fields of a page's forms, without the key.
  var hidden: [(String, String)] {
    matches(of: #/<input type="hidden" name="([^"]+)" value="([^"]*)">/#).map { (String($0.1), String($0.2)) }
      .filter { $0.0 != "form-key" }
  }
}
