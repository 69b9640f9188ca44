import SQL
import TestSupport
import Testing

@Suite("A statement") struct SQLStatementTests {
  @Test("binds what is interpolated, in order")
  func binding() {
    let statement: Statement = "SELECT name FROM city WHERE country = \("MZ") AND people > \(1000)"
    #expect(statement.text == "SELECT name FROM city WHERE country = $1 AND people > $2")
    #expect(statement.values == [.text("MZ"), .integer(1000)])
  }

  @Test("takes in others and counts anew")
  func nesting() {
    let inner: Statement = "b = \(2) AND price = '$' || \(3)"
    let outer: Statement = "SELECT \(1) WHERE \(inner) AND \(Statement.none)c = \(4)"
    #expect(outer.text == "SELECT $1 WHERE b = $2 AND price = '$' || $3 AND c = $4")
    #expect(outer.values == [.integer(1), .integer(2), .integer(3), .integer(4)])
  }

  @Test("takes in one with more than nine values")
  func manyValues() {
    let inner: Statement = "x IN (\(list: Array(1...12)))"
    let outer: Statement = "\(0) \(inner) \(13)"
    #expect(outer.text == "$1 x IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) $14")
    #expect(outer.values == (0...13).map { .integer($0) })
  }

  @Test("is joined from parts")
  func joining() {
    let parts: [Statement] = ["a = \(1)", "b = \(2)", "c"]
    #expect(parts.joined(by: " AND ").text == "a = $1 AND b = $2 AND c")
    #expect([Statement]().joined(by: ", ").text == "")
  }

  @Test("finds what is in a list, and nothing in an empty one", arguments: Engine.allCases)
  func lists(engine: Engine) throws {
    let database = try engine.open()
    try database.transaction { session in
      try session.script("CREATE TABLE city (name TEXT, people BIGINT)")
      for (name, people) in [("Durban", 1), ("Medellín", 2), ("Maputo", 3)] {
        try session.run("INSERT INTO city (name, people) VALUES (\(name), \(people))")
      }
    }
    try database.read { session throws in
      let names = ["Medellín", "Maputo", "x'; --"]
      let found: Statement = "SELECT name FROM city WHERE name IN (\(list: names)) ORDER BY people"
      #expect(try session.texts(found) == ["Medellín", "Maputo"])
      #expect(try session.texts("SELECT name FROM city WHERE people IN (\(list: [1, 3]))").count == 2)
      #expect(try session.texts("SELECT name FROM city WHERE name IN (\(list: [String]()))").isEmpty)
      #expect(try session.texts("SELECT name FROM city WHERE people IN (\(list: [Int]()))").isEmpty)
    }
  }

  @Test("can be run within its own rows", arguments: Engine.allCases)
  func withinItself(engine: Engine) throws {
    try engine.open().read { session throws in
      let three: Statement = "SELECT i FROM (SELECT 1 AS i UNION ALL SELECT 2 UNION ALL SELECT 3) AS n ORDER BY i"
      var pairs: [String] = []
      try session.each(three) { outer in
        let first = try outer.int(0)
        try session.each(three) { pairs.append("\(first)\(try $0.int(0))") }
      }
      #expect(pairs == ["11", "12", "13", "21", "22", "23", "31", "32", "33"])
    }
  }

  @Test("may be one of very many", arguments: Engine.allCases)
  func many(engine: Engine) throws {
    try engine.open().read { session throws in
      for count in [1...300, 1...3].joined() {
        #expect(try session.ints("SELECT 1 WHERE \(count) IN (\(list: Array(1...count)))") == [1])
      }
    }
  }

  @Test("tells how many rows it changed", arguments: Engine.allCases)
  func counts(engine: Engine) throws {
    try engine.open().transaction { session throws in
      #expect(try session.run("CREATE TABLE t (i BIGINT PRIMARY KEY)") == 0)
      #expect(try session.run("INSERT INTO t (i) VALUES (1), (2), (3)") == 3)
      #expect(try session.run("CREATE TABLE u (i BIGINT)") == 0)
      #expect(try session.run("UPDATE t SET i = i + 10 WHERE i > \(1)") == 2)
      #expect(try session.run("INSERT INTO t (i) VALUES (\(1)) ON CONFLICT (i) DO NOTHING") == 0)
      #expect(try session.run("DELETE FROM t") == 3)
    }
  }

  @Test("answers what it has inserted", arguments: Engine.allCases)
  func returning(engine: Engine) throws {
    try engine.open().transaction { session throws in
      try session.script("CREATE TABLE t (name TEXT PRIMARY KEY, n BIGINT NOT NULL)")
      let counted: Statement = """
        INSERT INTO t (name, n) VALUES (\("a"), \(1))
        ON CONFLICT (name) DO UPDATE SET n = t.n + excluded.n RETURNING n
        """
      #expect(try session.ints(counted) == [1])
      #expect(try session.ints(counted) == [2])
    }
  }

  @Test("says what is wrong with it", arguments: Engine.allCases)
  func mistakes(engine: Engine) throws {
    let database = try engine.open()
    let error = #expect(throws: DatabaseError.self) {
      _ = try database.ints("SELECT nothing FROM nowhere")
    }
    #expect(error?.description.contains("nowhere") == true)
    #expect(error?.reason == .other)
  }
}
