import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("The life of a partnership") struct LogTests {
  private func entry(
    _ number: Int, _ kind: LogEntry.Kind, _ days: Int, given: Int = 0, received: Int = 0, isPublic: Bool = true,
    of city: Organisation.ID = Bond.b
  ) -> LogEntry {
    LogEntry(
      id: .number(number), partnership: .number(1), kind: kind, day: noon.day.adding(days: days),
      text: Texts("Visita", in: "es", translations: ["en": "A visit"]), organisation: city,
      given: PeerDays(tenths: given) ?? .none, received: PeerDays(tenths: received) ?? .none, isPublic: isPublic)
  }

  private func viewer(of city: Organisation.ID) -> Viewer {
    let email = Email("someone@example.org").unsafelyUnwrapped
    return Viewer(Account(id: .number(1), email: email, person: amelia.id), roles: [city: .reader])
  }

  @Test("is a log, the latest day first, with lines for the parties alone", arguments: Engine.allCases)
  func log(engine: Engine) throws {
    let entries = [
      entry(1, .visit, -5, given: 25, received: 0), entry(2, .note, 3, isPublic: false, of: Bond.m),
      entry(3, .meeting, -1, given: 5, received: 100), entry(4, .handover, -5, received: 7, of: Bond.m),
    ]
    let database = try world(engine) { session in
      try session.partnerships.insert(Bond.whole(), at: noon)
      for entry in entries { try session.log.insert(entry, at: noon) }
    }
    try database.read { session throws in
      func numbers(_ viewer: Viewer) throws -> [Int] {
        let log = try session.log.of(.number(1), for: viewer)
        #expect(log.total == log.items.count)
        return log.items.map { Int($0.id.bits) }
      }
      #expect(try numbers(.visitor) == [3, 4, 1])
      #expect(try numbers(viewer(of: Bond.v)) == [3, 4, 1])
      #expect(try numbers(viewer(of: Bond.b)) == [2, 3, 4, 1])
      #expect(try numbers(.commandLine) == [2, 3, 4, 1])
      #expect(try session.log.find(.number(2), for: .visitor) == nil)
      for entry in entries { #expect(try session.log.find(entry.id, for: .commandLine) == entry) }
      #expect(
        try session.log.ledger(of: .number(1)) == [
          .init(Bond.m, given: 0, received: 7), .init(Bond.b, given: 30, received: 100),
        ])
      #expect(
        try session.log.of(.number(1), Span(page: 2, per: 2), for: .commandLine).items == [entries[3], entries[0]])
    }
  }

  @Test("shows its latest public sign wherever it is told of", arguments: Engine.allCases)
  func signs(engine: Engine) throws {
    let database = try world(engine) { try $0.partnerships.insert(Bond.whole(), at: noon) }
    func sign() throws -> Partnership.Sign? {
      try database.read { session in
        let brief = try session.partnerships.list(in: "en").items.first
        #expect(try session.relations.of(Bond.m, in: "en").first?.sign == brief?.sign)
        return brief?.sign
      }
    }
    #expect(try sign() == nil)
    let (visit, hidden, earlier) = (entry(1, .visit, -5), entry(2, .note, 3, isPublic: false), entry(3, .result, -9))
    try database.transaction { for entry in [visit, hidden, earlier] { try $0.log.insert(entry, at: noon) } }
    #expect(try sign() == .init(visit.day, .visit))
    try database.transaction { try $0.log.delete(visit) }
    #expect(try sign() == .init(earlier.day, .result))
    #expect(throws: Missing(visit.id)) { try database.transaction { try $0.log.delete(visit) } }
    try database.transaction { try $0.log.delete(earlier) }
    #expect(try sign() == nil)
  }

  @Test("has its money, each sum in its own currency", arguments: Engine.allCases)
  func money(engine: Engine) throws {
    let euros = Currency("EUR").unsafelyUnwrapped
    let gifts = [
      Contribution(
        id: .number(1), partnership: .number(1), kind: .disbursement, organisation: Bond.b,
        money: Money(minorUnits: 910_870_000_000, euros), day: noon.day, note: "First"),
      Contribution(
        id: .number(2), partnership: .number(1), kind: .inKind, organisation: nil,
        money: Money(minorUnits: -5, euros), day: noon.day, until: noon.day.adding(days: 9)),
    ]
    let database = try world(engine) { session in
      try session.partnerships.insert(Bond.whole(), at: noon)
      for gift in gifts { try session.contributions.insert(gift) }
    }
    #expect(try database.read { try $0.contributions.of(.number(1)) } == gifts)
    try database.transaction { try $0.contributions.delete(gifts[0]) }
    #expect(throws: Missing(gifts[0].id)) { try database.transaction { try $0.contributions.delete(gifts[0]) } }
    try database.transaction { try $0.partnerships.delete(.number(1)) }
    #expect(try database.ints("SELECT COUNT(*) FROM contribution") == [0])
  }
}
