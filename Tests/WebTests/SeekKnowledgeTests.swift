import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// The fields of a good form, and where it goes.
private struct Kind: CustomTestStringConvertible, Sendable {
  let list: String
  let fields: [(String, String)]
  var testDescription: String { list }

  static let need = Kind(
    list: "/needs",
    fields: [
      ("title", "Ruas que alagam"), ("original", "pt"), ("problem", "Três bairros ficam na água."),
      ("tried", "Limpeza por contrato."), ("themes", "drainage-and-floods"), ("targets", "11.5"), ("languages", "pt"),
      ("population", "12 000"), ("expires", "2027-09-24"),
    ])
  static let practice = Kind(
    list: "/practices",
    fields: [
      ("title", "Mangais"), ("original", "pt"), ("story", "Plantámos com os pescadores."), ("results", "Menos ondas."),
      ("failures", "A primeira época."), ("themes", "drainage-and-floods"), ("languages", "pt"), ("languages", "en"),
    ])
  static let both = [need, practice]

  func fields(_ more: (String, String)...) -> [(String, String)] {
    fields.filter { field in !more.contains { $0.0 == field.0 } } + more
  }
}

extension Response {
  /// Where it leads, without what was done.
  fileprivate var address: String { String((self[header: "Location"] ?? "").prefix { $0 != "?" }) }
}

@Suite("Saying a need, telling a practice") struct SeekKnowledgeTests {
  @Test("goes from the form to everyone's list by one button", arguments: Kind.both)
  fileprivate func published(kind: Kind) throws {
    let world = try SeekWorld()
    let form = world.browser.open(kind.list + "/new?all=yes&organisation=\(SeekWorld.nhamatare.id)").text
    #expect(form.contains("value=\"drainage-and-floods\"") && form.contains("name=\"targets\""))
    let id = try #require(form.firstMatch(of: #/name="id" value="([a-z]+_[a-z0-9]+)"/#)).1
    let fields = kind.fields(("id", String(id)), ("publish", "yes"))
    let saved = world.browser.send(fields, to: kind.list)
    #expect(saved.status == 303 && saved[header: "Location"]?.hasSuffix("?done=published") == true)
    #expect(world.browser.send(fields, to: kind.list).status == 303, "the same form sent twice")
    let page = world.site.get(saved.address).text
    #expect(page.contains(kind.fields[0].1) && page.contains(kind.fields[2].1) && page.contains(kind.fields[3].1))
    #expect(page.contains("Written in Portuguese."))
    let json = world.site.get(kind.list + ".json").text
    #expect(json.contains("\"total\":1") && json.contains("\"themes\":[\"drainage-and-floods\"]"))
    #expect(world.site.get(world.nhamatarePage).text.contains(kind.fields[0].1))
  }

  @Test("keeps a draft whatever it lacks, unseen by others, and says what is missing", arguments: Kind.both)
  fileprivate func draft(kind: Kind) throws {
    let world = try SeekWorld()
    world.browser.open(kind.list + "/new")
    let empty = world.browser.send([("title", "")], to: kind.list)
    #expect(empty.status == 303)
    let page = world.browser.open(empty.address)
    #expect(page.status == 200 && page.text.contains("A theme. By it") && page.text.contains("A language in which"))
    #expect(world.site.get(empty.address).status == 404)
    #expect(world.site.get(kind.list + ".json", query: ["stage": "draft"]).text.contains("\"total\":0"))
    #expect(world.browser.open(kind.list + ".json?stage=draft").text.contains("\"total\":1"))
    #expect(world.browser.send([], to: empty.address + "/publication").status == 422)
  }

