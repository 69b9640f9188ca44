import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Practices taken up elsewhere") struct AdoptionsTests {
  private func practice(_ number: Int, of city: Organisation, _ shelf: Shelf = Shelf(.published(at: noon))) -> Practice
  {
    Practice(id: .number(number), organisation: city.id, title: Texts("Practice \(number)", in: "en"), shelf: shelf)
  }

  private func adoption(
    _ number: Int, of practice: Int, by city: Organisation, as told: Int? = nil, began: Int = 2020
  ) throws -> Adoption {
    Adoption(
      id: .number(number), of: .number(practice), by: city.id,
      kept: Texts("Guardado", in: "pt", translations: ["en": "Kept"]), results: Texts("Result", in: "en"),
      worked: .no, years: try Practice.Years(began, to: began + 1), toldAs: told.map { .number($0) })
  }

  /// Durban's practice went to Medellín, from there to Inhambane, and to Vitória, whose own practice is a draft.
  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      for practice in [
        practice(1, of: City.durban), practice(2, of: City.medellin), practice(3, of: City.inhambane),
        practice(4, of: City.vitoria, Shelf()),
      ] { try session.practices.insert(practice, at: noon) }
      for adoption in [
        try adoption(1, of: 1, by: City.medellin, as: 2), try adoption(2, of: 2, by: City.inhambane, as: 3),
        try adoption(3, of: 1, by: City.vitoria, as: 4, began: 2010), try adoption(4, of: 4, by: City.barcelona),
      ] { try session.adoptions.insert(adoption, at: noon) }
    }
  }

  @Test("come back as they went in, and are changed by whoever saw the latest change", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let database = try database(engine)
    let first = try adoption(1, of: 1, by: City.medellin, as: 2)
    #expect(try database.read { try $0.adoptions.find(first.id) } == first)
    #expect(try database.read { try $0.adoptions.of(.number(1), by: City.medellin.id) } == first)
    var changed = first
    (changed.kept, changed.dropped, changed.worked) = (nil, Texts("Tudo", in: "pt"), .yes)
    try database.transaction { try $0.adoptions.update(changed, at: noon) }
    changed.revision = 2
    #expect(try database.read { try $0.adoptions.require(first.id) } == changed)
    #expect(throws: Stale(first.id)) { try database.transaction { try $0.adoptions.update(first, at: noon) } }
    #expect(throws: Missing(Adoption.ID.number(9))) { try database.read { try $0.adoptions.require(.number(9)) } }
  }

  @Test("make a tree, told from its first practice wherever one looks", arguments: Engine.allCases)
  func family(engine: Engine) throws {
    try database(engine).read { session throws in
      for practice in 1...3 {
        let family = try #require(try session.adoptions.family(of: .number(practice), for: .visitor))
        #expect(
          family.members.map(\.organisation)
            == [City.durban.id, City.vitoria.id, City.medellin.id, City.inhambane.id], "from \(practice)")
        #expect(family.members.map(\.depth) == [0, 1, 1, 2] && family.members.map(\.parent) == [nil, 0, 0, 2])
        #expect(family.members[1].practice == nil, "a draft is told to nobody else")
      }
      let all = try #require(try session.adoptions.family(of: .number(1), for: .commandLine))
      #expect(all.members.count == 5 && all.members[2].organisation == City.barcelona.id)
      #expect(throws: Missing.self) { try session.adoptions.family(of: .number(4), for: .visitor) }
      #expect(try session.adoptions.ancestors(of: .number(3)).map { Int($0.bits) } == [2, 1])
    }
  }

  @Test("are claimed, then confirmed or disputed by the author, who is asked", arguments: Engine.allCases)
  func voices(engine: Engine) throws {
    let database = try database(engine)
    func say(_ stance: Claim.Stance, _ city: Organisation, minutes: Int) throws {
      let voice = Claim.Voice(
        organisation: city.id, stance: stance, reason: stance == .disputes ? "no" : "", person: amelia.id,
        at: noon.adding(minutes: minutes))
      try database.transaction { try $0.adoptions.hear(voice, on: .number(1)) }
    }
    let email = Email("someone@example.org").unsafelyUnwrapped
    let author = Viewer(
      Account(id: .number(1), email: email, person: amelia.id), roles: [City.durban.id: .editor])
    func asked() throws -> [Int] {
      try database.read { try $0.adoptions.pending(for: author).items.map { Int($0.bits) } }
    }
    func claim() throws -> [String] {
      try database.texts("SELECT claim FROM adoption WHERE id = \(Adoption.ID.number(1))")
    }
    #expect(try claim() == ["silent"])
    try say(.claims, City.medellin, minutes: 1)
    #expect(try claim() == ["claimed"] && asked().contains(1))
    try say(.confirms, City.durban, minutes: 2)
    #expect(try claim() == ["confirmed"] && !asked().contains(1))
    try say(.claims, City.medellin, minutes: 3)
    #expect(try asked().contains(1), "what was told anew is asked anew")
    try say(.disputes, City.durban, minutes: 4)
    #expect(try claim() == ["disputed"] && !asked().contains(1))
  }

  @Test("are told once by each city", arguments: Engine.allCases)
  func once(engine: Engine) throws {
    let database = try database(engine)
    #expect(throws: DatabaseError.self) {
      try database.transaction { session in
        try session.adoptions.insert(try adoption(7, of: 1, by: City.medellin), at: noon)
      }
    }
  }
}
