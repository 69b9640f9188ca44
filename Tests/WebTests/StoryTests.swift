import Actions
import Cooperation
import HTTP
import SQL
import Secrets
import Storage
import Testing

@Suite("The whole story, told by programs") struct StoryTests {
  @Test("goes from a need to open data, each step by the key of whoever takes it")
  func story() throws {
    let story = try Story()
    let practice = try story.publish("ines", "/practices", Story.practice)
    let need = try story.publish("rui", "/needs", Story.need)
    let matches = story.get(need + "/matches.json").text
    #expect(matches.contains(practice.suffix(30)) && matches.contains("\"reasons\":[{"))

    let partnership = try story.agree()
    #expect(story.get(partnership + ".json").text.contains("\"state\":\"confirmed\""))
    let room = try story.supervise(under: partnership)
    try story.sign(room)

    let figure = try story.tell(partnership)
    let disputed = story.post(
      "ines", figure + "/voices", #"{"stance": "disputes", "reason": "We saw 21.", "counter": 21}"#)
    #expect(disputed.status == 200 && story.open(partnership).claim == "disputed")
    #expect(!story.iati(partnership).contains("<actual"), "a disputed figure is not reported as if it were agreed")
    #expect(story.post("rui", figure, #"{"actual": 21}"#).text.contains("\"claim\":\"confirmed\""))
    #expect(story.open(partnership).claim == "confirmed" && story.open(partnership).actual == "21")
    let report = story.iati(partnership)
    for mark in ["<baseline year=\"2025\" value=\"48\"", "<target value=\"20\"", "<actual value=\"21\""] {
      #expect(report.contains(mark), "\(mark)")
    }
  }
}

/// Two cities whose officers and mayors work through programs, each with a key of their own.
private final class Story {
  let world: LearningWorld
  private var keys: [String: String] = [:]

  init() throws {
    world = try LearningWorld()
    try world.gather()
    for (name, city) in [("rui", world.nhamatare), ("ines", world.clariva)] {
      try world.site.database.transaction { session in
        let email = try #require(Email("\(name)@x.example"))
        let account = try #require(try session.accounts.find(email))
        try session.accounts.setRole(.owner, of: account.id, in: city.id)
      }
    }
  }

