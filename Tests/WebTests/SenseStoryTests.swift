import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Working together") struct SenseStoryTests {
  @Test("goes from a proposal to its end by forms alone")
  func story() throws {
    let world = try SenseWorld()
    let (rui, ines) = (world.rui, world.ines)
    rui.open("/partnerships/new?with=\(SeekWorld.clariva.id)")
    #expect(rui.last.text.contains("Santa Clariva") && rui.last.text.contains("What would you do together?"))
    let proposal = SenseWorld.proposal.filter { $0.0 != "with" }
    let address = try rui.submit(["name=\"title\"", "name=\"by\""], proposal).leadsTo
    #expect(rui.open(address).text.contains("Shall we work together?") && rui.last.text.contains("Nothing to do now"))
    #expect(world.site.get(address).text.contains("Will they work together?"))
    world.site.clock.pass(minutes: 5)

    #expect(ines.open(address).text.contains("Shall we? Yes or no"))
    #expect(try ines.submit(["/acceptance"]).done == "accepted")
    #expect(
      world.json(address).contains("\"state\":\"confirmed\"") && world.json(address).contains("\"name\":\"agreed\""))
    world.site.clock.pass(minutes: 5)

    rui.open(address + "/agreement/new")
    #expect(rui.last.text.contains("value=\"Amélia Tivane\""), "the mayor's mandate is on record")
    let paper = SenseWorld.agreement.filter { !$0.0.contains("nhamatare") }
    #expect(try rui.submit(["name=\"signed\""], paper).done == "agreement-signed")
    let signed = world.site.get(address).text
    #expect(signed.contains("What did they promise?") && signed.contains("Two wards stay dry"))
    #expect(signed.contains("Jorge Alvia") && signed.contains("until 19 November 2029"))

    ines.open(address + "/log/new")
    let line = [
      ("kind", "visit"), ("text", "Cuatro técnicas vieron."), ("given", "4"), ("received", "0,5"), ("language", "es"),
    ]
    #expect(try ines.submit(["name=\"text\""], line).done == "saved")
    let told = world.site.get(address).text
    #expect(told.contains("Cuatro técnicas vieron.") && told.contains("4 peer-days given"))
    #expect(told.contains("0.5 peer-days received") && told.contains("<svg viewBox=\"0 0 360 48\""))

    world.site.clock.pass(minutes: 5)
    ines.open(address + "/ending/new")
    #expect(try ines.submit(["name=\"why\""], [("note", "Hecho."), ("public", "yes")]).done == "ended")
    let ended = world.site.get(address).text
    #expect(ended.contains("What came of it?") && ended.contains("Completed") && ended.contains("Hecho."))
    #expect(ended.contains("Two wards stay dry"), "what was signed stays on record")
  }

  @Test("is declined by the side that was asked, with its reason kept for the partners")
  func declined() throws {
    let world = try SenseWorld()
    let address = world.proposed()
    world.ines.open(address + "/ending/new?why=withdrawn")
    #expect(try world.ines.submit(["name=\"why\""], [("note", "Not this year.")]).done == "ended")
    #expect(!world.site.get(address).text.contains("Not this year."))
    #expect(world.rui.open(address).text.contains("Not this year."))
    #expect(world.ines.send([], to: address + "/acceptance").status == 409)
  }

  @Test("does one thing however often the same form is sent")
  func twice() throws {
    let world = try SenseWorld()
    world.rui.open("/partnerships/new")
    let id = try #require(world.rui.last.text.firstMatch(of: #/name="id" value="(par_[a-z0-9]+)"/#)).1
    let fields = SenseWorld.proposal.with(("id", String(id)))
    #expect(world.rui.send(fields, to: "/partnerships").leadsTo == world.rui.send(fields, to: "/partnerships").leadsTo)
    let address = "/partnerships/\(id)"
    world.ines.open(address)
    for _ in 1...2 { #expect(world.ines.send([], to: address + "/acceptance").status == 303) }
    world.site.clock.pass(minutes: 1)
    for _ in 1...2 { #expect(world.ines.send(SenseWorld.agreement, to: address + "/agreement").status == 303) }
    let entry = [
      ("id", "log_01j8z0m7w8f4t9k2x5v6b1c3de"), ("kind", "note"), ("day", "2026-11-01"), ("text", "Once."),
      ("public", "yes"),
    ]
    for _ in 1...2 { #expect(world.ines.send(entry, to: address + "/log").status == 303) }
    let sum = [
      ("id", "con_01j8z0m7w8f4t9k2x5v6b1c3de"), ("kind", "budget"), ("amount", "10"), ("currency", "EUR"),
      ("day", "2026-11-01"),
    ]
    for _ in 1...2 { #expect(world.ines.send(sum, to: address + "/contributions").status == 303) }
    world.site.clock.pass(minutes: 1)
    for _ in 1...2 { #expect(world.ines.send([("stance", "claims")], to: address + "/voices").status == 303) }
    let json = world.json(address)
    #expect(json.contains("\"log\":{\"total\":1,") && json.matches(of: #/"id":"con_/#).count == 1)
    for _ in 1...2 {
      #expect(world.ines.send([("why", "lapsed"), ("day", "2026-11-23")], to: address + "/ending").status == 303)
    }
    #expect(world.json("/partnerships").contains("\"total\":1,"))
    #expect(world.ines.send(entry.with(("text", "Twice.")), to: address + "/log").status == 412)
  }

  @Test("begins at a need, a practice or a match, with what is known already")
  func prefilled() throws {
    let world = try SenseWorld()
    world.ines.open("/practices/new")
    let practice = [
      ("title", "Comités de calle"), ("original", "es"), ("story", "Los vecinos limpian."), ("publish", "yes"),
      ("themes", "drainage-and-floods"), ("languages", "es"),
    ]
    let address = world.ines.send(practice, to: "/practices").leadsTo
    let link = try #require(world.rui.open(address).text.firstMatch(of: #/href="(\/partnerships\/new[^"]+)"/#)).1
    let form = world.rui.open(String(link).unescaped).text
    #expect(form.contains("value=\"Comités de calle\"") && form.contains("Santa Clariva"))
    #expect(form.contains("value=\"drainage-and-floods\" checked"))
  }

  @Test("changes what is told of it, and nobody's change is overwritten")
  func changed() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    #expect(world.rui.open(address + "/edit").text.contains("value=\"Valas e mangais\""))
    let fields = [("title", "Mangais e valas"), ("original", "pt"), ("began", "2023-03-01"), ("revision", "2")]
    #expect(world.rui.send(fields, to: address).done == "saved")
    world.ines.open(address + "/edit")
    let stale = world.ines.send(fields.with(("title", "Demasiado tarde")), to: address)
    #expect(stale.status == 412 && stale.text.contains("Demasiado tarde"))
    let page = world.site.get(address).text
    #expect(page.contains("Mangais e valas") && page.contains("since 2023") && page.contains("Santa Clariva"))
  }
}

@Suite("Partnerships for programs") struct SenseProgramTests {
  @Test("are proposed, accepted, signed, told of and ended as JSON")
  func story() throws {
    let world = try SenseWorld()
    let key = try world.seek.key()
    let (own, other) = (SeekWorld.nhamatare.id, SeekWorld.clariva.id)
    let proposed = world.seek.send(
      .post, "/partnerships",
      #"{"with": ["\#(other)"], "title": "Drains", "original": "en", "form": "south-south", "about": "Both learn.", "#
        + #""translations": {"fr": {"title": "Égouts"}}, "themes": ["drainage-and-floods"]}"#, key)
    #expect(proposed.status == 201 && proposed[header: "ETag"] == "\"r1\"")
    let address = try #require(proposed[header: "Location"])
    world.ines.open(address)
    world.ines.send([], to: address + "/acceptance")
    world.site.clock.pass(minutes: 1)
    let signed = world.seek.send(
      .post, address + "/agreement",
      #"{"kind": "protocol", "signed": "2026-11-01", "aspects": ["One", "Two"], "signatory": {"\#(own)": {"name": "A", "#
        + #""title": "Mayor"}, "\#(other)": {"name": "B"}}}"#, key)
    #expect(signed.status == 200 && signed.text.contains("\"aspects\":[\"One\",\"Two\"]"))
    let logged = world.seek.send(
      .post, address + "/log",
      #"{"kind": "visit", "day": "2026-11-10", "text": "Seen.", "given": 2.5, "public": true}"#, key)
    #expect(logged.status == 201 && logged.text.contains("\"given\":2.5"))
    let given = world.seek.send(
      .post, address + "/contributions",
      #"{"kind": "disbursement", "amount": 12.5, "currency": "TND", "day": "2026-11-10", "organisation": "\#(own)"}"#,
      key)
    #expect(given.status == 201 && given.text.contains("\"amount\":\"12.500\""))
    let put = world.seek.send(
      .put, address, #"{"title": "Drains!", "original": "en", "translations": {"fr": {"title": "Égouts"}}}"#, key,
      ["if-match": "\"r3\""])
    #expect(put.status == 200 && put.text.contains("\"title\":\"Drains!\"") && put[header: "ETag"] == "\"r4\"")
    #expect(world.seek.send(.put, address, #"{"title": "Late"}"#, key, ["if-match": "\"r3\""]).status == 412)
    let ended = world.seek.send(.post, address + "/ending", #"{"why": "completed", "day": "2026-11-23"}"#, key)
    #expect(ended.status == 200 && ended.text.contains("\"stage\":{\"name\":\"ended\""))
    #expect(world.site.get(address, query: ["lang": "fr"]).text.contains("Égouts"))
  }

  @Test("are refused with every field that is wrong")
  func refused() throws {
    let world = try SenseWorld()
    let key = try world.seek.key()
    let response = world.seek.send(.post, "/partnerships", #"{"form": "magic", "themes": ["x"], "began": "soon"}"#, key)
    #expect(response.status == 422 && response[header: "Content-Type"] == "application/problem+json")
    for field in ["form", "names", "title", "themes", "began"] where field != "themes" && field != "began" {
      #expect(response.text.contains("\"field\":\"\(field)\""), "\(field)")
    }
    #expect(world.json("/partnerships").contains("\"total\":0,"))
    let path = "/partnerships/\(Partnership.ID(bits: 5))"
    #expect(world.seek.send(.post, path + "/acceptance", "{}", key).status == 404)
  }
}
