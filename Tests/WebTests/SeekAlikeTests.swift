import Cooperation
import Demo
import HTTP
import SQL
import Secrets
import Storage
import Testing

@Suite("What is like a need or a practice is shown before it is published") struct SeekAlikeTests {
  private func world() throws -> (SeekWorld, String) {
    let world = try SeekWorld()
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    ines.open("/practices/new")
    let sent = ines.send(
      [
        ("title", "Street committees keep the storm drains open"), ("original", "en"),
        ("story", "Committees of residents clear the storm drains before the rains, with tools from the city."),
        ("themes", "drainage-and-floods"), ("languages", "en"), ("publish", "yes"),
      ], to: "/practices")
    return (world, String((sent[header: "Location"] ?? "").prefix { $0 != "?" }))
  }

  private let mine = [
    ("title", "Residents clear storm drains"), ("original", "en"),
    ("story", "Before the rains, committees of residents clear the drains of their street."),
    ("themes", "drainage-and-floods"), ("languages", "en"), ("publish", "yes"),
  ]

  @Test("with links, and a button beside them: nobody is stopped")
  func shown() throws {
    let (world, theirs) = try world()
    #expect(world.browser.open("/practices/new").text.contains("name=\"look\""))
    let sent = world.browser.send(mine + [("look", "yes")], to: "/practices")
    let address = String((sent[header: "Location"] ?? "").prefix { $0 != "?" })
    #expect(sent.status == 303 && sent[header: "Location"]?.hasSuffix("done=alike") == true)
    let page = world.browser.open(address).text
    #expect(page.contains("href=\"\(theirs)\"") && page.contains("Both write of") && page.contains("/publication"))
    #expect(world.site.get(address).status == 404)
    #expect(world.browser.open(address + "/edit").text.contains("href=\"\(theirs)\""))
    #expect(world.browser.send([], to: address + "/publication").status == 303)
    #expect(world.site.get(address).status == 200 && !world.site.get(address).text.contains("Both write of"))
  }

  @Test("and nothing where nothing is like it, or where a program publishes")
  func unlike() throws {
    let (world, theirs) = try world()
    let other =
      mine.filter { !["title", "story"].contains($0.0) } + [
        ("title", "Rain gauges for shopkeepers"), ("story", "Two hundred gauges tell which market floods next."),
        ("look", "yes"),
      ]
    world.browser.open("/practices/new")
    #expect(world.browser.send(other, to: "/practices")[header: "Location"]?.hasSuffix("done=published") == true)
    let key = try world.key()
    let body =
      #"{"title": "Residents clear storm drains", "story": "Committees of residents clear the storm drains.", "#
      + #""original": "en", "themes": ["drainage-and-floods"], "languages": ["en"], "publish": true}"#
    let added = world.send(.post, "/practices", body, key)
    #expect(added.status == 201 && added.text.contains("\"stage\":\"published\""))
    #expect(added.text.contains("\"alike\":[{") && added.text.contains("\"url\":\"\(theirs)\""))
  }

  @Test("already where the themes of a need are only suggested")
  func suggested() throws {
    let site = try TestSite()
    let hash = try #require(TestSite.hash)
    try Universe().load(on: site.occasion(), password: hash.text)
    let browser = Browser(on: site)
    browser.open("/sign-in")
    browser.send([("email", "karim@ouedzitoun.example"), ("password", TestSite.password)], to: "/sign-in")
    browser.open("/needs/new")
    let sent = browser.send(
      [
        ("problem", "Storms flood our streets: the drains are blocked by waste and sand, and wards stand in water."),
        ("next", "more"),
      ], to: "/needs")
    let form = browser.open((sent[header: "Location"] ?? "") + "&lang=en").text
    #expect(form.contains("Others have said something like it") && form.contains("Streets that flood every January"))
  }
}
