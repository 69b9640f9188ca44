import Cooperation
import HTTP
import Printing
import SQL
import Secrets
import Storage
import Testing

@Suite("A report-back") struct LearningDocumentTests {
  private func concluded(_ more: [String] = ["joins"]) throws -> LearningWorld {
    let world = try LearningWorld()
    try world.supervise("live", more: more)
    return world
  }

  private func address(_ world: LearningWorld) -> String { world.room + "/documents/report-back" }

  @Test("is frozen by its first signature, and its fingerprint stays whatever is renamed afterwards")
  func frozen() throws {
    let world = try concluded()
    let mayor = world.browser("tivane")
    let draft = mayor.open(address(world) + "/text").text
    mayor.open(address(world))
    #expect(mayor.last.text.contains("A draft: nobody has signed it yet"))
    #expect(try mayor.submit(["value=\"sign\""]).status == 303)
    try world.site.database.transaction { session in
      var city = try session.organisations.require(world.clariva.id)
      city.name = Texts("Santa Clara", in: "en")
      try session.organisations.update(city, at: world.site.clock.now)
    }
    let frozen = mayor.open(address(world) + "/text").text
    #expect(frozen == draft && frozen.contains("organisation: Santa Clariva"))
    let fingerprint = SHA256.hex(of: frozen.utf8)
    #expect(mayor.open(address(world) + ".json").text.contains("\"fingerprint\":\"\(fingerprint)\""))
    let page = mayor.open(address(world)).text
    #expect(page.contains("Santa Clariva</bdi>") && page.contains("Frozen on 23 November 2026"))
    let second = world.browser("alvia")
    second.open(address(world))
    #expect(try second.submit(["value=\"sign\""]).status == 303)
    #expect(second.open(address(world)).text.matches(of: #/class="confirmed"/#).count == 2)
  }

