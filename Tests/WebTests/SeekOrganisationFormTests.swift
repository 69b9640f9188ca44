import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Adding an organisation") struct AddingOrganisationTests {
  @Test("finds its town by name, lets it be chosen, and makes whoever adds it an owner")
  func wholeWay() throws {
    let world = try SeekWorld()
    let browser = world.browser
    #expect(browser.open("/organisations/new").status == 200)
    let id = try #require(browser.last.text.firstMatch(of: #/name="id" value="(org_[a-z0-9]+)"/#)).1
    var fields = [
      ("id", String(id)), ("name", "Conselho de Inhambane"), ("original", "pt"), ("kind", "local-government"),
      ("country", "MZ"), ("place-name", "inhamb"), ("languages", "pt"), ("languages", "fr"),
      ("about", "Costa.\r\nMangais."), ("wikidata", "Q42"),
    ]
    let found = browser.send(fields + [("find", "place")], to: "/organisations")
    #expect(found.status == 200)
    #expect(found.text.contains("value=\"1045110\"") && found.text.contains("82,119 people"))
    #expect(found.text.contains("value=\"Conselho de Inhambane\""))
    let unchosen = browser.send(fields, to: "/organisations")
    #expect(unchosen.status == 422 && unchosen.text.contains("Choose which of these you mean."))
    fields.append(("place", "1045110"))
    let saved = browser.send(fields, to: "/organisations")
    #expect(saved.status == 303)
    #expect(saved[header: "Location"] == "/organisations/\(id)?done=added" || saved.status == 303)
    #expect(browser.send(fields, to: "/organisations").status == 303, "the same form sent twice")
    let page = browser.open("/organisations/\(id)").text
    #expect(page.contains("Conselho de Inhambane") && page.contains("Inhambane, ") && page.contains("Q42"))
    #expect(page.contains("Portuguese and French") && page.contains("/edit"))
    #expect(browser.open("/organisations.json?q=conselho").text.contains("\"total\":1"))
  }

  @Test(
    "says of each field what is wrong, and keeps what was typed",
    arguments: [
      ("name", "", "It needs a name."), ("kind", "city", "nine kinds"), ("country", "ZZ", "Choose a country"),
      ("website", "javascript:alert(1)", "begins with https"), ("languages", "english language", "by its tag"),
      ("place", "5", "No place on record"), ("place", "x", "Choose a place"),
      ("wikidata", "42", "not a number of that"),
      ("name", String(repeating: "a", count: 201), "too long"), ("place-name", "Xyzzy", "No place on record begins"),
    ])
  func refused(field: String, value: String, words: String) throws {
    let browser = try SeekWorld().browser
    browser.open("/organisations/new")
    let good = [("name", "Typed name"), ("kind", "network"), ("acronym", "KEPT")].filter { $0.0 != field }
    let response = browser.send(good + [(field, value)], to: "/organisations")
    #expect(response.status == 422)
    #expect(response.text.contains(words))
    #expect(response.text.contains("KEPT"))
    #expect(browser.open("/organisations.json").text.contains("\"total\":3"))
  }

  @Test("takes away what turns the direction of writing, and escapes the rest")
  func hostile() throws {
    let browser = try SeekWorld().browser
    browser.open("/organisations/new")
    let name = "<script>alert(1)</script>\u{202E}evil\u{0007}"
    let saved = browser.send([("name", name), ("kind", "network")], to: "/organisations")
    let address = try #require(saved[header: "Location"]?.prefix { $0 != "?" })
    let page = browser.open(String(address)).text
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;evil"))
    #expect(!page.contains("\u{202E}") && !page.contains("<script>alert"))
  }

  @Test("asks a visitor to sign in")
  func visitor() throws {
    let browser = try SeekWorld(signedIn: false).browser
    #expect(browser.open("/organisations/new").status == 403)
    #expect(browser.send([("name", "X"), ("kind", "network")], to: "/organisations").status == 403)
  }
}

@Suite("Changing an organisation") struct ChangingOrganisationTests {
  private let fields = [
    ("name", "Município de Nhamatare"), ("original", "pt"), ("kind", "local-government"), ("country", "MZ"),
  ]

  @Test("begins with what is there, keeps translations, and is shown at once")
  func changed() throws {
    let world = try SeekWorld()
    let form = world.browser.open(world.nhamatarePage + "/edit").text
    #expect(form.contains("value=\"Município de Nhamatare\"") && form.contains("value=\"1045110\" checked"))
    let more = [("revision", "1"), ("about", "Mangais e mercados."), ("place", "1045110")]
    #expect(world.browser.send(fields + more, to: world.nhamatarePage).status == 303)
    let page = world.browser.open(world.nhamatarePage).text
    #expect(page.contains("Mangais e mercados.") && page.contains("Municipality of Nhamatare"))
  }

