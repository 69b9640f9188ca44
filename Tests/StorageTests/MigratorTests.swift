import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Bringing a schema up to date") struct MigratorTests {
  private let now = Instant(microseconds: 1_795_000_000_000_000)

  private func migrator(_ files: KeyValuePairs<String, String>) -> Migrator {
    Migrator(files.compactMap { Migration.Text(path: "Migrations/" + $0.key, text: $0.value) })
  }

  private var two: Migrator {
    migrator([
      "0002-need.sql": "CREATE TABLE need (city TEXT REFERENCES city (id)); INSERT INTO need (city) VALUES ('durban');",
      "0001-city.sql": "CREATE TABLE city (id TEXT PRIMARY KEY); INSERT INTO city (id) VALUES ('durban');",
      "notes.txt": "Not SQL.",
    ])
  }

  @Test("takes every step once, in order, and says which", arguments: Engine.allCases)
  func order(engine: Engine) throws {
    let database = try engine.open()
    #expect(try two.pending(on: database) == ["0001-city", "0002-need"])
    #expect(try two.run(on: database, at: now) == ["0001-city", "0002-need"])
    #expect(try two.run(on: database, at: now) == [])
    #expect(try database.texts("SELECT city FROM need") == ["durban"])
    #expect(try database.texts("SELECT DISTINCT applied_at FROM migration") == [now.description])
  }

  @Test("goes on from where it was", arguments: Engine.allCases)
  func later(engine: Engine) throws {
    let database = try engine.open()
    let one = migrator(["0001-city.sql": "CREATE TABLE city (id TEXT PRIMARY KEY)"])
    #expect(try one.run(on: database, at: now) == ["0001-city"])
    #expect(try two.pending(on: database) == ["0002-need"])
  }

  @Test("keeps nothing of a step that fails, and all before it", arguments: Engine.allCases)
  func failure(engine: Engine) throws {
    let database = try engine.open()
    let broken = migrator([
      "0001-city.sql": "CREATE TABLE city (id TEXT)", "0002-need.sql": "CREATE TABLE need (id TEXT); CREATE NONSENSE",
    ])
    #expect(throws: DatabaseError.self) { try broken.run(on: database, at: now) }
    #expect(try database.texts("SELECT name FROM migration") == ["0001-city"])
    #expect(throws: DatabaseError.self) { try database.texts("SELECT id FROM need") }
  }

  @Test("gives each engine its own text where there are two", arguments: Engine.allCases)
  func pairs(engine: Engine) throws {
    let database = try engine.open()
    let pair = migrator([
      "0001-word.sqlite.sql": "CREATE TABLE word (text TEXT); INSERT INTO word (text) VALUES ('sqlite')",
      "0001-word.postgres.sql": "CREATE TABLE word (text TEXT); INSERT INTO word (text) VALUES ('postgres')",
    ])
    #expect(try pair.run(on: database, at: now) == ["0001-word"])
    #expect(try database.texts("SELECT text FROM word") == [engine.rawValue])
    let half = migrator(["0001-word.sqlite.sql": "SELECT 1"])
    #expect(half.steps[0].text(for: .postgres) == nil)
  }

  @Test("leaves a database alone that is newer than the program", arguments: Engine.allCases)
  func newer(engine: Engine) throws {
    let database = try engine.open()
    try #require(try two.run(on: database, at: now).count == 2)
    let older = migrator(["0001-city.sql": "", "0003-other.sql": "CREATE TABLE other (id TEXT)"])
    let error = #expect(throws: DatabaseError.self) { try older.run(on: database, at: now) }
    #expect(error?.description.contains("0002-need") == true)
    #expect(throws: DatabaseError.self) { try database.texts("SELECT id FROM other") }
  }

  @Test("is done once where several processes begin together", arguments: Engine.allCases)
  func together(engine: Engine) throws {
    try engine.setting { setting in
      let (two, now) = (two, now)
      try onThreads(4) { _ in
        let database = try openDatabase(setting)
        defer { database.close() }
        _ = try two.run(on: database, at: now)
      }
      let database = try openDatabase(setting)
      #expect(try database.texts("SELECT city FROM need") == ["durban"])
      #expect(try two.pending(on: database) == [])
      database.close()
    }
  }

  @Test("takes the steps of this program on either engine", arguments: Engine.allCases)
  func own(engine: Engine) throws {
    let database = try engine.open()
    #expect(try migrate(database, at: now) == Migrator.own.steps.map(\.name))
    #expect(try migrate(database, at: now) == [])
  }

  @Test("finds for every step of this program a number and a text for each engine")
  func catalogue() {
    #expect(!Migrator.own.steps.isEmpty)
    for (place, step) in Migrator.own.steps.enumerated() {
      #expect(Int(step.name.prefix(4)) == place + 1, "\(step.name)")
      for dialect in Dialect.allCases { #expect(step.text(for: dialect)?.isEmpty == false, "\(step.name)") }
    }
  }

  @Test(
    "arrives at the same tables from every earlier version, and loses nothing that was kept then",
    arguments: Engine.allCases)
  func everyVersion(engine: Engine) throws {
    let fresh = try engine.open()
    try migrate(fresh, at: now)
    let tables = try schema(of: fresh)
    #expect(tables.count > 20)
    for version in 1..<Migrator.own.steps.count {
      let database = try engine.open()
      try #require(try Migrator.own.first(version).run(on: database, at: now).count == version)
      try database.transaction { session in
        try session.run(
          "INSERT INTO person (id, name, languages, contact, shows_contact) VALUES ('per_1', 'Ana', 'pt', '', 0)")
        if version > 1 {
          try session.run(
            """
            INSERT INTO place (id, name, country, division, latitude, longitude, population)
            VALUES (7, 'Inhambane', 'MZ', '04', -23.9, 35.4, 82119)
            """)
        }
      }
      try migrate(database, at: now)
      #expect(try schema(of: database) == tables, "from version \(version)")
      #expect(try database.texts("SELECT name FROM person") == ["Ana"])
      if version > 1 { #expect(try database.texts("SELECT name FROM place") == ["Inhambane"]) }
    }
  }

  /// Every column of every table, and every index.
  private func schema(of database: any Database) throws -> [String] {
    switch database.dialect {
    case .sqlite: try database.texts("SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_schema ORDER BY name")
    case .postgres:
      try database.texts(
        """
        SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
        FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1
        """)
    }
  }
}
