import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Telling what came of a partnership") struct ResultsTests {
  @Test("goes from one form to everyone's page, with figure, source, picture and claim")
  func told() throws {
    let world = try ResultsWorld()
    #expect(world.seek.site.get(world.results).text.contains("Nobody has told a result yet."))
    let told = world.tell()
    #expect(told.status == 303 && told[header: "Location"]?.contains("/results/res_") == true)
    let page = world.seek.site.get(world.results).text
    for words in [
      "What came of it?", "Streets stay dry", "Blocked drains", "In drains. Less is better.", "Before, in 2024",
      "17 drains", "class=\"claim claimed\"", "Santa Clariva is asked", "One waits for the other side.", "<svg",
      "What people or institutions do differently now.",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(page.contains("arc claimed"), "the line is the claim")
    let figure = world.seek.site.get(try world.figure()).text
    #expect(figure.contains("Counted by hand.") && figure.contains("20 drains") && !figure.contains("<form method"))
    #expect(!figure.contains("Rui"), "who spoke for a city is for those who are signed in")
    #expect(world.json.contains("\"total\":1") && world.json.contains("\"actual\":\"17\""))
    #expect(world.json.contains("\"baseline\":{\"year\":2024,\"value\":\"48\"}"))
  }

  @Test("needs no more than one line, and says what is not known")
  func blanks() throws {
    let world = try ResultsWorld()
    #expect(world.tell([("level", "activity"), ("title", "We walked the drains")]).status == 303)
    #expect(world.seek.site.get(world.results).text.contains("Nobody has said yet how one can see it."))
    let result = try world.result()
    world.rui.open(result + "/indicators/new")
    let added = world.rui.send(
      [("title", "Trust"), ("measure", "qualitative")] + world.rui.last.text.hidden, to: result + "/indicators")
    #expect(added.status == 303)
    #expect(world.seek.site.get(world.results).text.contains("No period yet"))
    let indicator = try world.indicator()
    world.rui.open(indicator + "/periods/new")
    let period = [("start", "2026-01-01"), ("end", "2026-06-30")] + world.rui.last.text.hidden
    #expect(world.rui.send(period, to: indicator + "/periods").status == 303)
    #expect(world.rui.send(period, to: indicator + "/periods").status == 303, "the same form sent twice")
    #expect(world.json.matches(of: #/"id":"prd_/#).count == 1)
    #expect(world.seek.site.get(world.results).text.contains("Told in words, not counted"))
    #expect(world.seek.site.get(world.results).text.contains("One is due and not reported."))
    #expect(try world.report([("words", "")], by: world.rui).status == 303, "nothing said is nothing changed")
    #expect(try world.report([("actual", "5")], by: world.rui).status == 422)
    #expect(try world.report([("words", "Neighbours greet the <b>team</b>.")], by: world.rui).status == 303)
    #expect(world.seek.site.get(world.results).text.contains("Neighbours greet the &lt;b&gt;team&lt;/b&gt;."))
    #expect(try world.speak("confirms", by: world.ines).status == 303)
    #expect(try world.state() == "confirmed")
    #expect(try world.report([("words", "They do not.")], by: world.rui).status == 303)
    #expect(try world.state() == "claimed", "a confirmation was of other words")
  }

  @Test(
    "is refused with what, where and why, and nothing typed is lost",
    arguments: [
      ("title", "", "Say in one line"), ("level", "miracle", "Choose one of the four"),
      ("title", String(repeating: "x", count: 201), "too long"),
      ("indicator.period.actual", "-3", "below zero"), ("indicator.period.actual", "1.234,5", "is not a number"),
      ("indicator.period.actual", "1,234", "read in two ways"), ("indicator.period.actual", "1.234", "Write 1234"),
      ("indicator.period.actual", "12345678901234567", "15 digits"),
      ("indicator.period.actual", "lots", "is not a number"),
      ("indicator.period.target", "<b>", "is not a number"),
      ("indicator.baseline.year", "1000000000000", "not a year that can be meant"),
      ("indicator.baseline.year", "99999999999999999999", "four digits"),
      ("indicator.baseline.year", "", "in which year"),
      ("indicator.baseline.value", "", "Say how it was in 2024"),
      ("indicator.period.end", "2025-09-30", "before it begins"),
      ("indicator.period.end", "2026-02-31", "is not a day"),
      ("indicator.period.end", "", "Say to which day"),
      ("indicator.period.start", "1000000000000-01-01", "is not a day"),
      ("indicator.period.start", "0001-01-01", "not a year that can be meant"),
      ("indicator.title", "", "Say what is counted"), ("indicator.unit", String(repeating: "m", count: 61), "too long"),
    ])
  func problems(field: String, value: String, words: String) throws {
    let world = try ResultsWorld()
    let refused = world.tell(ResultsWorld.drains((field, value)))
    #expect(refused.status == 422 && refused.text.contains(words), "\(refused.text.problems)")
    #expect(refused.text.contains("href=\"#\(field)\"") && refused.text.contains("Counted by hand."))
    #expect(world.json.contains("\"total\":0"))
    let mended = refused.text.hidden
    #expect(world.rui.send(ResultsWorld.drains + mended, to: world.results).status == 303)
    #expect(world.json.contains("\"total\":1"))
  }

  @Test("may not be of a time that has not begun, and not twice of the same")
  func times() throws {
    let world = try ResultsWorld()
    let early = ResultsWorld.drains(("indicator.period.start", "2027-01-01"), ("indicator.period.end", "2027-12-31"))
    #expect(world.tell(early).text.contains("Nothing can have come of it yet"))
    #expect(world.tell().status == 303)
    let again = [("start", "2026-01-01"), ("end", "2026-09-30"), ("target", "3")]
    let indicator = try world.indicator()
    world.rui.open(indicator + "/periods/new")
    let refused = world.rui.send(again + world.rui.last.text.hidden, to: indicator + "/periods")
    #expect(refused.status == 422 && refused.text.contains("Report there"))
  }

  @Test(
    "reads figures as people write them",
    arguments: [("12 500", "12500"), ("12,5", "12.5"), ("٤٢", "42"), ("0,125", "0.125")])
  func written(typed: String, kept: String) throws {
    let world = try ResultsWorld()
    #expect(world.tell(ResultsWorld.drains(("indicator.period.actual", typed))).status == 303)
    #expect(world.json.contains("\"actual\":\"\(kept)\""))
  }

  @Test("is done once, however often the form is sent")
  func twice() throws {
    let world = try ResultsWorld()
    world.rui.open(world.results + "/new")
    let fields = ResultsWorld.drains + world.rui.last.text.hidden
    #expect(world.rui.send(fields, to: world.results).status == 303)
    #expect(world.rui.send(fields, to: world.results).status == 303)
    #expect(world.json.contains("\"total\":1"))
    #expect(world.json.matches(of: #/"stance":"claims"/#).count == 1)
  }

  @Test("escapes hostile words")
  func hostile() throws {
    let world = try ResultsWorld()
    world.tell(
      ResultsWorld.drains(
        ("title", "<script>a()</script>"), ("about", "</textarea><b>"), ("indicator.title", "\"><img src=x>"),
        ("indicator.unit", "<i>")))
    try world.speak("disputes", [("reason", "<script>b()</script>")], by: world.ines)
    for page in [
      world.seek.site.get(world.results), world.seek.site.get(try world.figure()), world.rui.open(try world.figure()),
      world.rui.open(try world.result() + "/edit"), world.rui.open(try world.indicator() + "/edit"),
    ] {
      #expect(page.status == 200)
      for mark in ["<script>a", "<script>b", "<img src=x", "</textarea><b>", "<i>"] {
        #expect(!page.text.contains(mark))
      }
    }
  }

  @Test("comes after the other side has accepted the partnership")
  func proposed() throws {
    let day = try #require(Day("2026-11-01"))
    let world = try ResultsWorld(stage: .proposed(by: SeekWorld.nhamatare.id, on: day))
    let refused = world.tell()
    #expect(refused.status == 409 && refused.text.contains("has not accepted") && refused.text.contains("Two wards."))
  }

  @Test("belongs to those who may write for a party, and to nobody else")
  func rights() throws {
    let world = try ResultsWorld()
    world.tell()
    let leo = Browser(on: world.seek.site), admin = Browser(on: world.seek.site)
    leo.signIn("leo@nhamatare.example")
    admin.signIn("admin@x.example")
    let (figure, result, indicator) = (try world.figure(), try world.result(), try world.indicator())
    for browser in [world.salma, leo, admin, Browser(on: world.seek.site)] {
      #expect(browser.open(world.results).status == 200 && browser.open(figure).status == 200)
      #expect(!browser.last.text.contains("action=\"/partnerships"))
      for form in [world.results + "/new", result + "/edit", indicator + "/edit", indicator + "/periods/new"] {
        #expect(browser.open(form).status == 403, "\(form)")
      }
      for address in [
        world.results, result, result + "/indicators", indicator, indicator + "/periods", figure, figure + "/voices",
      ] {
        #expect(browser.send(ResultsWorld.drains + [("stance", "confirms")], to: address).status == 403, "\(address)")
      }
    }
    #expect(try world.state() == "claimed")
    #expect(world.rui.open("/partnerships/\(Partnership.ID(bits: 9))/results").status == 404)
    #expect(world.rui.open(world.path + "/periods/\(Indicator.Period.ID(bits: 9))").status == 404)
    #expect(world.rui.open(world.path + "/periods/\(Indicator.ID(bits: 9))").status == 404)
  }
}