  @Test("is refused on top of someone else's change, with everything typed still there")
  func stale() throws {
    let world = try SeekWorld()
    world.browser.open(world.nhamatarePage + "/edit")
    #expect(world.browser.send(fields + [("revision", "1")], to: world.nhamatarePage).status == 303)
    let late = world.browser.send(fields + [("revision", "1"), ("about", "Too late")], to: world.nhamatarePage)
    #expect(late.status == 412)
    #expect(late.text.contains("Too late") && late.text.contains("name=\"revision\" value=\"2\""))
  }

  @Test("is refused to those of another organisation, and to visitors")
  func forbidden() throws {
    let world = try SeekWorld()
    #expect(world.browser.open("/organisations/\(SeekWorld.clariva.id)/edit").status == 403)
    #expect(world.browser.send(fields, to: "/organisations/\(SeekWorld.clariva.id)").status == 403)
    #expect(world.site.get(world.nhamatarePage + "/edit").status == 403)
  }

  @Test("is done by a program that knows the revision, and refused to one that does not")
  func program() throws {
    let world = try SeekWorld()
    let token = try world.key()
    let body =
      #"{"name": "Nhamatare", "original": "pt", "kind": "local-government", "languages": ["pt"], "#
      + #""translations": {"fr": {"name": "Ville de Nhamatare"}, "en": {"name": ""}}}"#
    let stale = world.send(.put, world.nhamatarePage, body, token, ["if-match": "\"r7\""])
    #expect(stale.status == 412)
    let done = world.send(.put, world.nhamatarePage, body, token, ["if-match": "\"r1\""])
    #expect(done.status == 200 && done[header: "ETag"] == "\"r2\"")
    #expect(done.text.contains("\"translations\":{\"fr\":{\"name\":\"Ville de Nhamatare\"}}"))
    let bad = world.send(.put, world.nhamatarePage, #"{"name": "", "kind": "city"}"#, token)
    #expect(bad.status == 422 && bad.text.contains("\"field\":\"kind\"") && bad.text.contains("\"field\":\"name\""))
  }
}

@Suite("Mandates and memberships") struct MandatesAndMembershipsTests {
  @Test("are named by the organisation, and ended")
  func mandate() throws {
    let world = try SeekWorld()
    let address = world.nhamatarePage + "/mandates"
    #expect(world.browser.open(address).text.contains("Amélia Tivane"))
    let wrong = world.browser.send([("name", "Rui"), ("role", "boss"), ("from", "2027-02-31")], to: address)
    #expect(wrong.status == 422)
    for words in ["one of the four", "is not a day", "what the office is called"] {
      #expect(wrong.text.contains(words))
    }
    let fields = [
      ("name", "Rui Macamo"), ("role", "officer"), ("title", "International relations"), ("from", "2021-03-01"),
    ]
    #expect(world.browser.send(fields, to: address).status == 303)
    #expect(world.browser.send(fields, to: address).status == 303, "the same form sent twice")
    let page = world.browser.open(world.nhamatarePage).text
    #expect(page.ranges(of: "Rui Macamo").count == 1 && page.contains("2021 – open"))
    let end = try #require(world.browser.open(address).text.firstMatch(of: #/action="([^"]+\/mandates\/man_[^"]+)"/#)).1
    #expect(world.browser.send([("until", "1999-01-01")], to: String(end)).status == 422)
    #expect(world.browser.send([("until", "2026-10-01")], to: String(end)).status == 303)
    #expect(world.browser.open(world.nhamatarePage).text.contains("– 2026"))
  }

  @Test("end before they begin only by mistake")
  func backwards() throws {
    let world = try SeekWorld()
    let address = world.nhamatarePage + "/mandates"
    world.browser.open(address)
    let fields = [("name", "X"), ("role", "officer"), ("title", "Y"), ("from", "2021-03-01"), ("until", "2020-01-01")]
    let response = world.browser.send(fields, to: address)
    #expect(response.status == 422 && response.text.contains("A mandate ends after it begins."))
  }

  @Test("join a body that is chosen among those of its name, and leave it")
  func membership() throws {
    let world = try SeekWorld()
    let own = "/organisations/\(SeekWorld.nhamatare.id)/memberships"
    #expect(world.browser.open(own).text.contains("Associação &lt;b&gt;Nacional"))
    #expect(world.browser.send([], to: own + "/\(SeekWorld.association.id)/ending").status == 303)
    #expect(!world.browser.open(world.nhamatarePage).text.contains("Associação"))
    let found = world.browser.send([("body-name", "anam"), ("find", "body")], to: own)
    #expect(found.text.contains("value=\"\(SeekWorld.association.id)\""))
    #expect(world.browser.send([("body-name", "anam")], to: own).status == 422)
    let body = ("body", SeekWorld.association.id.text)
    #expect(world.browser.send([body, ("since", "2001-05-01")], to: own).status == 303)
    #expect(world.browser.open("/organisations/\(SeekWorld.association.id)").text.contains("One member"))
    #expect(world.browser.send([("body", SeekWorld.clariva.id.text)], to: own).status == 422)
    #expect(world.browser.send([body], to: "/organisations/\(SeekWorld.clariva.id)/memberships").status == 403)
  }
}
