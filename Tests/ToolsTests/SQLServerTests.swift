import SQL
import TestSupport
import Testing

@Suite("A database on a server", .enabled(if: Engine.allCases.contains(.postgres))) struct SQLServerTests {
  private func end(_ process: Int, of database: any Database) throws {
    #expect(try database.ints("SELECT pg_terminate_backend(CAST(\(process) AS INTEGER))") == [1])
  }

  @Test("is found again after its server dropped us")
  func reconnecting() throws {
    try Engine.postgres.setting { setting in
      let (database, other) = (try openDatabase(setting), try openDatabase(setting))
      let process: Statement = "SELECT pg_backend_pid() WHERE 1 = \(1)"
      let first = try database.ints(process)[0]
      try end(first, of: other)
      #expect(try database.ints(process) != [first])
    }
  }

  @Test("says that it is lost within a transaction, and keeps nothing of it")
  func loss() throws {
    try Engine.postgres.setting { setting in
      let (database, other) = (try openDatabase(setting), try openDatabase(setting))
      try database.transaction { try $0.script("CREATE TABLE t (i BIGINT)") }
      let error = #expect(throws: DatabaseError.self) {
        try database.transaction { session in
          try session.run("INSERT INTO t (i) VALUES (\(1))")
          try end(session.ints("SELECT pg_backend_pid()")[0], of: other)
          try session.run("INSERT INTO t (i) VALUES (\(2))")
        }
      }
      #expect(error?.reason == .lost)
      #expect(try database.ints("SELECT count(*) FROM t") == [0])
    }
  }

  @Test("is written to after another has changed its tables")
  func outdated() throws {
    try Engine.postgres.setting { setting in
      let (database, other) = (try openDatabase(setting), try openDatabase(setting))
      try database.transaction { try $0.script("CREATE TABLE t (i BIGINT)") }
      let insert: Statement = "INSERT INTO t (i) VALUES (\(1)) RETURNING t"
      try database.transaction { _ = try $0.texts(insert) }
      try other.transaction { try $0.script("ALTER TABLE t ADD COLUMN j BIGINT; ALTER TABLE t ALTER i TYPE TEXT") }
      try database.transaction { _ = try $0.texts(insert) }
      #expect(try database.ints("SELECT count(*) FROM t") == [2])
    }
  }

  @Test("is read from a replica where there is one")
  func replica() throws {
    try Engine.postgres.setting { primary in
      try Engine.postgres.setting { replica in
        for (setting, name) in [(primary, "primary"), (replica, "replica")] {
          try openDatabase(setting).transaction { session in
            try session.script("CREATE TABLE t (name TEXT)")
            try session.run("INSERT INTO t (name) VALUES (\(name))")
          }
        }
        let database = try openDatabase(primary, read: replica)
        #expect(try database.texts("SELECT name FROM t") == ["replica"])
        #expect(try database.transaction { try $0.texts("SELECT name FROM t") } == ["primary"])
      }
    }
  }

  @Test("says that it cannot be reached")
  func unreachable() throws {
    let error = #expect(throws: DatabaseError.self) { try openDatabase("postgresql://nobody@127.0.0.1:1/city") }
    #expect(error?.reason == .lost)
  }

  @Test("leaves copies to its own tools")
  func backup() throws {
    let database = try Engine.postgres.open()
    #expect(throws: DatabaseError.self) { try database.backup(to: "copy.db") }
  }
}
