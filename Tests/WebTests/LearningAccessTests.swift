import Actions
import Cooperation
import HTTP
import SQL
import Secrets
import Storage
import Testing
import Web

@Suite("Who sees an exchange") struct LearningAccessTests {
  private func world(_ more: [String] = ["joins"]) throws -> LearningWorld {
    let world = try LearningWorld()
    try world.gather()
    let city = Organisation(
      id: Organisation.ID(bits: 9), kind: .localGovernment, name: Texts("Elsewhere", in: "en"), languages: ["en"])
    try world.site.database.transaction { session in
      try session.organisations.insert(city, at: world.site.clock.now)
    }
    try world.add("stranger", for: city)
    try world.start("peer-supervision", "live", by: "jorge", more: more)
    return world
  }

  @Test("those who take part and who speak for a party, and nobody else")
  func seen() throws {
    let world = try world()
    try world.join("ines", invitedBy: "jorge")
    for name in ["jorge", "ines", "rui", "tivane"] {
      #expect(world.look(name).last.status == 200, "\(name)")
      #expect(world.browser(name).open("/exchanges").text.contains(world.room), "\(name)")
    }
    #expect(world.look("stranger").last.status == 404)
    #expect(!world.browser("stranger").open("/exchanges").text.contains(world.room))
    #expect(!world.browser("stranger").open("/exchanges.json").text.contains("drains"))
    let visitor = world.site.get(world.room)
    #expect(visitor.status == 403 && visitor.text.contains("/sign-in"))
    #expect(world.site.get("/exchanges/exc_00000000000000000000000000").status == 403)
    #expect(world.site.get("/exchanges/org_00000000000000000000000001").status == 404)
  }

  @Test("not someone who posts a step without being there")
  func posting() throws {
    let world = try world()
    let stranger = world.browser("stranger")
    stranger.open("/exchanges")
    stranger.open("/account")
    let person = try #require(world.people["stranger"]).text
    for fields in [
      [("do", "join"), ("organisation", world.nhamatare.id.text)],
      [("do", "cast"), ("person", person), ("role", "secretary")],
      [("do", "join"), ("organisation", world.nhamatare.id.text), ("invitation", "guessed")],
      [("do", "abandon"), ("because", "I can")], [("do", "nonsense")], [("do", "enter")],
    ] {
      let status = stranger.send(fields, to: world.room + "/steps").status
      #expect(status == 404 || status == 422, "\(fields) \(status)")
      stranger.open("/account")
    }
    #expect(world.json("jorge").contains("\"steps\":1,"))
    #expect(world.site.respond(Request(.post, world.room + "/steps")).status == 403)
  }

  @Test("someone with the link joins for an organisation that they speak for, and for no other")
  func joining() throws {
    let world = try world()
    let link = try #require(world.text("jorge").firstMatch(of: #/(/exchanges/[^"]*/join/[^"]*)"/#)).1
    let stranger = world.browser("stranger")
    #expect(stranger.open(String(link) + "x").status == 404)
    #expect(stranger.open(String(link)).status == 200)
    let wrong = try stranger.submit(["value=\"join\""], [("organisation", world.nhamatare.id.text)])
    #expect(wrong.status == 403 && wrong.text.contains("an organisation that you speak for"))
    stranger.open(String(link))
    #expect(try stranger.submit(["value=\"join\""]).status == 303)
    #expect(world.look("stranger").last.status == 200)
    #expect(!world.text("stranger").contains("/join/"))
    #expect(stranger.open(String(link)).status == 303)
  }

