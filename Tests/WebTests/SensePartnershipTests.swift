import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Partnerships, for everyone to see") struct SensePartnershipTests {
  @Test("are narrowed by words, form, stage, claim, country, region, theme and party")
  func narrowed() throws {
    let world = try SenseWorld()
    _ = try world.inferred()
    _ = world.proposed()
    let clariva = SeekWorld.clariva.id.text
    for (name, value, count) in [
      ("q", "valas", 1), ("q", "nobody", 0), ("form", "twinning", 1), ("form", "network", 0), ("stage", "proposed", 1),
      ("claim", "inferred", 1), ("claim", "claimed", 1), ("country", "EC", 2), ("country", "FR", 0),
      ("region", "002", 2),
      ("theme", "drainage-and-floods", 1), ("organisation", clariva, 2), ("sort", "liveliest", 2),
    ] {
      let list = world.json("/partnerships", Fields([.init(name, value)]))
      #expect(list.contains("\"total\":\(count),"), "\(name)=\(value)")
    }
    for (name, value) in [
      ("form", "magic"), ("claim", "true"), ("country", "XX"), ("organisation", "ned_1"), ("sort", "x"),
    ] {
      #expect(world.site.get("/partnerships", query: Fields([.init(name, value)])).status == 422, "\(name)=\(value)")
    }
    let page = world.site.get("/partnerships").text
    #expect(page.contains("2 partnerships fit.") && page.contains("Since when: unknown"))
    #expect(page.contains("Africa <data value=\"2\">") && page.contains("Inferred <data value=\"1\">"))
    #expect(
      world.site.get("/partnerships", query: ["organisation": clariva]).text.contains("With whom does Santa Clariva"))
  }

  @Test("say of one from a list that it is inferred, where it is from, and what nobody knows")
  func inferred() throws {
    let world = try SenseWorld()
    let address = try world.inferred()
    let page = world.site.get(address).text
    #expect(page.contains("Do they work together?") && page.contains("class=\"arc inferred"))
    #expect(page.contains("A list says that") && page.contains("Wikidata") && page.contains("Q1-Q2"))
    #expect(page.contains("No agreement is on record") && page.contains("Nothing is written down here"))
    #expect(page.contains("class=\"blank unknown\"") && page.contains("class=\"blank unreported\""))
    #expect(page.contains("Do you work for one of them?") && !page.contains("<form method=\"post\""))
    #expect(!page.contains("As an activity in IATI"))
  }

  @Test("ask each reader for one thing")
  func errands() throws {
    let world = try SenseWorld()
    let address = try world.inferred()
    func errand(_ browser: Browser) throws -> String? {
      let text = browser.open(address + ".json", accepting: "application/json").text
      return text.firstMatch(of: #/"next-for-you":"([a-z-]+)"/#).map { String($0.1) }
    }
    let other = try world.browser("lotte@ostrahaven.example", for: SeekWorld.association.id, as: .owner)
    let editor = try world.browser("tec@nhamatare.example", for: SeekWorld.nhamatare.id, as: .editor)
    let reader = try world.browser("aluno@nhamatare.example", for: SeekWorld.nhamatare.id, as: .reader)
    #expect(try errand(other) == nil && errand(reader) == nil)
    #expect(try errand(world.rui) == "confirm" && errand(world.ines) == "confirm")
    world.rui.open(address)
    #expect(try world.rui.submit(["/voices", "value=\"confirms\""]).done == "said")
    #expect(try errand(world.rui) == "sign" && errand(editor) == "ask-to-sign" && errand(world.ines) == "confirm")
    world.ines.open(address + "/voices/new?stance=disputes")
    world.ines.send([("stance", "disputes"), ("reason", "Only a plan.")], to: address + "/voices")
    #expect(try errand(world.rui) == "settle")
    world.site.clock.pass(minutes: 1)
    world.ines.send([("stance", "confirms")], to: address + "/voices")
    world.site.clock.pass(minutes: 1)
    world.rui.open(address + "/agreement/new")
    #expect(world.rui.send(SenseWorld.agreement, to: address + "/agreement").status == 303)
    #expect(try errand(world.rui) == "log" && errand(world.ines) == "confirm", "something was signed since")
    world.rui.open(address + "/log/new")
    world.rui.send([("kind", "meeting"), ("day", "2026-11-21"), ("text", "Falámos.")], to: address + "/log")
    #expect(try errand(world.rui) == "exchange")
    world.site.clock.pass(minutes: 60 * 24 * 365 * 3)
    world.rui.signIn("rui@nhamatare.example")
    #expect(try errand(world.rui) == "renew")
    world.rui.open(address + "/ending/new")
    #expect(world.rui.send([("why", "completed"), ("day", "2029-11-19")], to: address + "/ending").done == "ended")
    #expect(try errand(world.rui) == "nothing")
    #expect(world.site.get(address).text.contains("What came of it?"))
  }

  @Test("keep what only the partners may read from everyone else")
  func kept() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    world.ines.open(address + "/log/new")
    let line = [("kind", "visit"), ("day", "2026-11-02"), ("text", "O presidente está doente."), ("public", "no")]
    #expect(world.ines.send(line, to: address + "/log").status == 303)
    world.ines.open(address + "/log/new")
    world.ines.send(line.with(("text", "Vimos os mangais."), ("public", "yes")), to: address + "/log")
    let visitor = world.site.get(address).text
    #expect(visitor.contains("Vimos os mangais.") && !visitor.contains("doente"))
    let other = try world.browser("lotte@ostrahaven.example", for: SeekWorld.association.id, as: .owner)
    #expect(!other.open(address).text.contains("doente") && world.rui.open(address).text.contains("doente"))
    #expect(!world.json(address).contains("doente"))
  }

  @Test("never add sums of different currencies, and take refunds off")
  func money() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    for (amount, currency, kind) in [
      ("1200.50", "USD", "expenditure"), ("-200.50", "usd", "expenditure"), ("90", "EUR", "expenditure"),
      ("5000", "USD", "budget"), ("120 000", "CLP", "in-kind"),
    ] {
      world.rui.open(address + "/contributions/new")
      let fields = [
        ("kind", kind), ("amount", amount), ("currency", currency), ("day", "2026-10-01"),
        ("organisation", SeekWorld.nhamatare.id.text),
      ]
      #expect(try world.rui.submit(["name=\"amount\""], fields).done == "added", "\(amount) \(currency)")
    }
    let json = world.json(address)
    let totals = try #require(json.firstMatch(of: #/"contribution-totals":(\[.*?\])/#)).1
    #expect(
      totals == #"[{"kind":"budget","currency":"USD","amount":"5000.00"},"#
        + #"{"kind":"expenditure","currency":"EUR","amount":"90.00"},"#
        + #"{"kind":"expenditure","currency":"USD","amount":"1000.00"},{"kind":"in-kind","currency":"CLP","amount":"120000"}]"#
    )
    let page = world.site.get(address).text
    #expect(page.contains("USD 1,000.00") && page.contains("USD −200.50") && page.contains("CLP 120,000"))
    #expect(!page.contains("6,000.00") && !page.contains("1,090.00"))
  }

  @Test("and the exchanges run in them lead to each other")
  func exchanges() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    let id = try #require(address.split(separator: "/").last)
    #expect(world.rui.open(address).text.contains("/exchanges/new?partnership=\(id)"))
    world.rui.open("/exchanges/new?partnership=\(id)")
    let room = try world.rui.submit(["/exchanges\"", "name=\"partnership\""], [("title", "Who keeps the drains?")])
      .leadsTo
    #expect(room.hasPrefix("/exchanges/exc_"))
    #expect(world.rui.open(room).text.contains("href=\"\(address)\""))
    #expect(world.rui.open(address).text.contains("href=\"\(room)\""))
    #expect(!world.site.get(address).text.contains(room), "a running exchange is for its parties")
  }
}
