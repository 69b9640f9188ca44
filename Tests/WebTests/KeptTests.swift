import Cooperation
import HTTP
import SQL
import Storage
import Synchronization
import TestSupport
import Testing
import Web

@Suite("What is kept for the next who asks") struct KeptTests {
  private func get(_ site: TestSite, _ path: String, _ query: Fields = [:], accepting: String) -> String {
    site.get(path, headers: ["accept": "text/html", "accept-language": accepting], query: query).text
  }

  @Test("is in the language of whoever asks, whatever else their address says")
  func languages() throws {
    let site = try SeekWorld(signedIn: false).site
    for nonsense in ["xx", "pt-", ""] {
      let query: Fields = ["lang": nonsense]
      #expect(get(site, "/needs", query, accepting: "fr").contains("lang=\"fr\""), "\(nonsense)")
      #expect(get(site, "/needs", query, accepting: "es").contains("lang=\"es\""), "\(nonsense)")
      #expect(get(site, "/needs", query, accepting: "fr").contains("<html lang=\"fr\""), "\(nonsense)")
    }
    #expect(get(site, "/needs", ["lang": "pt-BR"], accepting: "fr").contains("<html lang=\"pt\""))
    #expect(get(site, "/needs", ["lang": "pt-BR"], accepting: "es").contains("<html lang=\"pt\""))
    let cookie: Headers = ["accept": "text/html", "accept-language": "es", "cookie": "lang=zz"]
    #expect(site.get("/needs", headers: cookie).text.contains("<html lang=\"es\""))
  }

  @Test("is never a page that says no more than that something is being gathered")
  func gathering() throws {
    try Engine.sqlite.setting { setting in
      let asking = AskingDatabase(try openDatabase(setting))
      let site = try TestSite(wrapping: { _ in asking })
      let early = Mutex("")
      // While the first who asks gathers the practices, another asks.
      asking.whenAsked(for: "FROM practice") { early.withLock { $0 = site.get("/circles").text } }
      let first = site.get("/circles").text
      #expect(early.withLock { $0 }.contains("are being gathered"))
      #expect(!first.contains("are being gathered") && !site.get("/circles").text.contains("are being gathered"))
      asking.close()
    }
  }

  @Test("is given to a reader who still sees the database as it was before, and not made anew")
  func older() throws {
    try Engine.sqlite.shared { database in
      try migrate(database, at: SeekWorld.moment)
      let keeper = MatchKeeper(), day = SeekWorld.moment.day
      try database.transaction { try $0.organisations.insert(SeekWorld.clariva, at: SeekWorld.moment) }
      try database.read { old in
        #expect(try keeper.index(old, on: day)?.count == 0)
        try database.transaction { session in
          try session.practices.insert(
            Practice(
              id: .init(bits: 41), organisation: SeekWorld.clariva.id, title: Texts("Drains", in: "en"),
              story: Texts("We did it.", in: "en"), topic: Topic(themes: ["drainage-and-floods"], languages: ["en"]),
              shelf: Shelf(.published(at: SeekWorld.moment))), at: SeekWorld.moment)
        }
        let new = try database.read { try keeper.index($0, on: day) }
        let again = try keeper.index(old, on: day)
        #expect(new?.count == 1 && again?.count == 1 && again?.version == new?.version)
      }
    }
  }

  @Test("of a table or a feed is asked for anew on another day, and in another language")
  func marks() throws {
    let site = try SeekWorld(signedIn: false).site
    func mark(_ path: String, _ language: String = "en") -> String? {
      site.get(path, headers: ["accept-language": language])[header: "ETag"]
    }
    for path in ["/needs.csv", "/needs.atom"] {
      let today = try #require(mark(path)), headers: Headers = ["if-none-match": today]
      #expect(site.get(path, headers: headers).status == 304, "\(path)")
      #expect((mark(path, "fr") == today) == path.hasSuffix("csv"), "\(path)")
      site.clock.pass(minutes: 24 * 60)
      #expect(site.get(path, headers: headers).status == 200, "\(path)")
      let modified = try #require(site.get(path)[header: "Last-Modified"])
      #expect(site.get(path, headers: ["if-modified-since": modified]).status == 304, "\(path)")
      site.clock.pass(minutes: 24 * 60)
      #expect(site.get(path, headers: ["if-modified-since": modified]).status == 200, "\(path)")
    }
  }
}

@Suite("A filter") struct FilterTests {
  @Test("that is said hundreds of times is said once, and one of hundreds of values is refused in words")
  func repeated() throws {
    let site = try SeekWorld(signedIn: false).site
    let same = Fields((0..<1500).map { _ in .init("region", "002") })
    #expect(site.get("/organisations.json", query: same).status == 200)
    #expect(site.get("/organisations.json", query: ["region": "002"]).text.contains("Nhamatare"))
    let many = Fields((0..<1500).map { .init("target", "\(1 + $0 % 17).\(1 + $0 / 17)") })
    let refused = site.get("/needs.json", query: many)
    #expect(refused.status == 422 && refused.text.contains("too-many-values"))
  }
}

/// A database that says when a statement is about to be asked for the first time.
private final class AskingDatabase: Database {
  private let base: any Database
  private let waiting = Mutex<(words: String, deed: @Sendable () -> Void)?>(nil)

  init(_ base: any Database) { self.base = base }

  func whenAsked(for words: String, _ deed: @escaping @Sendable () -> Void) { waiting.withLock { $0 = (words, deed) } }

  fileprivate func isAsked(_ statement: Statement) {
    let deed = waiting.withLock { waiting -> (@Sendable () -> Void)? in
      guard let (words, deed) = waiting, statement.text.contains(words) else { return nil }
      waiting = nil
      return deed
    }
    deed?()
  }

  var dialect: Dialect { base.dialect }
  func version() throws -> String { try base.version() }
  func backup(to path: String) throws { try base.backup(to: path) }
  func close() { base.close() }
  func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result { try base.transaction(body) }
  func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result { try base.alone(body) }
  func read<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    try base.read { try body(Asking(session: $0, database: self)) }
  }

  private struct Asking: Session {
    let session: any Session
    let database: AskingDatabase

    func all(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
      database.isAsked(statement)
      try session.all(statement, body)
    }

    func each(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
      database.isAsked(statement)
      try session.each(statement, body)
    }

    func run(_ statement: Statement) throws -> Int { try session.run(statement) }
    func script(_ text: String) throws { try session.script(text) }
  }
}