  @Test("everyone, once it is concluded and was meant to be public, without the names of people")
  func open() throws {
    let world = try LearningWorld()
    try world.supervise("live", more: ["joins", "public"])
    let page = world.site.get(world.room).text
    #expect(page.contains("Pay the keepers a lunch.") && page.contains("someone of Nhamatare"))
    for page in [
      page, world.site.get(world.room + ".json").text, world.site.get(world.room + "/documents/report-back").text,
      world.site.get(world.room + "/documents/report-back.json").text,
    ] {
      for name in ["Amelia", "Ines", "Jorge", "Lotte"] { #expect(!page.contains(name), "\(name)") }
      #expect(!page.contains("per_") && !page.contains("/join/"))
    }
    #expect(world.site.get(world.room + "/documents/report-back/text").status == 404)
    #expect(world.site.get("/exchanges").text.contains(world.room))
    #expect(world.site.get(world.room + "/events").status == 204)
  }

  @Test("is asked for by a form that says what is missing, and keeps what was typed")
  func starting() throws {
    let world = try LearningWorld()
    try world.gather()
    let browser = world.browser("jorge")
    browser.open("/exchanges/new?method=learning-checklist")
    let refused = try browser.submit(
      ["action=\"/exchanges\""],
      [("title", "  "), ("clock", "live"), ("party-names", "Atlantis"), ("method", "learning-checklist")])
    #expect(refused.status == 422 && refused.text.contains(">\nAtlantis</textarea>"))
    for field in ["title", "party-names"] { #expect(refused.text.problems.contains("#\(field)"), "\(field)") }
    let clock = try browser.submit(
      ["action=\"/exchanges\""], [("title", "A"), ("clock", "weekly"), ("party-names", "")])
    #expect(clock.status == 422 && clock.text.problems.contains("#clock"))
    #expect(world.site.get("/exchanges/new").status == 403)
    browser.open("/exchanges/new")
    let denied = try browser.submit(
      ["action=\"/exchanges\""], [("title", "A"), ("host", world.nhamatare.id.text), ("clock", "slow")])
    #expect(denied.status == 403)
  }

  @Test("programs too: they take the steps that the journal tells")
  func programs() throws {
    let world = try world()
    let email = try #require(Email("jorge@x.example"))
    let found = try world.site.database.read { session in try session.accounts.find(email) }
    let account = try #require(found)
    let viewer = Viewer(account, roles: [world.clariva.id: .editor])
    let key = try MakeKey(label: "test").run(
      on: Occasion(in: world.site.database, viewer: viewer, now: world.site.clock.now, seed: 5))
    func post(_ json: String) -> Response {
      var request = Request(
        .post, world.room + "/steps",
        headers: ["authorization": "Bearer \(key.text)", "content-type": "application/json"])
      request.headers.append("accept", "application/json")
      request.body = .bytes(Array(json.utf8))
      return world.site.respond(request)
    }
    let write = """
      {"do":"write","prompt":"headline","answer":{"text":"Drains"},"of":"\(account.person)","token":"one"}
      """
    #expect(post(write).status == 201)
    let again = post(write)
    #expect(again.status == 201 && again.text.contains("\"steps\":2,"))
    #expect(again.text.contains("\"step\":{\"do\":\"write\",\"prompt\":\"headline\""))
    let open = post("{\"do\":\"enter\",\"phase\":\"case-presentation\",\"after\":1}")
    #expect(open.status == 409 && open.text.contains("waits-for") && open.text.contains("/problems/still-needs"))
    for wrong in ["{\"do\":\"fly\"}", "{\"do\":\"write\"}", "[]", "{\"do\":\"enter\",\"phase\":[[1]],\"after\":1}"] {
      #expect(post(wrong).status == 422, "\(wrong)")
    }
    #expect(post("{").status == 400)
    let join = post("{\"do\":\"join\",\"name\":\"Ana\",\"organisation\":\"\(world.nhamatare.id)\"}")
    #expect(join.status == 201 && join.text.contains("\"name\":\"Ana\""))
  }

  @Test("tells a follower that something happened, and not what")
  func events() throws {
    let world = try world()
    let response = world.browser("jorge").open(world.room + "/events")
    guard case .events(let next) = response.body else { throw Missing("events") }
    #expect(next() == Array("retry: 2000\n\n".utf8))
    #expect(try world.say("jorge", "headline", "Blocked drains").status == 303)
    #expect(next().map { String(decoding: $0, as: UTF8.self) } == "id: 2\ndata: 2\n\n")
  }
}
