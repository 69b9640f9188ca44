import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// What the tests of introductions begin with: two cities of one association; one needs what the other has done.
struct IntroductionWorld {
  let sense: SenseWorld
  /// Acts for the association of both.
  let broker: Browser

  var site: TestSite { sense.site }
  /// Owns Nhamatare, which needs drains.
  var rui: Browser { sense.rui }
  /// Owns Santa Clariva, which has mended some.
  var ines: Browser { sense.ines }

  static let need = Need.ID(bits: 31)
  static let practice = Practice.ID(bits: 41)
  private static let drains = Topic(themes: ["drainage-and-floods"], languages: ["en"])

  init() throws {
    sense = try SenseWorld()
    let now = sense.site.clock.now, shelf = Shelf(.published(at: sense.site.clock.now))
    try sense.site.database.transaction { session in
      try session.memberships.insert(Membership(of: SeekWorld.clariva.id, in: SeekWorld.association.id))
      try session.needs.insert(
        Need(
          id: Self.need, organisation: SeekWorld.nhamatare.id, title: Texts("Blocked drains", in: "en"),
          problem: Texts("Drains are blocked each January.", in: "en"), topic: Self.drains, shelf: shelf), at: now)
      try session.practices.insert(
        Practice(
          id: Self.practice, organisation: SeekWorld.clariva.id, title: Texts("Residents mend drains", in: "en"),
          story: Texts("Committees keep their drains.", in: "en"), topic: Self.drains, shelf: shelf), at: now)
    }
    broker = try sense.browser("teresa@anam.example", for: SeekWorld.association.id, as: .editor)
  }

  static let fields = [
    ("with", SeekWorld.clariva.id.text), ("need", need.text), ("practice", practice.text),
    ("message", "How do you keep them open?"), ("language", "en"), ("times", "Tuesdays"), ("minutes", "45"),
    ("contact", "rui@nhamatare.example, +258 84 000"),
  ]

  /// Rui asks Santa Clariva.
  ///
  /// - Returns: the introduction's address.
  func asked(_ more: (String, String)...) -> String {
    rui.open("/introductions/new?with=\(SeekWorld.clariva.id)")
    let fields = Self.fields.filter { field in !more.contains { $0.0 == field.0 } } + more
    let address = rui.send(fields, to: "/introductions").leadsTo
    site.clock.pass(minutes: 1)
    return address
  }

  /// The association brings the two together.
  func brokered() -> String {
    broker.open("/introductions/new?broker=\(SeekWorld.association.id)")
    let fields = [
      ("broker", SeekWorld.association.id.text), ("one", SeekWorld.nhamatare.id.text),
      ("other", SeekWorld.clariva.id.text), ("message", "You should talk."), ("language", "en"), ("minutes", "30"),
    ]
    let address = broker.send(fields, to: "/introductions").leadsTo
    site.clock.pass(minutes: 1)
    return address
  }

  /// What an answer at an address gave.
  @discardableResult
  func answer(_ browser: Browser, _ address: String, _ fields: (String, String)...) -> Response {
    browser.open(address)
    return browser.send(fields, to: address + "/answer")
  }

  func passDays(_ days: Int) { site.clock.pass(minutes: days * 24 * 60) }

  func json(_ browser: Browser, _ address: String) -> String {
    browser.open(address + ".json", accepting: "application/json").text
  }
}