  @Test(
    "shows the form again where something is wrong, and has kept the rest",
    arguments: [
      ("expires", "2027-02-31", "is not a day"), ("population", "many", "whole number"),
      ("themes", "magic", "from the list"),
      ("targets", "99.9", "SDG targets from the list"), ("languages", "??", "by its tag"),
      ("country", "ZZ", "Choose a country"),
      ("expires", "2020-01-01", "Choose a later day"), ("formats", "telepathy", "ways of learning"),
      ("likeness", "charm", "from the list"), ("days", "a few", "a number of days"), ("money", "5", "three letters"),
      ("problem", "", "A few sentences"),
      ("themes", "", "A theme."), ("title", String(repeating: "x", count: 300), "too long"),
    ])
  func problems(field: String, value: String, words: String) throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let response = world.browser.send(Kind.need.fields((field, value), ("publish", "yes")), to: "/needs")
    #expect(response.status == 422)
    #expect(response.text.contains(words) && response.text.contains("Limpeza por contrato."))
    #expect(response.text.contains("Nothing is lost"))
    let again = try #require(response.text.firstMatch(of: #/<form method="post" action="(\/needs\/ned_[a-z0-9]+)"/#)).1
    let mended = world.browser.send(Kind.need.fields(("publish", "yes"), ("revision", "1")), to: String(again))
    #expect(mended.status == 303 && world.site.get(String(again)).status == 200)
    #expect(world.site.get("/needs.json").text.contains("\"total\":1"))
  }

  @Test("can be changed, withdrawn and published again; others' changes are not overwritten", arguments: Kind.both)
  fileprivate func changed(kind: Kind) throws {
    let world = try SeekWorld()
    world.browser.open(kind.list + "/new")
    let address = world.browser.send(kind.fields(("publish", "yes")), to: kind.list).address
    #expect(world.browser.open(address + "/edit").text.contains("value=\"\(kind.fields[0].1)\""))
    let changed = kind.fields(("title", "Outro título"), ("revision", "2"))
    #expect(world.browser.send(changed, to: address).status == 303)
    let stale = world.browser.send(kind.fields(("title", "Tarde demais"), ("revision", "2")), to: address)
    #expect(stale.status == 412 && stale.text.contains("Tarde demais"))
    let bare = world.browser.send([("title", "Sem nada"), ("revision", "3")], to: address)
    #expect(bare.status == 422 && world.site.get(address).text.contains("Outro título"))
    #expect(world.browser.send([], to: address + "/withdrawal").status == 303)
    #expect(world.site.get(address).status == 404 && world.browser.open(address).status == 200)
    #expect(world.browser.send([], to: address + "/withdrawal").status == 409)
    #expect(world.browser.send([], to: address + "/publication").status == 303)
    #expect(world.site.get(address).text.contains("Outro título"))
  }

  @Test("is said in another language beside the original", arguments: Kind.both)
  fileprivate func translated(kind: Kind) throws {
    let world = try SeekWorld()
    world.browser.open(kind.list + "/new")
    let address = world.browser.send(kind.fields(("publish", "yes")), to: kind.list).address
    let form = world.browser.open(address + "/translation?to=fr")
    #expect(form.status == 200 && form.text.contains(kind.fields[2].1))
    let texts = [
      ("language", "fr"), ("revision", "2"), ("title", "Titre français"), (kind.fields[2].0, "En français."),
    ]
    #expect(world.browser.send(texts, to: address + "/translation").status == 303)
    let french = world.site.get(address, query: ["lang": "fr"]).text
    #expect(french.contains("Titre français") && french.contains("En français."))
    #expect(world.site.get(address, query: ["lang": "pt"]).text.contains(kind.fields[0].1))
    #expect(world.site.get(kind.list + ".json", query: ["q": "francais"]).text.contains("\"total\":1"))
    #expect(world.browser.send([("language", "pt"), ("title", "x")], to: address + "/translation").status == 422)
    #expect(world.browser.send(texts, to: address + "/translation").status == 412)
  }

  @Test("belongs to its organisation: others and visitors are refused")
  func forbidden() throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let own = world.browser.send(Kind.need.fields(("publish", "yes")), to: "/needs").address
    let theirs = ("organisation", SeekWorld.clariva.id.text)
    #expect(world.browser.send(Kind.need.fields(theirs), to: "/needs").status == 403)
    #expect(world.browser.open("/needs/new?organisation=\(SeekWorld.clariva.id)").status == 403)
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    #expect(ines.open(own).status == 200 && !ines.last.text.contains("/edit"))
    for action in ["", "/publication", "/withdrawal", "/translation"] {
      #expect(ines.send(Kind.need.fields, to: own + action).status == 403, "\(action)")
    }
    #expect(ines.open(own + "/edit").status == 403)
    #expect(world.site.get("/needs/new").status == 403)
    #expect(world.site.get("/needs/\(Practice.ID(bits: 1))").status == 404)
  }

  @Test("escapes hostile words and takes their direction away")
  func hostile() throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let fields = Kind.need.fields(
      ("title", "<img src=x onerror=a>\u{202E}x"), ("problem", "</textarea><script>b()</script>"), ("publish", "yes"))
    let address = world.browser.send(fields, to: "/needs").address
    for page in [
      world.site.get(address).text, world.site.get("/needs").text, world.browser.open(address + "/edit").text,
    ] {
      #expect(!page.contains("<img src=x") && !page.contains("<script>b") && !page.contains("\u{202E}"))
    }
  }
}

@Suite("Needs and practices for programs") struct SeekKnowledgeProgramTests {
  private let body =
    #"{"title": "Drains", "original": "en", "problem": "Blocked.", "themes": ["drainage-and-floods"], "languages": ["en"], "#
    + #""publish": true, "translations": {"fr": {"title": "Égouts"}}}"#

  @Test("are added, read, and put back as they were read")
  func roundTrip() throws {
    let world = try SeekWorld()
    let key = try world.key()
    let added = world.send(.post, "/needs", body, key)
    #expect(added.status == 201 && added[header: "ETag"] == "\"r2\"")
    let address = try #require(added[header: "Location"])
    #expect(added.text.contains("\"stage\":\"published\"") && added.text.contains("\"missing\":[]"))
    let put = world.send(.put, address, added.text.untilMatches, key, ["if-match": "\"r2\""])
    #expect(put.status == 200 && put.text.contains("\"fr\":{\"title\":\"Égouts\"}"))
    #expect(world.send(.put, address, body, key, ["if-match": "\"r2\""]).status == 412)
  }

  @Test("are refused whole, with every field that is wrong")
  func refused() throws {
    let world = try SeekWorld()
    let key = try world.key()
    let response = world.send(.post, "/needs", #"{"title": "x", "themes": ["magic"], "expires": "soon"}"#, key)
    #expect(response.status == 422)
    #expect(response[header: "Content-Type"] == "application/problem+json")
    #expect(response.text.contains("\"field\":\"themes\"") && response.text.contains("\"field\":\"expires\""))
    #expect(world.send(.get, "/needs.json?stage=draft", "", key).status != 500)
    #expect(world.send(.post, "/needs", #"{"title": "#, key).status == 400)
    #expect(world.site.get("/needs.json").text.contains("\"total\":0"))
  }
}

extension String {
  /// A need's own fields, without those that tell of others.
  fileprivate var untilMatches: String {
    guard let by = firstRange(of: ",\"by\":") else { return self }
    return self[..<by.lowerBound] + "}"
  }
}
