import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("What a need or a practice said before") struct ShareVersionsTests {
  private let fields = [
    ("title", "Comités de rua"), ("original", "pt"), ("story", "Cada rua tem um comité de cinco."),
    ("themes", "drainage-and-floods"), ("languages", "pt"),
  ]

  private func start() throws -> (SeekWorld, String) {
    let world = try SeekWorld()
    world.browser.open("/practices/new")
    let sent = world.browser.send(fields, to: "/practices")
    return (world, String((sent[header: "Location"] ?? "").prefix { $0 != "?" }))
  }

  @Test("is told word by word, with who changed it, to its own people; visitors see what was published")
  func differences() throws {
    let (world, address) = try start()
    world.browser.open(address)
    world.browser.send([], to: address + "/publication")
    let changed = fields.filter { $0.0 != "story" } + [("story", "Cada rua tem um comité de três."), ("revision", "2")]
    #expect(world.browser.send(changed, to: address).status == 303)
    let french = [
      ("language", "fr"), ("revision", "3"), ("title", "Comités de rue"), ("story", "Trois <i>personnes</i>."),
    ]
    #expect(world.browser.send(french, to: address + "/translation").status == 303)
    let own = world.browser.open(address + "/versions").text
    #expect(own.contains("taken out: </span>cinco.</del>") && own.contains("put in: </span>três.</ins>"))
    for words in ["Rui", "Begun", "Published", "Translated", "French", "Trois &lt;i&gt;personnes", "original"] {
      #expect(own.contains(words), "\(words)")
    }
    let seen = world.site.get(address + "/versions").text
    #expect(seen.contains("três.</ins>") && !seen.contains("Rui") && !seen.contains("Begun"))
    let json = world.site.get(address + "/versions.json").text
    #expect(json.contains(#""text":"story","language":"pt""#) && json.contains(#"{"removed":"cinco."}"#))
    #expect(world.site.get(address).text.contains(address + "/versions"))
  }

  @Test("is taken out by an administrator alone, and the rest of the history stays")
  func emptied() throws {
    let (world, address) = try start()
    world.browser.open(address)
    world.browser.send([], to: address + "/publication")
    #expect(world.browser.send([("number", "2")], to: address + "/versions/emptying").status == 403)
    try world.site.account("admin@copolis.example", duty: .administrator)
    let admin = Browser(on: world.site)
    admin.signIn("admin@copolis.example")
    #expect(admin.open(address + "/versions").text.contains("Take out what it says, for ever"))
    for wrong in ["", "x", "-1", "99"] {
      let status = admin.send([("number", wrong)], to: address + "/versions/emptying").status
      #expect(status == (wrong == "-1" || wrong == "99" ? 404 : 422), "\(wrong)")
    }
    #expect(admin.send([("number", "1")], to: address + "/versions/emptying").status == 303)
    let page = admin.open(address + "/versions").text
    #expect(page.contains("taken out by those who run this site") && page.contains("Published"))
    #expect(world.site.get(address).status == 200, "the practice itself is as it was")
    #expect(admin.open(address + "/versions.json").text.contains("\"emptied\":true"))
  }

  @Test("is begun with what was there before versions were kept")
  func before() throws {
    let world = try SeekWorld()
    let need = Need(
      id: .init(bits: 9), organisation: SeekWorld.nhamatare.id, title: Texts("Old", in: "en"),
      problem: Texts("Old words", in: "en"), topic: Topic(themes: ["drainage-and-floods"], languages: ["en"]),
      shelf: Shelf(.published(at: world.site.clock.now)))
    try world.site.database.transaction { session in try session.needs.insert(need, at: world.site.clock.now) }
    let address = "/needs/\(need.id)"
    #expect(world.site.get(address + "/versions").text.contains("not changed since versions are kept"))
    world.browser.open(address + "/edit")
    let changed = [
      ("title", "Old"), ("original", "en"), ("problem", "New words"), ("themes", "drainage-and-floods"),
      ("languages", "en"), ("revision", "1"),
    ]
    #expect(world.browser.send(changed, to: address).status == 303)
    let page = world.site.get(address + "/versions").text
    #expect(page.contains("As it was before versions were kept") && page.contains("Old </del>"))
  }

  @Test("passes a colleague first where one is asked, who gives it back or publishes it")
  func review() throws {
    let (world, address) = try start()
    world.browser.open(address)
    #expect(world.browser.send([("do", "give-back")], to: address + "/review").status == 409)
    let asked = world.browser.send([("do", "ask"), ("note", "Is the number right?")], to: address + "/review")
    #expect(asked.status == 303 && asked[header: "Location"]?.hasSuffix("done=asked") == true)
    #expect(world.browser.open("/account").text.contains("A draft to look at before it is published"))
    #expect(world.browser.open(address).text.contains("A colleague is asked to look at it."))
    #expect(world.browser.open("/practices?stage=in-review").text.contains("In review"))
    #expect(world.browser.open("/practices.json?stage=draft").text.contains("\"total\":0"))
    #expect(world.site.get(address).status == 404)
    #expect(world.browser.send([("do", "give-back"), ("note", "Count again.")], to: address + "/review").status == 303)
    #expect(!world.browser.open("/account").text.contains("A draft to look at"))
    let history = world.browser.open(address + "/versions").text
    #expect(history.contains("Is the number right?") && history.contains("Count again."))
    world.browser.open(address)
    world.browser.send([("do", "ask")], to: address + "/review")
    #expect(world.browser.send([], to: address + "/publication").status == 303)
    #expect(world.site.get(address).status == 200)
    #expect(world.browser.send([("do", "ask")], to: address + "/review").status == 409)
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    #expect(ines.send([("do", "ask")], to: address + "/review").status == 403)
  }
}
