import Actions
import Cooperation
import SQL
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("The same form sent twice at the same moment") struct OnceTests {
  /// Does `deed` while the same comes first from elsewhere, and gives back what both were told.
  private func twice<Result: Sendable>(
    _ database: any Database, _ deed: @escaping @Sendable (any Database) throws -> Result
  ) throws -> (Result, rival: Result) {
    let racing = RivalDatabase(database), first = Told<Result>()
    racing.next { first.tell(try? deed(database)) }
    let second = try deed(racing)
    return (second, try #require(first.result))
  }

  private final class Told<Result: Sendable>: Sendable {
    private let told = Mutex<Result?>(nil)
    var result: Result? { told.withLock { $0 } }
    func tell(_ result: Result?) { told.withLock { $0 = result } }
  }

  private func rows(_ database: any Database, _ statement: Statement) throws -> Int? {
    try database.read { session in try session.first(statement) { try $0.int(0) } }
  }

  private let durban = Talk.viewer(rui, [City.durban.id: .editor])

  @Test("begins one practice", arguments: Engine.allCases)
  func work(engine: Engine) throws {
    let database = try talking(engine), viewer = durban
    let practice = Practice(
      id: .number(7), organisation: City.durban.id, title: Texts("Drains", in: "en"), shelf: Shelf())
    let told = try twice(database) { try AddPractice(practice).run(on: $0.occasion(viewer)) }
    #expect(told.0 == told.rival && told.0.id == practice.id)
    #expect(try rows(database, "SELECT COUNT(*) FROM practice") == 1)
    #expect(try rows(database, "SELECT COUNT(*) FROM audit") == 1, "and it is on the trail once")
  }

  @Test("is told that it is another's word where the words differ", arguments: Engine.allCases)
  func otherWords(engine: Engine) throws {
    let database = try talking(engine), viewer = durban, racing = RivalDatabase(database)
    racing.next {
      let first = Practice(
        id: .number(7), organisation: City.durban.id, title: Texts("Drains", in: "en"), shelf: Shelf())
      _ = try? AddPractice(first).run(on: database.occasion(viewer))
    }
    let second = Practice(
      id: .number(7), organisation: City.durban.id, title: Texts("Gutters", in: "en"), shelf: Shelf())
    #expect(throws: Stale(second.id)) { try AddPractice(second).run(on: racing.occasion(viewer)) }
  }

  @Test("tells once how a practice was taken up", arguments: Engine.allCases)
  func adoption(engine: Engine) throws {
    let database = try talking(engine), viewer = durban
    let practice = Practice(
      id: .number(8), organisation: City.medellin.id, title: Texts("Roofs", in: "en"),
      shelf: Shelf(.published(at: noon)))
    try database.transaction { try $0.practices.insert(practice, at: noon) }
    let adoption = Adoption(
      id: .number(9), of: practice.id, by: City.durban.id, kept: Texts("All", in: "en"), worked: .yes,
      years: try Practice.Years(2020))
    let told = try twice(database) { try RecordAdoption(adoption).run(on: $0.occasion(viewer)) }
    #expect(told.0.id == adoption.id && told.0.revision == 1 && told.rival.revision == 1)
    #expect(try rows(database, "SELECT COUNT(*) FROM adoption") == 1)
  }

  @Test("asks once for an introduction", arguments: Engine.allCases)
  func introduction(engine: Engine) throws {
    let database = try talking(engine), request = try Talk.request()
    let told = try twice(database) { try $0.ask(5, request) }
    #expect(told.0 == told.rival)
    #expect(try rows(database, "SELECT COUNT(*) FROM introduction") == 1)
  }

  @Test("puts one organisation on record", arguments: Engine.allCases)
  func organisation(engine: Engine) throws {
    let database = try talking(engine), city = City.organisation(70, "Beira", "MZ", ["pt"])
    let told = try twice(database) { try AddOrganisation(city).run(on: $0.occasion(.commandLine)) }
    #expect(told.0 == told.rival && told.0.id == city.id)
  }
}
