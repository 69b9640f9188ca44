import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("A practice in one common form") struct SharePracticeTests {
  private let fields = [
    ("title", "Free buses"), ("original", "en"), ("problem", "Too many cars."), ("story", "Every bus was free."),
    ("people", "The bus company."), ("resources", "The city paid."), ("results", "Cars did not become fewer."),
    ("failures", "Those who walked came."), ("conditions", "Parking must cost."), ("themes", "public-transport"),
    ("languages", "en"), ("worked", "no"), ("evidence", "evaluated"), ("began", "2022"), ("ended", "2023"),
    ("money", "2 600 000"), ("currency", "eur"), ("posts", "1,5"), ("licence", "cc-by-4.0"),
    ("links", "https://example.org/report.pdf The report\nhttps://example.org/"), ("publish", "yes"),
  ]

  private func published(_ world: SeekWorld, _ more: [(String, String)] = []) -> String {
    world.browser.open("/practices/new")
    let all = fields.filter { field in !more.contains { $0.0 == field.0 } } + more
    return String((world.browser.send(all, to: "/practices")[header: "Location"] ?? "").prefix { $0 != "?" })
  }

  @Test("says plainly that it did not work, how that is known, what it took, and where to read more")
  func failure() throws {
    let world = try SeekWorld()
    let address = published(world), page = world.site.get(address).text
    for words in [
      "It did not work", "Evaluated", "someone from outside", "Step 4 of 5", "Too many cars.", "The bus company.",
      "Parking must cost.", "EUR 2,600,000.00", "2022–2023", "CC BY 4.0", "https://example.org/report.pdf",
      "The report", "Standards of Evidence", ">1.5<",
    ] { #expect(page.contains(words), "\(words)") }
    let json = world.site.get(address + ".json").text
    #expect(json.contains(#""worked":"no","evidence":"evaluated","began":2022,"ended":2023,"money":"2600000.00""#))
    #expect(json.contains(#""links":["https://example.org/report.pdf The report","https://example.org/"]"#))
  }

  @Test("is found by whether it worked")
  func found() throws {
    let world = try SeekWorld()
    _ = published(world)
    let list = world.site.get("/practices", query: ["worked": "no"]).text
    #expect(list.contains("Free buses") && list.contains("It did not work"))
    #expect(!world.site.get("/practices", query: ["worked": "yes"]).text.contains("Free buses"))
    #expect(world.site.get("/practices.json", query: ["evidence": "evaluated"]).text.contains(#""worked":"no""#))
    #expect(world.site.get("/practices.csv", query: ["worked": "yes"]).status == 200)
    #expect(world.site.get("/practices.json", query: ["worked": "perhaps"]).status >= 400)
    #expect(world.site.get("/needs", query: ["worked": "no"]).status == 200)
  }

  @Test(
    "is shown again where something is wrong",
    arguments: [
      ("worked", "perhaps", "from the list"), ("evidence", "rumour", "from the list"), ("began", "22", "four digits"),
      ("ended", "2020", "ended before it began"), ("money", "lots", "Write a sum"), ("money", "-5", "Write a sum"),
      ("currency", "", "three letters"), ("posts", "some", "full-time posts"),
      ("links", "javascript:alert(1)", "not the address of a page"), ("licence", "mine", "from the list"),
      ("contact", "per_00000000000000000000000000", "from the list"),
    ])
  func problems(field: String, value: String, words: String) throws {
    let world = try SeekWorld()
    world.browser.open("/practices/new")
    let all = fields.filter { $0.0 != field } + [(field, value)]
    let answer = world.browser.send(all, to: "/practices")
    #expect(answer.status == 422 && answer.text.contains(words), "\(field)")
    #expect(answer.text.contains("Those who walked came."))
  }

  @Test("names whom to ask, and how only where they have agreed and to whoever is signed in")
  func contact() throws {
    let world = try SeekWorld()
    let address = published(world, [("contact", SeekWorld.amelia.id.text)])
    #expect(world.site.get(address).text.contains("Amélia Tivane"))
    #expect(!world.browser.open(address).text.contains("amelia@nhamatare.example"))
    try world.site.database.transaction { session in
      var agreed = SeekWorld.amelia
      agreed.showsContact = true
      try session.people.update(agreed)
    }
    #expect(world.browser.open(address).text.contains("amelia@nhamatare.example"))
    #expect(!world.site.get(address).text.contains("amelia@nhamatare.example"))
  }

  @Test("is asked once a year whether it is still true, and says what was answered")
  func truth() throws {
    let world = try SeekWorld()
    let address = published(world)
    #expect(!world.browser.open("/account").text.contains("Is this still true?"))
    world.site.clock.pass(minutes: 400 * 24 * 60)
    world.browser.signIn("rui@nhamatare.example")
    #expect(world.browser.open("/account").text.contains("Is this still true?"))
    #expect(world.site.get(address).text.contains("Nobody has said for over a year"))
    #expect(world.site.get("/practices.json").text.contains(#""truth":"unchecked""#))
    #expect(world.site.get("/practices").text.contains("Not checked for over a year"))
    world.browser.open(address)
    #expect(world.browser.send([("answer", "yes")], to: address + "/truth").status == 303)
    #expect(!world.browser.open("/account").text.contains("Is this still true?"))
    #expect(world.site.get(address + ".json").text.contains(#""truth":"current","true-on":"2027-12-28""#))
    let changed = world.browser.send([("answer", "changed")], to: address + "/truth")
    #expect(changed[header: "Location"] == address + "/edit")
    #expect(world.browser.send([("answer", "no-longer")], to: address + "/truth").status == 303)
    #expect(world.site.get(address).text.contains("They no longer do this"))
    #expect(world.browser.send([("answer", "who knows")], to: address + "/truth").status == 422)
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    #expect(ines.send([("answer", "yes")], to: address + "/truth").status == 403)
  }
}
