import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Introductions for programs") struct IntroductionStoryTests {
  @Test("go from a need to a no that counts, and to a yes by another")
  func story() throws {
    let world = try IntroductionWorld()
    let key = try world.sense.seek.key(), clariva = SeekWorld.clariva.id
    let third = Organisation(
      id: .init(bits: 15), kind: .localGovernment, name: Texts("Oued Zitoun", in: "fr"), languages: ["fr", "en"])
    try world.site.database.transaction { session in
      try session.organisations.insert(third, at: world.site.clock.now)
    }
    let karim = try world.sense.browser("karim@zitoun.example", for: third.id, as: .owner)
    karim.open("/practices/new")
    let practice = [
      ("title", "A drain map drawn by schools"), ("original", "en"), ("story", "Pupils draw where drains are blocked."),
      ("publish", "yes"), ("themes", "drainage-and-floods"), ("languages", "en"),
    ]
    #expect(karim.send(practice, to: "/practices").status == 303)

    func send(_ path: String, _ json: String) -> Response { world.sense.seek.send(.post, path, json, key) }
    let need = send(
      "/needs",
      #"{"title": "Drains are blocked", "original": "en", "problem": "Each January.", "publish": true, "#
        + #""themes": ["drainage-and-floods"], "languages": ["en"]}"#)
    let address = try #require(need[header: "Location"]), id = address.suffix(30)
    func capacity(of organisation: Organisation.ID) -> String {
      let json = world.sense.seek.send(.get, address + "/matches.json", "", key).text
      let item = json.split(separator: "{\"organisation\":").first { $0.hasPrefix("\"\(organisation)\"") } ?? ""
      return String(item.firstMatch(of: #/"part":"capacity","score":([0-9.]+),"words":"([^"]+)"/#)?.2 ?? "")
    }
    #expect(capacity(of: clariva).hasPrefix("They have not said how many"))
    func ask(_ organisation: Organisation.ID) throws -> String {
      let asked = send(
        "/introductions",
        #"{"with": "\#(organisation)", "need": "\#(id)", "message": "How?", "language": "en", "minutes": 30, "#
          + #""contact": "rui@mail.example"}"#)
      #expect(asked.status == 201 && asked.text.contains("\"state\":\"waiting\""), "\(asked.text)")
      return try #require(asked[header: "Location"])
    }
    let first = try ask(clariva)
    #expect(
      world.answer(world.ines, first, ("answer", "decline"), ("reason", "working-with-others")).status == 303)
    let told = world.sense.seek.send(.get, first + ".json", "", key).text
    #expect(told.contains("\"state\":\"declined\"") && told.contains("\"reason\":\"working-with-others\""))
    #expect(capacity(of: clariva).contains("they declined on 23 November 2026: already at work on it with others."))
    let visitor = world.site.get(address + "/matches.json").text
    #expect(!visitor.contains("they declined on"), "it is none of a visitor's business")

    let second = try ask(third.id)
    world.answer(karim, second, ("answer", "accept"), ("contact", "karim@mail.example"))
    let accepted = world.sense.seek.send(.get, second + ".json", "", key).text
    #expect(accepted.contains("\"state\":\"accepted\"") && accepted.contains("\"contact\":\"karim@mail.example\""))
    let matches = world.sense.seek.send(.get, address + "/matches.json", "", key).text
    #expect(matches.contains("\"introduction\":\"\(second.suffix(30))\""))
  }

  @Test("tell how much room an organisation has, and anyone can weigh it")
  func room() throws {
    let world = try IntroductionWorld()
    world.ines.open("/organisations/\(SeekWorld.clariva.id)/edit")
    #expect(try world.ines.submit(["name=\"capacity\""], [("capacity", "2")]).done == "saved")
    #expect(world.site.get("/organisations/\(SeekWorld.clariva.id).json").text.contains("\"capacity\":2"))
    world.ines.open("/organisations/\(SeekWorld.clariva.id)/edit")
    #expect(try world.ines.submit(["name=\"capacity\""], [("capacity", "101")]).status == 422)
    let address = world.asked()
    world.answer(world.ines, address, ("answer", "accept"), ("contact", "i"))
    let path = "/needs/\(IntroductionWorld.need)/matches"
    #expect(world.site.get(path).text.contains("Under way with them this quarter: 1 of the 2"))
    #expect(world.site.get(path).text.contains("You both belong to ANAM, which can bring you together."))
    let alone = world.site.get(path + ".json", query: ["weights": "0-0-0-0-0-100-0"]).text
    #expect(alone.contains("\"score\":0.5,") && !alone.contains("\"part\":\"reach\""))
  }
}
