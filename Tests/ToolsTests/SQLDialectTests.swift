import SQL
import TestSupport
import Testing

@Suite("One SQL text") struct SQLDialectTests {
  @Test("gives the same answer on either engine", arguments: Engine.allCases)
  func functions(engine: Engine) throws {
    let answers: [(Statement, String?)] = [
      ("SELECT greatest(1, 3, NULL, 2)", "3"), ("SELECT least(2.5, 1.5, NULL)", "1.5"),
      ("SELECT greatest('ab', 'b', 'a')", "b"), ("SELECT least('b', 'ab')", "ab"),
      ("SELECT greatest(CAST(NULL AS BIGINT), NULL)", nil),
      ("SELECT lower('ÉCOLE ΑΘΗΝΑ МОСКВА')", "école αθηνα москва"), ("SELECT upper('são tomé')", "SÃO TOMÉ"),
      ("SELECT lower(CAST(NULL AS TEXT))", nil),
      ("SELECT string_agg(t, ', ') FROM (SELECT 'a' AS t UNION ALL SELECT 'b' UNION ALL SELECT NULL) AS x", "a, b"),
      ("SELECT string_agg(t, ', ') FROM (SELECT CAST(NULL AS TEXT) AS t) AS x", nil),
      ("SELECT CASE WHEN 'Abc' LIKE 'a%' THEN 'yes' ELSE 'no' END", "no"),
      ("SELECT coalesce(sum(x), 0) FROM (SELECT 1 AS x WHERE 1 = 0) AS y", "0"),
      ("SELECT 'a' || 'b'", "ab"), ("SELECT \"n\" FROM (SELECT 5 AS n) AS x", "5"),
    ]
    try engine.open().read { session throws in
      for (statement, answer) in answers {
        let found = try session.rows(statement) { $0.textIfAny(0) }
        #expect(found == [answer], "\(statement.text)")
      }
    }
  }

  @Test("aggregates each group on its own", arguments: Engine.allCases)
  func groups(engine: Engine) throws {
    let text: Statement = """
      SELECT string_agg(t, '+') FROM (SELECT 1 AS k, 'a' AS t UNION ALL SELECT 2, 'é' UNION ALL SELECT 1, 'c') AS x
      GROUP BY k ORDER BY k
      """
    #expect(try engine.open().texts(text) == ["a+c", "é"])
  }

  @Test("does not take a name in quotes for a text", arguments: Engine.allCases)
  func quotedNames(engine: Engine) throws {
    let database = try engine.open()
    #expect(throws: DatabaseError.self) { try database.texts("SELECT \"no such\"") }
  }

  @Test("says which engine it speaks to", arguments: Engine.allCases)
  func dialect(engine: Engine) throws {
    let database = try engine.open()
    #expect(database.dialect.slug == engine.rawValue)
    #expect(try database.version().contains("SQL"))
  }
}