  private func key(_ name: String) throws -> String {
    if let key = keys[name] { return key }
    let browser = world.browser(name)
    browser.open("/account")
    let page = browser.send([("label", "story")], to: "/account/tokens").text
    let key = String(try #require(page.firstMatch(of: #/<code>([^<]+)<\/code>/#)).1)
    keys[name] = key
    return key
  }

  func post(_ name: String, _ path: String, _ json: String) -> Response {
    let key = (try? key(name)) ?? ""
    var request = Request(
      .post, path,
      headers: ["content-type": "application/json", "accept": "application/json"])
    request.headers.append("authorization", "Bearer \(key)")
    request.body = .bytes(Array(json.utf8))
    return world.site.respond(request)
  }

  func get(_ path: String, as name: String? = nil) -> Response {
    var headers: Headers = [:]
    if let name, let key = try? key(name) { headers.append("authorization", "Bearer \(key)") }
    return world.site.get(path, headers: headers)
  }

  /// What was made, by its address.
  private func made(_ response: Response) throws -> String {
    try #require(response.status == 201 || response.status == 200, "\(response.text)")
    return try #require(response[header: "Location"])
  }

  func publish(_ name: String, _ path: String, _ json: String) throws -> String {
    try made(post(name, path, json))
  }

  static let need = #"""
    {"title": "Residents do not keep the drains open", "original": "en", "problem": "Three wards stand in water.",
     "tried": "A company.", "themes": ["drainage-and-floods"], "languages": ["en"], "publish": true}
    """#
  static let practice = #"""
    {"title": "Residents who keep drains", "original": "en", "story": "Committees keep their drains.",
     "themes": ["drainage-and-floods"], "languages": ["en"], "publish": true}
    """#
}

extension Story {
  /// One city proposes, the other accepts; one enters what both signed, the other confirms it.
  func agree() throws -> String {
    let (one, other) = (world.nhamatare.id, world.clariva.id)
    let proposal =
      #"{"by": "\#(one)", "with": ["\#(other)"], "title": "Drains", "original": "en", "form": "city-to-city"}"#
    let partnership = try made(post("rui", "/partnerships", proposal))
    #expect(post("rui", partnership + "/acceptance", #"{"by": "\#(one)"}"#).status == 409)
    #expect(post("ines", partnership + "/acceptance", #"{"by": "\#(other)"}"#).status == 200)
    let agreement = #"""
      {"kind": "memorandum", "signed": "2026-01-15", "aspects": "Two visits a year", "signatory": {
        "\#(one)": {"name": "Tivane", "title": "Mayor"}, "\#(other)": {"name": "Alvia", "title": "Mayor"}}}
      """#
    #expect(post("rui", partnership + "/agreement", agreement).status == 200)
    let confirmed = post("ines", partnership + "/voices", #"{"stance": "confirms"}"#)
    #expect([200, 201].contains(confirmed.status), "\(confirmed.text)")
    return partnership
  }

  /// A peer supervision, from its room to its end.
  func supervise(under partnership: String) throws -> String {
    let opening = #"""
      {"method": "peer-supervision", "title": "Who keeps the drains?", "clock": "slow", "host": "\#(world.clariva.id)",
       "party": ["\#(world.nhamatare.id)", "\#(world.clariva.id)"], "language": "en", "joins": true,
       "partnership": "\#(partnership.split(separator: "/").last ?? "")"}
      """#
    let room = try made(post("jorge", "/exchanges", opening))
    let link = try #require(get(room + ".json", as: "jorge").text.firstMatch(of: #/"invitation":"[^"]*\/([^"\/]+)"/#)).1
    for name in ["amelia", "rui", "karim", "ines", "lotte"] {
      let city = ["amelia", "rui", "karim"].contains(name) ? world.nhamatare.id : world.clariva.id
      try step(name, room, #"{"do": "join", "invitation": "\#(link)", "organisation": "\#(city)"}"#)
    }
    for (name, role) in [
      ("jorge", "moderator"), ("rui", "case-presenter"), ("amelia", "secretary"), ("karim", "time-keeper"),
      ("ines", "consultant"), ("lotte", "consultant"),
    ] { try step("jorge", room, #"{"do": "cast", "person": "\#(try person(name))", "role": "\#(role)"}"#) }
    try write("rui", room, "headline", #"{"text": "Drains that nobody keeps"}"#)
    try enter("case-presentation", room)
    try write("rui", room, "case", #"{"text": "Three wards stand in water."}"#)
    try write("ines", room, "comprehension", #"{"text": "How many families?"}"#)
    try enter("key-question", room)
    try write("rui", room, "question-found", #"{"choice": "found"}"#)
    try write("rui", room, "key-question", #"{"text": "Who keeps them?"}"#)
    try enter("method-choice", room)
    try write("rui", room, "module", #"{"choice": "good-advice"}"#)
    try enter("consultation", room)
    try write("ines", room, "contribution", #"{"text": "Pay the keepers a lunch."}"#)
    try write("lotte", room, "contribution", #"{"text": "Begin beside the school."}"#)
    try enter("conclusion", room)
    try write("rui", room, "takes-home", #"{"text": "The lunch."}"#)
    try write("rui", room, "next-step", #"{"text": "Two wards by July."}"#)
    try step("jorge", room, #"{"do": "conclude", "after": \#(try visit(room))}"#)
    return room
  }

  private func person(_ name: String) throws -> Person.ID { try #require(world.people[name]) }

  private func step(_ name: String, _ room: String, _ json: String) throws {
    let response = post(name, room + "/steps", json)
    try #require(response.status == 201, "\(name): \(json): \(response.text)")
  }

  private func write(_ name: String, _ room: String, _ prompt: String, _ answer: String) throws {
    let person = try person(name)
    try step(name, room, #"{"do": "write", "prompt": "\#(prompt)", "answer": \#(answer), "of": "\#(person)"}"#)
  }

  private func enter(_ phase: String, _ room: String) throws {
    try step("jorge", room, #"{"do": "enter", "phase": "\#(phase)", "after": \#(try visit(room))}"#)
  }

  private func visit(_ room: String) throws -> String {
    String(try #require(get(room + ".json", as: "jorge").text.firstMatch(of: #/"visit":([0-9]+)/#)).1)
  }

  /// Both mayors sign what came of it, as they read it.
  func sign(_ room: String) throws {
    let document = room + "/documents/report-back"
    for name in ["tivane", "alvia"] {
      let digest = try #require(
        get(document + ".json", as: name).text.firstMatch(of: #/"fingerprint":"([0-9a-f]{64})"/#)
      ).1
      try step(name, room, #"{"do": "sign", "output": "report-back", "digest": "\#(digest)"}"#)
    }
    let signed = get(document + ".json", as: "rui").text
    #expect(signed.contains("\"intact\":true") && signed.contains("Tivane") && signed.contains("Alvia"))
    let frozen = get(document + "/text", as: "rui").text
    #expect(signed.contains("\"fingerprint\":\"\(SHA256.hex(of: frozen.utf8))\""))
  }

  /// A result with its figure, as one side tells it.
  ///
  /// - Returns: the address of the figure.
  func tell(_ partnership: String) throws -> String {
    let body = #"""
      {"level": "outcome", "title": "Two wards keep their drains open", "original": "en",
       "indicator": {"title": "Blocked drains", "unit": "drains", "ascending": false,
         "baseline": {"year": 2025, "value": 48},
         "period": {"start": "2026-01-16", "end": "2026-06-30", "target": 20, "actual": 17}}}
      """#
    let told = post("rui", partnership + "/results", body)
    try #require(told.status == 201, "\(told.text)")
    return partnership + "/periods/" + String(try #require(told.text.firstMatch(of: #/"id":"(prd_[a-z0-9]+)"/#)).1)
  }

  /// How the first figure leaves as open data.
  func open(_ partnership: String) -> (claim: String, actual: String) {
    let id = partnership.split(separator: "/").last ?? ""
    let row = ((try? get("/open/results.json").fetched()) ?? "").split(separator: "\n").first { $0.contains(id) } ?? ""
    func field(_ name: String) -> String {
      (try? Regex("\"\(name)\":\"?([^\",]+)", as: (Substring, Substring).self).firstMatch(in: row))
        .flatMap { $0.map { String($0.1) } } ?? ""
    }
    return (field("claim"), field("actual"))
  }

  /// The partnership's activity in the IATI file.
  func iati(_ partnership: String) -> String {
    let id = partnership.split(separator: "/").last ?? ""
    let file = (try? get("/open/activities.iati.xml").fetched()) ?? ""
    return file.components(of: "<iati-activity").first { $0.contains(id) } ?? ""
  }
}

extension String {
  fileprivate func components(of mark: String) -> [String] { split(separator: mark).map(String.init) }
}
