import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// Two invented cities and people of both, who learn from each other in their browsers.
final class LearningWorld {
  let site: TestSite
  let nhamatare: Organisation
  let clariva: Organisation
  private var browsers: [String: Browser] = [:]
  private(set) var people: [String: Person.ID] = [:]
  private(set) var room = ""

  init() throws {
    site = try TestSite()
    nhamatare = Self.city(1, "Nhamatare", "MZ")
    clariva = Self.city(2, "Santa Clariva", "BR")
    let cities = [nhamatare, clariva]
    try site.database.transaction { session in
      for city in cities { try session.organisations.insert(city, at: site.clock.now) }
    }
  }

  private static func city(_ number: Int, _ name: String, _ country: String) -> Organisation {
    Organisation(
      id: Organisation.ID(bits: UInt128(number)), kind: .localGovernment, name: Texts(name, in: "en"),
      country: Country.Code(country), languages: ["en"])
  }

  /// Someone with an account, who speaks for a city.
  func add(_ name: String, for city: Organisation, as role: Account.Role = .editor) throws {
    people[name] = try site.account("\(name)@x.example", for: city.id, as: role).person
  }

  /// Someone is the mayor of a city from a day on.
  func mayor(_ name: String, of city: Organisation, role: Mandate.Role = .politicalLeader) throws {
    let person = try #require(people[name]), from = try #require(Day("2024-01-01"))
    let mandate = try Mandate(
      id: Mandate.ID(bits: person.bits &+ 1), person: person, organisation: city.id, role: role, title: "Mayor",
      from: from)
    try site.database.transaction { session in try session.mandates.insert(mandate) }
  }

  /// Someone's browser, signed in.
  func browser(_ name: String) -> Browser {
    if let browser = browsers[name] { return browser }
    let browser = Browser(on: site)
    browser.signIn("\(name)@x.example")
    browsers[name] = browser
    return browser
  }

  /// Someone calls an exchange of both cities.
  func start(_ method: String, _ clock: String, by name: String, more: [String] = ["joins"]) throws {
    let browser = browser(name)
    browser.open("/exchanges/new?method=\(method)")
    let typed = [
      ("title", "How do we keep the drains clear?"), ("clock", clock), ("party", nhamatare.id.text),
      ("party-names", "santa clariva"),
    ]
    let response = try browser.submit(["action=\"/exchanges\""], typed + [("more", "")] + more.map { ("more", $0) })
    #expect(response.status == 303)
    room = String(try #require(response[header: "Location"]).prefix { $0 != "?" })
  }

  /// Someone looks into the room.
  @discardableResult
  func look(_ name: String) -> Browser {
    let browser = browser(name)
    browser.open(room)
    return browser
  }

  func text(_ name: String) -> String { look(name).last.text.unescaped }
  func json(_ name: String) -> String { browser(name).open(room + ".json").text }

  /// Someone follows the link and takes part.
  func join(_ name: String, invitedBy leader: String) throws {
    let link = try #require(text(leader).firstMatch(of: #/http://[^"]*(/exchanges/[^"]*/join/[^"]*)"/#)).1
    let browser = browser(name)
    #expect(browser.open(String(link)).status == 200)
    #expect(try browser.submit(["value=\"join\""]).status == 303)
  }

  /// Whoever leads gives someone a role.
  func cast(_ name: String, as role: String, by leader: String) throws {
    let person = try #require(people[name])
    let response = try look(leader).submit(["value=\"cast\""], [("person", person.text), ("role", role)])
    #expect(response.status == 303, "\(name) as \(role): \(response.text.problems)")
  }

  /// Someone answers what they are asked once.
  @discardableResult
  func answer(_ name: String, _ answers: [(String, String)]) throws -> Response {
    try look(name).submit(["name=\"do\" value=\"answer\""], answers.map { ("answer-\($0.0)", $0.1) })
  }

  /// Someone says something to a question that takes many answers.
  @discardableResult
  func say(_ name: String, _ prompt: String, _ words: String) throws -> Response {
    try look(name).submit(["value=\"write\"", "name=\"answer-\(prompt)\""], [("answer-\(prompt)", words)])
  }

  /// Someone closes the phase.
  @discardableResult
  func close(_ name: String, to phase: String?) throws -> Response {
    let browser = look(name)
    return try phase.map { try browser.submit(["value=\"enter\"", "name=\"phase\" value=\"\($0)\""]) }
      ?? browser.submit(["value=\"conclude\""])
  }
}

extension String {
  /// What the box of problems at the top of a page says.
  var problems: String {
    firstMatch(of: #/<div class="errors".*?</div>/#.dotMatchesNewlines()).map { String($0.0) } ?? ""
  }
}

extension LearningWorld {
  /// Six people of both cities, and the two mayors.
  func gather() throws {
    for name in ["amelia", "rui", "karim"] { try add(name, for: nhamatare) }
    for name in ["ines", "jorge", "lotte"] { try add(name, for: clariva) }
    try add("tivane", for: nhamatare, as: .reader)
    try add("alvia", for: clariva, as: .reader)
    try mayor("tivane", of: nhamatare)
    try mayor("alvia", of: clariva)
  }

  /// A whole peer supervision, to its end.
  func supervise(_ clock: String, more: [String] = ["joins"]) throws {
    try gather()
    try start("peer-supervision", clock, by: "jorge", more: more)
    for name in ["amelia", "rui", "karim", "ines", "lotte"] { try join(name, invitedBy: "jorge") }
    let roles = [
      ("jorge", "moderator"), ("amelia", "case-presenter"), ("rui", "secretary"), ("karim", "time-keeper"),
      ("ines", "consultant"), ("lotte", "consultant"),
    ]
    for (name, role) in roles { try cast(name, as: role, by: "jorge") }
    #expect(try say("amelia", "headline", "Blocked drains").status == 303)
    #expect(try close("jorge", to: "case-presentation").status == 303)
    #expect(try answer("amelia", [("case", "Three wards stand in water.")]).status == 303)
    #expect(try say("ines", "comprehension", "How many people live there?").status == 303)
    #expect(try close("jorge", to: "key-question").status == 303)
    #expect(
      try answer("amelia", [("question-found", "found"), ("key-question", "Who keeps them clear?")]).status == 303)
    #expect(try close("jorge", to: "method-choice").status == 303)
    #expect(try answer("amelia", [("module", "good-advice")]).status == 303)
    #expect(try close("jorge", to: "consultation").status == 303)
    #expect(try say("ines", "contribution", "Pay the keepers a lunch.").status == 303)
    #expect(try say("lotte", "contribution", "Begin beside the school.").status == 303)
    #expect(try close("jorge", to: "conclusion").status == 303)
    #expect(try answer("amelia", [("takes-home", "The lunch."), ("next-step", "Two wards by July.")]).status == 303)
    #expect(try close("jorge", to: nil).status == 303)
  }
}
