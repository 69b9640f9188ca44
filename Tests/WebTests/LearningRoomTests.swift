import Cooperation
import HTTP
import Testing

@Suite("A peer supervision in browsers") struct LearningRoomTests {
  @Test("comes to its end and is signed by both mayors", arguments: ["live", "slow"])
  func whole(clock: String) throws {
    let world = try LearningWorld()
    try world.supervise(clock)
    #expect(world.text("ines").contains("2 signatures are still to come."))
    for mayor in ["tivane", "alvia"] {
      let browser = world.browser(mayor)
      browser.open(world.room + "/documents/report-back")
      #expect(browser.last.text.contains("Who keeps them clear?"))
      let response = try browser.submit(["value=\"sign\""])
      #expect(response.status == 303, "\(response.text.problems)")
    }
    #expect(world.text("ines").contains("Nothing is left to do."))
    let document = world.browser("tivane").open(world.room + "/documents/report-back.json").text
    #expect(document.contains("\"intact\":true") && document.contains("\"waits-for\":[]"))
  }

  @Test("takes a step that is sent twice once")
  func twice() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    let browser = world.look("jorge")
    var form = try #require(FilledForm(in: browser.last.text, holding: ["name=\"answer-headline\""]))
    form.type([("answer-headline", "Blocked drains")])
    let fields = form.fields.filter { $0.0 != "form-key" }
    #expect(browser.send(fields, to: form.action).status == 303)
    #expect(browser.send(fields, to: form.action).status == 303)
    let journal = world.json("jorge")
    #expect(journal.matches(of: #/"text":"Blocked drains"/#).count == 1)
    var other = form
    other.type([("answer-headline", "Something else")])
    #expect(browser.send(other.fields.filter { $0.0 != "form-key" }, to: form.action).status == 409)
  }

  @Test("refuses to close a phase that was closed meanwhile, and one that still waits, with all it waits for")
  func closing() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    let refused = try world.close("jorge", to: "case-presentation")
    #expect(refused.status == 409)
    for words in ["Moderator: still 1 to find.", "Consultant: still 2 to find.", "still needs 1 more"] {
      #expect(refused.text.problems.contains(words), "\(words)")
    }
    let action = world.room + "/steps"
    world.look("jorge")
    let stale = world.browser("jorge").send(
      [("do", "enter"), ("phase", "key-question"), ("after", "2"), ("token", "a")], to: action)
    #expect(stale.status == 412 && stale.text.contains("has gone on since you looked"))
  }

  @Test("keeps what was typed where it could not be taken")
  func typed() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    let long = String(repeating: "x", count: 141)
    let refused = try world.say("jorge", "headline", long)
    #expect(refused.status == 422 && refused.text.contains("value=\"\(long)\""))
    #expect(refused.text.contains("It may have 140 characters"))
  }

  @Test("keeps roles apart that its method keeps apart")
  func bars() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    try world.cast("jorge", as: "moderator", by: "jorge")
    let person = try #require(world.people["jorge"]).text
    let refused = try world.look("jorge").submit(["value=\"cast\""], [("person", person), ("role", "consultant")])
    #expect(refused.status == 403 && refused.text.contains("Nobody can have both of these roles."))
    let taken = try world.look("jorge").submit(["value=\"cast\""], [("person", person), ("role", "secretary")])
    #expect(taken.status == 403)
  }

  @Test("takes in people without an account, whose words the secretary writes down")
  func written() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    let evil = "Eve <script>\u{202E}alert</script>"
    let response = try world.look("jorge").submit(
      ["name=\"name\""], [("name", evil), ("organisation-name", "Nhamatare")])
    #expect(response.status == 303)
    let page = world.look("jorge").last.text
    #expect(page.contains("Eve &lt;script&gt;alert&lt;/script&gt;"))
    #expect(!page.contains("Eve <script>") && !page.contains("\u{202E}"))
    let nobody = try world.look("jorge").submit(
      ["name=\"name\""], [("name", "Ana"), ("organisation-name", "Atlantis")])
    #expect(nobody.status == 422 && nobody.text.contains("No organisation on record goes by that name."))
    try world.join("rui", invitedBy: "jorge")
    try world.cast("rui", as: "secretary", by: "jorge")
    let eve = try #require(page.firstMatch(of: #/<option value="(per_\w+)">Eve/#)).1
    let noted = try world.look("rui").submit(
      ["name=\"note-headline\""], [("note-headline", "Floods"), ("of", String(eve))])
    #expect(noted.status == 303)
    #expect(world.text("jorge").contains("Floods"))
  }

  @Test("can be ended before it is done, with a reason")
  func ended() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "slow", by: "jorge")
    #expect(try world.look("jorge").submit(["value=\"abandon\""]).status == 422)
    #expect(try world.look("jorge").submit(["value=\"abandon\""], [("because", "The case is closed.")]).status == 303)
    #expect(world.text("jorge").contains("The case is closed."))
    #expect(!world.text("jorge").contains("value=\"write\""))
  }
}
