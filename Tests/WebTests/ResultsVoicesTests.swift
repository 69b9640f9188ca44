import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("What both sides say of a figure") struct ResultsVoicesTests {
  @Test("is confirmed by the other side with one button, once")
  func confirmed() throws {
    let world = try ResultsWorld()
    world.tell()
    #expect(world.ines.open(world.results).text.contains("Confirm or dispute one figure"))
    #expect(world.ines.open(try world.figure()).text.contains("Is it so?"))
    #expect(world.ines.last.text.contains("Yes, I confirm: 17 drains"))
    #expect(!world.rui.open(try world.figure()).text.contains("Yes, I confirm"), "not by the side that says it")
    #expect(try world.speak("confirms", by: world.ines).status == 303)
    #expect(try world.speak("confirms", by: world.ines).status == 303)
    #expect(try world.state() == "confirmed")
    #expect(world.json.matches(of: #/"stance":"confirms"/#).count == 1)
    let page = world.seek.site.get(world.results).text
    #expect(page.contains("Both sides confirm one.") && page.contains("arc confirmed n3"))
    #expect(try world.speak("confirms", by: world.rui).status == 303)
    #expect(world.json.matches(of: #/"stance":/#).count == 2, "who says it needs not confirm it")
  }

  @Test("is disputed with a reason and another figure, which stand beside it")
  func disputed() throws {
    let world = try ResultsWorld()
    world.tell()
    let mute = try world.speak("disputes", [("counter", "21")], by: world.ines)
    #expect(mute.status == 422 && mute.text.contains("needs a reason") && mute.text.contains("value=\"21\""))
    let mixed = try world.speak("disputes", [("counter", "2.1,0"), ("reason", "We counted them.")], by: world.ines)
    #expect(mixed.status == 422 && mixed.text.contains("is not a number") && mixed.text.contains("We counted them."))
    let same = try world.speak("disputes", [("counter", "17.0"), ("reason", "x")], by: world.ines)
    #expect(same.status == 422 && same.text.contains("This is the figure that stands"))
    #expect(try world.state() == "claimed")
    let said = [("counter", "21"), ("reason", "We counted them in March.")]
    #expect(try world.speak("disputes", said, by: world.ines).status == 303)
    #expect(try world.speak("disputes", said, by: world.ines).status == 303)
    #expect(try world.state() == "disputed")
    let page = world.seek.site.get(try world.figure()).text
    #expect(page.contains("“We counted them in March.”") && page.contains("Instead: 21 drains"))
    #expect(page.contains("17 drains") && world.json.matches(of: #/"stance":"disputes"/#).count == 1)
    #expect(world.seek.site.get(world.results).text.contains("arc disputed"))
    #expect(world.rui.open(world.results).text.contains("Settle one figure"))
    #expect(try world.speak("disputes", [("reason", "x")], by: world.rui).status == 409, "not one’s own claim")
  }

  @Test("counts for the figure it was on, and no longer once that is another; every word stays")
  func changed() throws {
    let world = try ResultsWorld()
    world.tell()
    try world.speak("confirms", by: world.ines)
    #expect(try world.report([("actual", "18")], by: world.rui).status == 303)
    #expect(try world.state() == "claimed")
    #expect(world.json.contains("\"actual\":\"18\"") && world.json.contains("\"figure\":\"17\""))
    let page = world.ines.open(try world.figure()).text
    #expect(
      page.contains("Of an earlier figure; it counts no longer.") && page.contains("Santa Clariva confirms: 17 drains.")
    )
    #expect(page.contains("Yes, I confirm: 18 drains"))
    try world.speak("confirms", by: world.ines)
    #expect(try world.state() == "confirmed")
    #expect(try world.report([("actual", "18.0")], by: world.rui).status == 303)
    #expect(try world.state() == "confirmed", "18.0 is 18")
    #expect(try world.report([("words", "Counted again.")], by: world.rui).status == 303)
    #expect(try world.state() == "confirmed", "how one knows is not the figure")
  }

  @Test(
    "is asked for again when another title, unit, target or time gives the figure another sense",
    arguments: [
      ("title", "Drains that were cleaned"), ("unit", "metres of drain"), ("ascending", "true"),
      ("baseline.value", "80"),
    ])
  func sense(field: String, value: String) throws {
    let world = try ResultsWorld()
    world.tell()
    try world.speak("confirms", by: world.ines)
    let indicator = try world.indicator()
    let revision = world.rui.open(indicator + "/edit").text.hidden
    let stands = [
      ("title", "Blocked drains"), ("measure", "unit"), ("unit", "drains"), ("ascending", "false"),
      ("baseline.value", "48"), ("baseline.year", "2024"),
    ]
    #expect(world.rui.send(stands + revision, to: indicator).status == 303)
    #expect(try world.state() == "confirmed", "nothing was changed")
    let changed = stands.map { $0.0 == field ? (field, value) : $0 }
    #expect(world.rui.send(changed + revision, to: indicator).status == 303)
    #expect(try world.state() == "claimed")
  }

  @Test("is not changed by a side that does not stand behind it")
  func theirs() throws {
    let world = try ResultsWorld()
    world.tell()
    #expect(!world.ines.open(try world.figure()).text.contains("Correct this figure"))
    let refused = try world.report([("actual", "12")], by: world.ines)
    #expect(refused.status == 409 && refused.text.contains("Another party stands behind this"))
    let indicator = try world.indicator()
    let revision = world.ines.open(indicator + "/edit").text.hidden
    let title = world.ines.send([("title", "Dry ones"), ("measure", "unit")] + revision, to: indicator)
    #expect(title.status == 409 && title.text.contains("value=\"Dry ones\""))
    #expect(world.json.contains("\"actual\":\"17\"") && world.json.contains("Blocked drains"))
    #expect(try world.report([("actual", "17")], by: world.ines).status == 303, "the same figure confirms it")
    #expect(try world.state() == "confirmed")
    #expect(try world.report([("actual", "12")], by: world.ines).status == 303, "who stands behind it may correct it")
    #expect(try world.state() == "claimed")
    #expect(world.rui.open(try world.figure()).text.contains("Yes, I confirm: 12 drains"))
  }

  @Test("is confirmed by both once one takes over the figure that the other gave")
  func settled() throws {
    let world = try ResultsWorld()
    world.tell()
    try world.speak("disputes", [("counter", "21"), ("reason", "We counted them.")], by: world.ines)
    #expect(world.rui.open(try world.figure()).text.contains("Santa Clariva says 21 drains instead."))
    #expect(try world.rui.submit(["name=\"actual\" value=\"21\"", "Yes, it is 21 drains"]).status == 303)
    #expect(try world.state() == "confirmed")
    #expect(world.seek.site.get(try world.figure()).text.contains("We counted them."), "the dispute stays on record")
  }

  @Test("is not taken on a page that is no longer true")
  func stale() throws {
    let world = try ResultsWorld()
    world.tell()
    let figure = try world.figure()
    let seen = world.ines.open(figure).text.hidden.filter { $0.0 == "revision" }.prefix(1)
    let mine = world.rui.open(figure).text.hidden.filter { $0.0 == "revision" }.prefix(1)
    #expect(world.rui.send([("actual", "18")] + mine, to: figure).status == 303)
    #expect(world.rui.send([("actual", "19")] + mine, to: figure).status == 412)
    let late = world.ines.send([("stance", "confirms")] + seen, to: figure + "/voices")
    #expect(late.status == 412 && late.text.contains("Someone else has changed this"))
    #expect(late.text.contains("Yes, I confirm: 18 drains"))
    let dispute = [("stance", "disputes"), ("reason", "A long reason.")] + seen
    let again = world.ines.send(dispute, to: figure + "/voices")
    #expect(again.status == 412 && again.text.contains("A long reason."))
    #expect(try world.state() == "claimed")
  }

  @Test("is never said by one person for both sides")
  func both() throws {
    let world = try ResultsWorld()
    let email = try #require(Email("rui@nhamatare.example"))
    try world.seek.site.database.transaction { session in
      let account = try #require(try session.accounts.find(email))
      try session.accounts.setRole(.editor, of: account.id, in: SeekWorld.clariva.id)
    }
    world.rui.open(world.results + "/new")
    #expect(world.rui.last.text.contains("For whom do you speak?"))
    let fields = ResultsWorld.drains + world.rui.last.text.hidden
    #expect(world.rui.send(fields, to: world.results).status == 422)
    #expect(world.rui.send(fields + [("by", SeekWorld.nhamatare.id.text)], to: world.results).status == 303)
    let own = try world.speak("confirms", [("by", SeekWorld.clariva.id.text)], by: world.rui)
    #expect(own.status == 409 && own.text.contains("Someone else must confirm it"))
    #expect(try world.state() == "claimed")
  }

  @Test("waits for a report, and is not taken back to nothing")
  func unreported() throws {
    let world = try ResultsWorld()
    world.tell(ResultsWorld.drains(("indicator.period.actual", ""), ("indicator.period.words", "")))
    #expect(world.seek.site.get(try world.figure()).text.contains("nobody has reported what came"))
    #expect(world.rui.open(world.results).text.contains("Report one figure"))
    #expect(try world.speak("confirms", by: world.ines).status == 409)
    #expect(try world.report([("actual", "0"), ("words", "None left.")], by: world.ines).status == 303)
    #expect(world.seek.site.get(world.results).text.contains("0 drains"), "zero is a report")
    #expect(try world.report([("actual", ""), ("words", "")], by: world.ines).status == 422)
    #expect(try world.speak("confirms", by: world.rui).status == 303)
    #expect(try world.state() == "confirmed")
  }
}

