import SQL
import Synchronization
import TestSupport
import Testing

@Suite("Many threads on one database") struct SQLThreadTests {
  private func counter(_ database: any Database) throws {
    try database.transaction { session in
      try session.script("CREATE TABLE counter (name TEXT PRIMARY KEY, n BIGINT NOT NULL)")
      try session.run("INSERT INTO counter (name, n) VALUES (\("a"), \(0)), (\("b"), \(0))")
    }
  }

  @Test("lose nothing of what they write", arguments: Engine.allCases)
  func writes(engine: Engine) throws {
    try engine.shared { database in
      try counter(database)
      try onThreads(8) { _ in
        for _ in 1...25 {
          try database.transaction { session in
            let n = try session.ints("SELECT n FROM counter WHERE name = \("a")")[0]
            try session.run("UPDATE counter SET n = \(n + 1) WHERE name = \("a")")
          }
        }
      }
      #expect(try database.ints("SELECT sum(n) FROM counter") == [200])
    }
  }

  @Test("do not break a rule over two rows that each could break alone", arguments: Engine.allCases)
  func skew(engine: Engine) throws {
    try engine.shared { database in
      try counter(database)
      try onThreads(8) { number in
        try database.transaction { session in
          guard try session.ints("SELECT sum(n) FROM counter") == [0] else { return }
          try session.run("UPDATE counter SET n = 1 WHERE name = \(number % 2 == 0 ? "a" : "b")")
        }
      }
      #expect(try database.ints("SELECT sum(n) FROM counter") == [1])
    }
  }

  @Test("each see one unchanging state while another writes", arguments: Engine.allCases)
  func snapshots(engine: Engine) throws {
    try engine.shared { database in
      try counter(database)
      let isWriting = Atomic(true)
      let views = Atomic(0)
      try onThreads(4) { number in
        if number == 0 {
          defer { isWriting.store(false, ordering: .sequentiallyConsistent) }
          for _ in 1...50 {
            try database.transaction { session in
              try session.run("UPDATE counter SET n = n + 1 WHERE name = \("a")")
              try session.run("UPDATE counter SET n = n - 1 WHERE name = \("b")")
            }
          }
        }
        repeat {
          try database.read { session throws in
            let first = try session.ints("SELECT n FROM counter ORDER BY name")
            let second = try session.ints("SELECT n FROM counter ORDER BY name")
            #expect(first == second && first.reduce(0, +) == 0)
          }
          views.add(1, ordering: .relaxed)
        } while isWriting.load(ordering: .sequentiallyConsistent)
      }
      #expect(views.load(ordering: .relaxed) >= 4)
    }
  }

  @Test("wait their turn to be alone", arguments: Engine.allCases)
  func alone(engine: Engine) throws {
    try engine.setting { setting in
      let databases = try (0..<2).map { _ in try openDatabase(setting) }
      defer { databases.forEach { $0.close() } }
      try onThreads(4) { number in
        try databases[number % 2].alone { session in
          try session.script("CREATE TABLE IF NOT EXISTS made (n BIGINT)")
          if try session.ints("SELECT n FROM made").isEmpty {
            try session.run("INSERT INTO made (n) VALUES (\(number))")
          }
        }
      }
      #expect(try databases[0].ints("SELECT n FROM made").count == 1)
    }
  }

  @Test("do not grow with the rows that they read", arguments: Engine.allCases)
  func streaming(engine: Engine) throws {
    let count = 100_000
    let many: Statement = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
      SELECT i, 'a text that is the same in every row of this long list' FROM n
      """
    try engine.shared { database in
      var (rows, sum) = (0, 0)
      try database.read { session throws in
        try session.each(many) { row in
          rows += 1
          sum += try row.int(0)
        }
      }
      #expect(rows == count && sum == count * (count + 1) / 2)
    }
  }
}
