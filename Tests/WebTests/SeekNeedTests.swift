import Cooperation
import HTTP
import Storage
import Testing

@Suite("A need in two questions") struct SeekNeedTests {
  private let problem = "As nossas valas de drenagem entopem com lixo. Três bairros ficam na água em janeiro."

  @Test("is kept after them, called by its first sentence, and shows what its words seem to be about")
  func twoQuestions() throws {
    let world = try SeekWorld()
    let first = world.browser.open("/needs/new").text
    #expect(
      first.contains("name=\"problem\"") && first.contains("name=\"tried\"") && !first.contains("name=\"themes\""))
    let id = try #require(first.firstMatch(of: #/name="id" value="(ned_[a-z0-9]+)"/#)).1
    let sent = world.browser.send(
      [("id", String(id)), ("problem", problem), ("tried", "Limpeza."), ("next", "more")], to: "/needs")
    #expect(sent.status == 303 && sent[header: "Location"] == "/needs/\(id)/edit?done=saved")
    let form = world.browser.open("/needs/\(id)/edit").text
    #expect(
      form.contains("value=\"As nossas valas de drenagem entopem com lixo\"") && form.contains("value=\"pt\" selected"))
    let suggested = try #require(form.firstMatch(of: #/(?s)<fieldset class="field" id="suggested">(.*?)<\/fieldset>/#))
      .1
    #expect(suggested.contains("value=\"drainage-and-floods\"") && suggested.contains("“valas de drenagem”"))
    #expect(suggested.contains("name=\"targets\"") && !suggested.contains("checked"))
    #expect(form.ranges(of: "value=\"drainage-and-floods\"").count == 1, "offered once")
    let json = world.browser.open("/needs/\(id)/edit", accepting: "application/json").text
    #expect(json.contains("\"theme\":\"drainage-and-floods\""))
  }

  @Test("may stop there: the draft is kept, and says what is missing")
  func stopped() throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let sent = world.browser.send([("problem", problem)], to: "/needs")
    let page = world.browser.open(sent[header: "Location"] ?? "").text
    #expect(
      sent.status == 303 && page.contains("As nossas valas de drenagem entopem com lixo")
        && page.contains("A theme. By it"))
    #expect(page.contains("/edit\">Go on with it"))
  }

  @Test("tells how it would be met, and the same comes back to programs")
  func wish() throws {
    let world = try SeekWorld()
    let key = try world.key()
    let body =
      #"{"problem": "\#(problem)", "original": "pt", "themes": ["drainage-and-floods"], "languages": ["pt"], "#
      + #""formats": ["study-visit", "two-hour-session"], "likeness": ["size"], "days": "2.5", "money": "1500", "#
      + #""currency": "usd", "publish": true}"#
    let added = world.send(.post, "/needs", body, key)
    #expect(added.status == 201, "\(added.text)")
    #expect(added.text.contains(#""formats":["two-hour-session","study-visit"],"likeness":["size"],"days":"2.5""#))
    #expect(added.text.contains(#""money":"1500.00","currency":"USD""#))
    let address = try #require(added[header: "Location"])
    let page = world.site.get(address).text
    #expect(page.contains("A session of two hours and Study visit") && page.contains("Working days: 2.5"))
    #expect(page.contains("USD 1,500.00"))
    #expect(world.send(.post, "/needs", #"{"problem": "x", "days": "-1"}"#, key).status == 422)
  }

  @Test("goes with its learning checklist, which is filled in from its page")
  func checklist() throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let fields = [
      ("problem", problem), ("themes", "drainage-and-floods"), ("languages", "pt"), ("publish", "yes"),
    ]
    let address = String((world.browser.send(fields, to: "/needs")[header: "Location"] ?? "").prefix { $0 != "?" })
    let id = try #require(address.split(separator: "/").last)
    #expect(world.browser.open(address).text.contains("/exchanges/new?method=learning-checklist&need=\(id)"))
    #expect(!world.site.get(address).text.contains("learning-checklist"))
    let form = world.browser.open("/exchanges/new?method=learning-checklist&need=\(id)").text
    #expect(
      form.contains("name=\"need\" value=\"\(id)\"")
        && form.contains("value=\"As nossas valas de drenagem entopem com lixo\""))
    let plan = [
      ("need", String(id)), ("title", "Lista"), ("method", "learning-checklist"), ("clock", "slow"), ("language", "pt"),
      ("host", SeekWorld.nhamatare.id.text), ("party", SeekWorld.nhamatare.id.text),
      ("party", SeekWorld.clariva.id.text),
    ]
    let room = String((world.browser.send(plan, to: "/exchanges")[header: "Location"] ?? "").prefix { $0 != "?" })
    #expect(room.hasPrefix("/exchanges/exc_"))
    #expect(world.browser.open(address).text.contains("href=\"\(room)\""))
    #expect(!world.site.get(address).text.contains(room), "a room that is not open is told to nobody else")
    let theirs = plan.filter { $0.0 != "party" && $0.0 != "host" } + [("host", SeekWorld.clariva.id.text)]
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    let refused = ines.send(theirs + [("party", SeekWorld.clariva.id.text)], to: "/exchanges")
    #expect(refused.status == 422 && refused.text.contains("in the name of whoever has it"))
  }
}