@Suite("Results for programs") struct ResultsProgramTests {
  private let body = #"""
    {"level": "outcome", "title": "Streets stay dry", "original": "en", "translations": {"pt": {"title": "Ruas secas"}},
     "indicator": {"title": "Blocked drains", "unit": "drains", "ascending": false,
       "baseline": {"year": 2024, "value": 48},
       "period": {"start": "2026-01-01", "end": "2026-09-30", "target": 20, "actual": 17.125}}}
    """#

  @Test("are told, corrected, reported, confirmed and disputed in JSON")
  func story() throws {
    let world = try ResultsWorld()
    let key = try world.seek.key()
    let other = SeekWorld.key(of: world.ines)
    let added = world.seek.send(.post, world.results, body, key)
    #expect(added.status == 201 && added[header: "ETag"] == "\"r1\"", "\(added.text)")
    #expect(added.text.contains("\"actual\":\"17.125\"") && added.text.contains("\"pt\":{\"title\":\"Ruas secas\"}"))
    let result = try #require(added[header: "Location"])
    let put = #"{"level": "impact", "title": "Streets stay dry all year"}"#
    #expect(world.seek.send(.put, result, put, key, ["if-match": "\"r1\""]).status == 200)
    #expect(world.seek.send(.put, result, put, key, ["if-match": "\"r1\""]).status == 412)
    #expect(world.json.contains("\"level\":\"impact\"") && world.json.contains("Ruas secas"))
    let figure = try world.figure()
    let confirmed = world.seek.send(.post, figure + "/voices", #"{"stance": "confirms"}"#, other)
    #expect(confirmed.status == 200 && confirmed.text.contains("\"claim\":\"confirmed\""))
    #expect(world.seek.send(.post, figure, #"{"actual": 19}"#, key, ["if-match": "\"r1\""]).status == 412)
    #expect(world.seek.send(.post, figure, #"{"actual": 19}"#, key).text.contains("\"claim\":\"claimed\""))
    let dispute = #"{"stance": "disputes", "reason": "We counted 16.", "counter": 16}"#
    let disputed = world.seek.send(.post, figure + "/voices", dispute, other)
    #expect(disputed.text.contains("\"claim\":\"disputed\"") && disputed.text.contains("\"counter\":\"16\""))
    let period = #"{"start": "2026-10-01", "end": "2027-03-31", "target": 15}"#
    #expect(world.seek.send(.post, try world.indicator() + "/periods", period, key).status == 201)
    #expect(world.json.matches(of: #/"id":"prd_/#).count == 2)
    let indicator = #"{"title": "Trust", "measure": "qualitative"}"#
    #expect(world.seek.send(.post, result + "/indicators", indicator, key).status == 201)
    #expect(world.json.contains("\"measure\":\"qualitative\""))
  }

  @Test("are refused whole, with every field that is wrong")
  func refused() throws {
    let world = try ResultsWorld()
    let key = try world.seek.key()
    let wrong = #"{"level": "x", "indicator": {"unit": "drains", "period": {"start": "soon", "actual": "1,234"}}}"#
    let response = world.seek.send(.post, world.results, wrong, key)
    #expect(response.status == 422 && response[header: "Content-Type"] == "application/problem+json")
    for field in [
      "level", "title", "indicator.title", "indicator.period.start", "indicator.period.end", "indicator.period.actual",
    ] {
      #expect(response.text.contains("\"field\":\"\(field)\""), "\(field)")
    }
    #expect(world.json.contains("\"total\":0"))
    #expect(world.seek.send(.post, world.results, body, key).status == 201)
    let figure = try world.figure() + "/voices"
    for word in [#"{}"#, #"{"stance": "claims"}"#, #"{"stance": "maybe"}"#, #"{"stance": "disputes"}"#] {
      #expect(world.seek.send(.post, figure, word, SeekWorld.key(of: world.ines)).status == 422, "\(word)")
    }
    let stranger = world.seek.send(.post, figure, #"{"stance": "confirms"}"#, SeekWorld.key(of: world.salma))
    #expect(stranger.status == 403)
    let taken = #"{"id": "\#(try world.indicator().suffix(30))", "title": "x"}"#
    world.tell(ResultsWorld.drains(("title", "Another")))
    let results = world.json.matches(of: #/"id":"(res_[a-z0-9]+)"/#).map { String($0.1) }
    let last = try #require(results.last)
    #expect(results.count == 2)
    #expect(world.seek.send(.post, world.results + "/\(last)/indicators", taken, key).status != 500)
  }
}

extension SeekWorld {
  /// A key with which a program does what someone may do who is signed in there.
  static func key(of browser: Browser) -> String {
    browser.open("/account")
    let page = browser.send([("label", "a test")], to: "/account/tokens").text
    return page.firstMatch(of: #/<code>([^<]+)<\/code>/#).map { String($0.1) } ?? ""
  }
}
