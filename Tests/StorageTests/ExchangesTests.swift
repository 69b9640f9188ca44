import Cooperation
import Methods
import SQL
import Storage
import TestSupport
import Testing

@Suite("Exchanges") struct ExchangesTests {
  private let stranger = Person(id: .number(3), name: "S. Tranger")

  private func room(_ number: Int, isPublic: Bool, host: Organisation.ID = Bond.d) throws -> Room {
    let method = try #require(Methods.Library.method("learning-checklist"))
    let clock = try #require(method.clocks.sorted { $0.rawValue < $1.rawValue }.first)
    let opening = Exchange.Opening(
      id: .number(number), method: method.id, version: method.version, title: "Exchange \(number) ' --", host: host,
      parties: [Bond.i, Bond.v], clock: clock, language: "pt", convenor: amelia.id, at: noon.adding(minutes: number))
    return try Room(opening, under: method, isPublic: isPublic, invitation: "secret-\(number)")
  }

  private func viewer(_ person: Person, _ roles: [Organisation.ID: Account.Role] = [:]) -> Viewer {
    let email = Email("a\(person.id.bits)@example.org").unsafelyUnwrapped
    return Viewer(Account(id: .number(1), email: email, person: person.id), roles: roles)
  }

  /// Three exchanges: 1 runs, 2 was left in public, 3 is host's own; Rui takes part in the first.
  private func database(_ engine: Engine) throws -> any Database {
    let joined = try room(1, isPublic: false).taking(
      .join(.init(rui.id, of: Bond.i, name: rui.name)), by: rui.id, at: noon.adding(minutes: 2), token: "first")
    let (open, own) = (try room(2, isPublic: true), try room(3, isPublic: false, host: Bond.m))
    return try world(engine) { session in
      try session.people.insert(stranger)
      for room in [joined, open, own] { try session.exchanges.insert(room) }
    }
  }

  @Test("are told again from their journal as they were", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let database = try database(engine)
    let first = try database.read { try $0.exchanges.require(.number(1), for: .commandLine, on: noon.day).0 }
    #expect(first.exchange.participant(rui.id)?.organisation == Bond.i)
    #expect(first.exchange.opening == (try room(1, isPublic: false).exchange.opening))
    let then = try first.taking(
      .join(.init(amelia.id, of: Bond.v, name: "A")), by: amelia.id, at: noon.adding(minutes: 3))
    try database.transaction { try $0.exchanges.append(then, from: first.exchange.count) }
    try database.read { session throws in
      let again = try session.exchanges.require(.number(1), for: .commandLine, on: noon.day).0
      #expect(again.exchange == then.exchange && again.journal == then.journal)
      #expect(try session.exchanges.steps(of: .number(1)) == 2)
      #expect(try session.exchanges.steps(of: .number(9)) == nil)
      #expect(try session.exchanges.require(.number(1), invitation: "secret-1").id == .number(1))
      for wrong in ["", "secret-2", "' OR 1=1 --"] {
        #expect(throws: Missing(Exchange.ID.number(1))) {
          try session.exchanges.require(.number(1), invitation: wrong)
        }
      }
    }
    // Someone else has gone on from the same step.
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { try $0.exchanges.append(then, from: first.exchange.count) }
    }
    #expect(error?.reason == .duplicate)
  }

  @Test("are listed for exactly those who may open them", arguments: Engine.allCases)
  func visibility(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session in
      let mandate = try Mandate(
        id: .number(1), person: stranger.id, organisation: Bond.m, role: .expert, title: "", from: noon.day,
        until: noon.day)
      try session.mandates.insert(mandate)
    }
    let viewers = [
      Viewer.visitor, .commandLine, viewer(amelia), viewer(rui), viewer(stranger), viewer(stranger, [Bond.v: .reader]),
      viewer(stranger, [Bond.d: .owner]), viewer(stranger, [Bond.b: .owner]),
    ]
    func numbers(_ viewer: Viewer, on day: Day) throws -> Set<Int> {
      try database.read { session throws in
        let listed = try session.exchanges.list(for: viewer, on: day)
        #expect(listed.total == listed.items.count)
        let opened = try (1...3).filter { try session.exchanges.find(.number($0), for: viewer, on: day) != nil }
        #expect(listed.items.map { Int($0.id.bits) }.sorted() == opened)
        return Set(opened)
      }
    }
    #expect(
      try viewers.map { try numbers($0, on: noon.day) }
        == [[], [1, 2, 3], [1, 2, 3], [1], [3], [1, 2, 3], [1, 2, 3], [3]])
    #expect(try numbers(viewer(stranger), on: noon.day.adding(days: 1)) == [])
  }

  @Test("leave documents that are found by their fingerprint, with who signed", arguments: Engine.allCases)
  func documents(engine: Engine) throws {
    let digest = try #require(Digest(String(repeating: "0a", count: 32)))
    let document = FrozenDocument(
      id: .number(1), exchange: .number(1), output: "report-back", title: "T", language: "pt", text: "O que foi dito",
      digest: digest, frozen: noon)
    let signature = SignOff(
      person: rui.id, organisation: Bond.i, name: "Rui", title: "Prefeito", role: .politicalLeader, at: noon)
    let database = try database(engine)
    try database.transaction { session in
      try session.documents.insert(document)
      try session.documents.sign(document.id, signature)
    }
    try database.read { session throws in
      #expect(try session.documents.find(digest) == document)
      #expect(try session.documents.find("report-back", of: .number(1)) == document)
      #expect(try session.documents.find("report-back", of: .number(2)) == nil)
      #expect(try session.documents.signatures(under: document.id) == [signature])
    }
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { try $0.documents.sign(document.id, signature) }
    }
    #expect(error?.reason == .duplicate)
  }
}