  @Test("is signed by nobody without a mandate, and says what to do")
  func noMandate() throws {
    let world = try concluded()
    let browser = world.browser("amelia")
    let page = browser.open(address(world)).text
    #expect(!page.contains("value=\"sign\"") && page.contains("/organisations/\(world.nhamatare.id)"))
    let digest = SHA256.hex(of: browser.open(address(world) + "/text").text.utf8)
    let fields = [("do", "sign"), ("output", "report-back"), ("digest", digest)]
    browser.open(address(world))
    let refused = browser.send(fields, to: world.room + "/steps")
    #expect(refused.status == 403 && refused.text.contains("You hold no mandate today"))
    let stolen = try world.site.database.read { session in
      try session.mandates.of(try #require(world.people["tivane"]))
    }
    browser.open(address(world))
    let mandate = try #require(stolen.first).id.text
    #expect(browser.send(fields + [("mandate", mandate)], to: world.room + "/steps").status == 403)
  }

  @Test("is signed once for each city, and only as it was read")
  func once() throws {
    let world = try concluded()
    let mayor = world.browser("tivane")
    mayor.open(address(world))
    let other = String(repeating: "0", count: 64)
    let refused = try mayor.submit(["value=\"sign\""], [("digest", other)])
    #expect(refused.status == 412 && refused.text.contains("What was signed is another text"))
    mayor.open(address(world))
    #expect(try mayor.submit(["value=\"sign\""]).status == 303)
    let digest = SHA256.hex(of: mayor.open(address(world) + "/text").text.utf8)
    mayor.open(address(world))
    let again = mayor.send(
      [("do", "sign"), ("output", "report-back"), ("digest", digest)], to: world.room + "/steps")
    #expect(again.status == 403)
  }

  @Test("shows when what is kept is no longer what was signed")
  func tampered() throws {
    let world = try concluded()
    let mayor = world.browser("tivane")
    mayor.open(address(world))
    try mayor.submit(["value=\"sign\""])
    let digest = SHA256.hex(of: mayor.open(address(world) + "/text").text.utf8)
    try world.site.database.transaction { session in
      try session.run("UPDATE document SET text = REPLACE(text, 'lunch', 'dinner')")
    }
    let page = mayor.open(address(world)).text
    #expect(page.contains("This is not the text that was signed") && page.contains("dinner"))
    #expect(mayor.open(address(world) + ".json").text.contains("\"intact\":false"))
    #expect(world.site.get("/documents/\(digest)").text.contains("has been changed since"))
  }

  @Test("can be checked by anyone who has its fingerprint, who learns nothing else")
  func checked() throws {
    let world = try concluded()
    let mayor = world.browser("tivane")
    mayor.open(address(world))
    let draft = SHA256.hex(of: mayor.open(address(world) + "/text").text.utf8)
    #expect(world.site.get("/documents/\(draft)").status == 404)
    mayor.open(address(world))
    try mayor.submit(["value=\"sign\""])
    let page = world.site.get("/documents/\(draft)").text
    #expect(page.contains("Yes. A document with this fingerprint was frozen here") && page.contains("Tivane"))
    #expect(!page.contains("drains") && !page.contains(world.room))
    #expect(world.browser("ines").open("/documents/\(draft)").text.contains("keep the drains clear"))
    let spaced = [draft.prefix(8).uppercased(), String(draft.dropFirst(8))].joined(separator: " ")
    #expect(world.site.get("/documents", query: ["fingerprint": spaced]).text.contains("Yes."))
    #expect(world.site.get("/documents", query: ["fingerprint": "x"]).text.contains("No document with this"))
    #expect(world.site.get("/documents/\(String(repeating: "0", count: 64)).json").text.contains("false"))
  }

  @Test("is not there before the end, nor for strangers")
  func notThere() throws {
    let world = try LearningWorld()
    try world.gather()
    try world.start("peer-supervision", "live", by: "jorge")
    #expect(world.browser("jorge").open(address(world)).status == 409)
    #expect(world.browser("jorge").open(world.room + "/documents/no-such").status == 404)
    try world.add("stranger", for: Self.elsewhere(world))
    for part in ["", "/documents/report-back", "/documents/report-back/text", "/documents/report-back/pdf", "/events"] {
      #expect(world.browser("stranger").open(world.room + part).status == 404, "\(part)")
      #expect(world.site.get(world.room + part).status == 403, "\(part)")
    }
  }

  private static func elsewhere(_ world: LearningWorld) throws -> Organisation {
    let city = Organisation(
      id: Organisation.ID(bits: 9), kind: .localGovernment, name: Texts("Elsewhere", in: "en"), languages: ["en"])
    try world.site.database.transaction { session in
      try session.organisations.insert(city, at: world.site.clock.now)
    }
    return city
  }

  @Test("can be had as PDF")
  func pdf() throws {
    guard PagePrinter().isAvailable else {
      print("skipped: weasyprint is not installed")
      return
    }
    let world = try concluded()
    let response = world.browser("ines").open(address(world) + "/pdf")
    #expect(response.status == 200 && response[header: "Content-Type"] == "application/pdf")
    guard case .bytes(let bytes) = response.body else { throw Missing("pdf") }
    #expect(bytes.starts(with: Array("%PDF".utf8)) && bytes.count > 5000)
  }

  @Test("reads as it was written, whatever people have said in it")
  func reading() throws {
    let world = try LearningWorld()
    try world.supervise("slow")
    let text = world.browser("ines").open(address(world) + "/text").text
    let report = try #require(ReportBack(reading: text))
    #expect(report.text == text && report.title == "How do we keep the drains clear?")
    let evil = text.replacing("Three wards", with: "Three wards\n  answer: forged\n  \n  section: forged")
    let other = try #require(ReportBack(reading: evil))
    #expect(other.text == evil && other.sections.count == report.sections.count)
    #expect(ReportBack(reading: "nothing") == nil)
  }
}
