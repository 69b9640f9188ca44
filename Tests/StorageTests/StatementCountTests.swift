import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("A page of a list") struct StatementCountTests {
  /// Twenty cities in a chain of partnerships, each with a need, a log and names in two languages.
  private func database(_ engine: Engine) throws -> any Database {
    let cities = (100..<120).map { number in
      Organisation(
        id: .number(number), kind: .localGovernment,
        name: Texts("Cidade \(number)", in: "pt", translations: ["fr": "Ville \(number)"]), country: "MZ",
        about: Texts("Something", in: "en"), languages: ["pt", "fr"], identifiers: [.init(.wikidata, "Q\(number)")])
    }
    return try world(engine) { session in
      for city in cities { try session.organisations.insert(city, at: noon) }
      for (number, city) in cities.dropLast().enumerated() {
        let parties = [Party(city.id), Party(cities[number + 1].id), Party(Bond.b)]
        try session.partnerships.insert(Bond.between(number, parties, .inferred), at: noon)
        let text = Texts("Visita", in: "pt", translations: ["fr": "Visite"])
        try session.log.insert(
          LogEntry(
            id: .number(number), partnership: .number(0), kind: .visit, day: noon.day, text: text,
            organisation: cities[0].id), at: noon)
        let need = Need(
          id: .number(number), organisation: city.id, title: text, problem: text,
          topic: Topic(themes: ["housing"], languages: ["pt"]), shelf: Shelf(.published(at: noon)))
        try session.needs.insert(need, at: noon)
        try session.outcomes.insert(
          Outcome(id: .number(number), partnership: .number(0), level: .output, title: text, about: text), at: noon)
      }
    }
  }

  @Test("takes as many statements for many as for few", arguments: Engine.allCases)
  func lists(engine: Engine) throws {
    try database(engine).read { session throws in
      func statements(_ read: (any Session, Span) throws -> Int) throws -> [Int] {
        try [2, 19].map { per in
          let counting = CountingSession(session)
          let read = try read(counting, Span(per: per))
          #expect(read == per)
          return counting.count
        }
      }
      #expect(try statements { try $0.organisations.list(by: .name, $1, in: "fr").items.count } == [2, 2])
      #expect(try statements { try $0.needs.list(by: .newest, $1, for: .visitor).items.count } == [4, 4])
      #expect(try statements { try $0.partnerships.list(by: .newest, $1, in: "fr").items.count } == [3, 3])
      #expect(try statements { try $0.log.of(.number(0), $1, for: .visitor).items.count } == [4, 4])
      let ids = { (span: Span) in (100..<100 + span.per).map { Organisation.ID.number($0) } }
      #expect(try statements { try $0.organisations.find(ids($1)).count } == [2, 2])
      let bonds = { (span: Span) in (0..<span.per).map { Partnership.ID.number($0) } }
      #expect(try statements { try $0.partnerships.find(bonds($1)).count } == [3, 3])
    }
  }

  @Test("takes four statements or fewer for an organisation with all its relations", arguments: Engine.allCases)
  func page(engine: Engine) throws {
    try database(engine).read { session throws in
      let counting = CountingSession(session)
      _ = try counting.organisations.require(Bond.b)
      let relations = try counting.relations.of(Bond.b, in: "fr")
      #expect(relations.count == 38 && relations.allSatisfy { $0.name.text.hasPrefix("Ville") })
      #expect(counting.count == 4)
    }
  }

  @Test("takes four statements or fewer for all results of a partnership", arguments: Engine.allCases)
  func results(engine: Engine) throws {
    try database(engine).read { session throws in
      let counting = CountingSession(session)
      #expect(try counting.outcomes.of(.number(0)).count == 19)
      #expect(counting.count <= 4)
    }
  }
}

/// A session that counts what it is asked.
final class CountingSession: Session {
  private let session: any Session
  private(set) var count = 0

  init(_ session: any Session) { self.session = session }

  func all(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
    count += 1
    try session.all(statement, body)
  }

  func each(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws {
    count += 1
    try session.each(statement, body)
  }

  func run(_ statement: Statement) throws -> Int {
    count += 1
    return try session.run(statement)
  }

  func script(_ text: String) throws { try session.script(text) }
}
