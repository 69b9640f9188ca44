import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("The matches of a need") struct SeekMatchesTests {
  /// Nhamatare needs drains; Santa Clariva has mended some, and needs mangroves, which Nhamatare has planted.
  private func world() throws -> (SeekWorld, need: Need, practice: Practice) {
    let world = try SeekWorld()
    let now = world.site.clock.now
    let shelf = Shelf(.published(at: now))
    let need = Need(
      id: .init(bits: 31), organisation: SeekWorld.nhamatare.id, title: Texts("Blocked drains", in: "en"),
      problem: Texts("Drains are blocked each January.", in: "en"),
      topic: Topic(themes: ["drainage-and-floods"], languages: ["en"]), shelf: shelf)
    let practice = Practice(
      id: .init(bits: 41), organisation: SeekWorld.clariva.id, title: Texts("Residents mend drains", in: "en"),
      story: Texts("Committees keep their drains.", in: "en"),
      topic: Topic(themes: ["drainage-and-floods"], languages: ["es", "en"]), shelf: shelf)
    try world.site.database.transaction { session in
      try session.needs.insert(need, at: now)
      try session.practices.insert(practice, at: now)
    }
    return (world, need, practice)
  }

  @Test("stand on its page and on their own, each part as a sentence with its bar")
  func pages() throws {
    let (world, need, practice) = try world()
    for address in ["/needs/\(need.id)", "/needs/\(need.id)/matches"] {
      let page = world.site.get(address).text
      #expect(page.contains("Santa Clariva fits best: "))
      #expect(page.contains("/practices/\(practice.id)") && page.contains("Residents mend drains"))
      #expect(page.contains("You both work on ") && page.contains("class=\"bar\""))
      #expect(page.contains("You have not shown yet what you could teach them in return."))
    }
  }

  @Test("are told to programs with score, reasons and words")
  func json() throws {
    let (world, need, practice) = try world()
    let json = world.site.get("/needs/\(need.id)/matches.json").text
    #expect(
      json.hasPrefix(
        "{\"items\":[{\"organisation\":\"\(SeekWorld.clariva.id)\",\"practice\":\"\(practice.id)\",\"score\":0."))
    #expect(json.contains("\"reasons\":[{\"part\":\"") && json.contains("\"words\":\"You both work on"))
  }

  @Test("follow what is published, changed and withdrawn, here or by another process")
  func follows() throws {
    let (world, need, practice) = try world()
    let address = "/needs/\(need.id)/matches.json"
    #expect(world.site.get(address).text.contains(practice.id.text))
    let now = world.site.clock.now
    var gone = practice
    gone.shelf = try gone.shelf.withdrawing(at: now)
    gone = try world.site.database.transaction { session in try session.practices.update(gone, at: now) }
    #expect(!world.site.get(address).text.contains(practice.id.text))
    gone.shelf = try gone.shelf.publishing(missing: [], at: now)
    gone = try world.site.database.transaction { session in try session.practices.update(gone, at: now) }
    #expect(world.site.get(address).text.contains(practice.id.text))
    let mangroves = Practice(
      id: .init(bits: 42), organisation: SeekWorld.nhamatare.id, title: Texts("Mangais", in: "pt"),
      topic: Topic(themes: ["coasts-and-seas"], languages: ["pt"]), shelf: Shelf(.published(at: now)))
    try world.site.database.transaction { session in try session.practices.insert(mangroves, at: now) }
    let before = world.site.get(address).text
    #expect(before.contains("They have not said what they seek"))
    let seeks = Need(
      id: .init(bits: 32), organisation: SeekWorld.clariva.id, title: Texts("Mangroves", in: "en"),
      topic: Topic(themes: ["coasts-and-seas"], languages: ["en"]), shelf: Shelf(.published(at: now)))
    try world.site.database.transaction { session in try session.needs.insert(seeks, at: now) }
    #expect(world.site.get(address).text.contains("which you can teach."))
    gone.shelf.expires = now.day
    _ = try world.site.database.transaction { session in try session.practices.update(gone, at: now) }
    #expect(world.site.get(address).text.contains(practice.id.text))
    world.site.clock.pass(minutes: 2 * 24 * 60)
    #expect(!world.site.get(address).text.contains(practice.id.text))
  }

  @Test("follow where the organisation is")
  func organisation() throws {
    let (world, need, _) = try world()
    let address = "/needs/\(need.id)/matches.json"
    let before = world.site.get(address).text
    var moved = SeekWorld.clariva
    (moved.country, moved.place) = (SeekWorld.mozambique, SeekWorld.otherInhambane.id)
    _ = try world.site.database.transaction { session in
      try session.organisations.update(moved, at: world.site.clock.now)
    }
    let after = world.site.get(address).text
    #expect(before != after && after.contains("the same country"))
  }

  @Test("lead to who could be the third, with the reasons")
  func third() throws {
    let (world, need, practice) = try world()
    let address = "/needs/\(need.id)/matches/\(SeekWorld.clariva.id)"
    #expect(world.site.get("/needs/\(need.id)/matches").text.contains("href=\"\(address)\""))
    #expect(world.site.get(address + ".json").text.contains("\"items\":[]"))
    let bond = Partnership(
      id: .init(bits: 51), title: Texts("Roads", in: "en"), form: .programme,
      parties: try Parties([Party(SeekWorld.clariva.id), Party(SeekWorld.association.id, .funder)]), stage: .inferred,
      topic: Topic())
    try world.site.database.transaction { session in
      try session.partnerships.insert(bond, at: world.site.clock.now)
    }
    let page = world.site.get(address).text, json = world.site.get(address + ".json").text
    #expect(
      page.contains("It has put money or means into work of Santa Clariva before.") && page.contains("/partnerships/\(bond.id)"))
    #expect(json.contains("\"practice\":\"\(practice.id)\"") && json.contains("\"part\":\"funding\""))
    #expect(json.contains("\"organisation\":\"\(SeekWorld.association.id)\""))
    for wrong in ["org_00000000000000000000000009", need.organisation.text, "x"] {
      #expect(world.site.get("/needs/\(need.id)/matches/\(wrong)").status == 404)
    }
  }

  @Test("can be weighed otherwise, and say what is wrong with the weights")
  func weights() throws {
    let (world, need, _) = try world()
    let address = "/needs/\(need.id)/matches"
    let alone = world.site.get(address + ".json", query: ["weights": "0-0-0-100-0-0-0"]).text
    #expect(alone.contains("\"weights\":\"0-0-0-100-0-0-0-0\"") && !alone.contains("\"part\":\"themes\""))
    let parts: Fields = [
      "themes": "0", "text": "0", "context": "0", "languages": "100", "reciprocity": "0", "capacity": "0",
      "reach": "0", "evidence": "0",
    ]
    #expect(world.site.get(address + ".json", query: parts).text == alone)
    let wrong = world.site.get(address, query: ["weights": "1-2"])
    #expect(wrong.status == 422 && wrong.text.contains("Weights are eight numbers"))
    let zero = world.site.get(address + ".json", query: ["weights": "0-0-0-0-0"])
    #expect(zero.status == 422 && zero.text.contains("weights-all-zero"))
  }

  @Test("are found for words of one's own, without saying a need first")
  func words() throws {
    let (world, _, practice) = try world()
    let query: Fields = ["q": "our drains are blocked", "for": SeekWorld.nhamatare.id.text]
    #expect(world.site.get("/matches.json", query: query).text.contains(practice.id.text))
    #expect(world.site.get("/matches").status == 200)
    let hostile = world.site.get("/matches", query: ["q": "<script>x</script>\u{202E}"]).text
    #expect(hostile.contains("&lt;script&gt;x") && !hostile.contains("\u{202E}"))
    #expect(world.site.get("/matches", query: ["for": "org_x"]).status == 422)
  }

  @Test("are not shown for a draft that one may not see")
  func draft() throws {
    let world = try SeekWorld()
    world.browser.open("/needs/new")
    let location = world.browser.send([("title", "Draft")], to: "/needs")[header: "Location"] ?? ""
    let address = location.prefix { $0 != "?" } + "/matches"
    #expect(world.site.get(String(address)).status == 404)
    #expect(world.browser.open(String(address)).status == 200)
  }
}
