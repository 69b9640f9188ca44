import SQL
import TestSupport
import Testing

@Suite("A transaction") struct SQLTransactionTests {
  private struct Change: Error {}

  private static let tables = """
    CREATE TABLE city (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''));
    CREATE TABLE visit (city BIGINT NOT NULL REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED);
    """

  private func cities(_ engine: Engine) throws -> any Database {
    let database = try engine.open()
    try database.transaction { session in
      try session.script(Self.tables)
      try session.run("INSERT INTO city (id, name) VALUES (\(1), \("Durban"))")
    }
    return database
  }

  private func count(_ database: any Database) throws -> Int { try database.ints("SELECT count(*) FROM city")[0] }

  @Test("is undone where its work throws, and the error is kept", arguments: Engine.allCases)
  func rollback(engine: Engine) throws {
    let database = try cities(engine)
    #expect(throws: Change.self) {
      try database.transaction { session in
        try session.run("INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))")
        throw Change()
      }
    }
    #expect(try count(database) == 1)
    try database.transaction { try $0.run("INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))") }
    #expect(try count(database) == 2)
  }

  @Test("throws where it cannot be kept, and keeps nothing", arguments: Engine.allCases)
  func failedCommit(engine: Engine) throws {
    let database = try cities(engine)
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { session in
        try session.run("INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))")
        try session.run("INSERT INTO visit (city) VALUES (\(99))")
      }
    }
    #expect(error?.reason == .constraint)
    #expect(try count(database) == 1)
  }

  @Test("tells what stood against it", arguments: Engine.allCases)
  func reasons(engine: Engine) throws {
    let database = try cities(engine)
    let refused: [(Statement, DatabaseError.Reason)] = [
      ("INSERT INTO city (id, name) VALUES (\(1), \("Maputo"))", .duplicate),
      ("INSERT INTO city (id, name) VALUES (\(2), \("Durban"))", .duplicate),
      ("INSERT INTO city (id, name) VALUES (\(2), \(""))", .constraint),
      ("INSERT INTO city (id, name) VALUES (\(2), \(String?.none))", .constraint),
      ("INSERT INTO nowhere (id) VALUES (\(2))", .other),
    ]
    for (statement, reason) in refused {
      let error = #expect(throws: DatabaseError.self) { try database.transaction { try $0.run(statement) } }
      #expect(error?.reason == reason, "\(statement.text)")
      #expect(error?.code.isEmpty == false)
    }
  }

  @Test("is not kept where a statement failed, even if its work goes on", arguments: Engine.allCases)
  func goingOn(engine: Engine) throws {
    let database = try cities(engine)
    var next: (any Error)?
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { session in
        try session.run("INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))")
        _ = try? session.run("INSERT INTO city (id, name) VALUES (\(2), \("Beira"))")
        do { try session.run("INSERT INTO city (id, name) VALUES (\(3), \("Beira"))") } catch { next = error }
      }
    }
    #expect(error?.reason == .duplicate)
    #expect(next is DatabaseError)
    #expect(try count(database) == 1)
  }

  @Test("cannot write where it only reads", arguments: Engine.allCases)
  func readOnly(engine: Engine) throws {
    let database = try cities(engine)
    let insert: Statement = "INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))"
    #expect(throws: DatabaseError.self) { try database.read { try $0.run(insert) } }
    #expect(try count(database) == 1)
    #expect(try database.transaction { try $0.run(insert) } == 1)
  }

  @Test("goes on after rows that were left half read", arguments: Engine.allCases)
  func halfRead(engine: Engine) throws {
    let database = try cities(engine)
    try database.transaction { session in
      let many: Statement =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n"
      for _ in 1...2 {
        #expect(throws: Change.self) { try session.each(many) { if try $0.int(0) == 700 { throw Change() } } }
      }
      try session.run("INSERT INTO city (id, name) VALUES (\(2), \("Maputo"))")
    }
    #expect(try count(database) == 2)
  }

  @Test("cannot be used once it is over", arguments: Engine.allCases)
  func leaked(engine: Engine) throws {
    let database = try cities(engine)
    var kept: (any Session)?
    try database.read { kept = $0 }
    #expect(throws: DatabaseError.self) { try kept?.run("DELETE FROM city") }
    #expect(try count(database) == 1)
  }
}
