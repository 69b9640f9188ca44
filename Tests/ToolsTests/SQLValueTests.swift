import SQL
import TestSupport
import Testing

@Suite("A value in a database") struct SQLValueTests {
  @Test("comes back as it went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let texts = [
      "", "São Tomé", "O'Hara \"; DROP TABLE place; --", "مدينة 🏙️ 東京", "\\ % _ $1 ?",
      String(repeating: "ñ", count: 500_000),
    ]
    let integers = [0, -1, 1, Int.max, Int.min, 4_294_967_296]
    let doubles = [0, -0.1, 1e300, .leastNonzeroMagnitude, 0.1 + 0.2, -1_234.5]
    let database = try engine.open()
    try database.transaction { session in
      try session.script("CREATE TABLE kept (place BIGINT PRIMARY KEY, t TEXT, i BIGINT, d DOUBLE PRECISION)")
      for place in 0..<6 {
        try session.run(
          """
          INSERT INTO kept (place, t, i, d)
          VALUES (\(place), \(texts[place]), \(integers[place]), \(doubles[place]))
          """)
      }
    }
    #expect(try database.texts("SELECT t FROM kept ORDER BY place") == texts)
    #expect(try database.ints("SELECT i FROM kept ORDER BY place") == integers)
    #expect(try database.doubles("SELECT d FROM kept ORDER BY place") == doubles)
  }

  @Test("may be missing, and then is nil or refused", arguments: Engine.allCases)
  func null(engine: Engine) throws {
    let database = try engine.open()
    try database.transaction { session in
      try session.script("CREATE TABLE kept (t TEXT, i BIGINT, d DOUBLE PRECISION)")
      try session.run("INSERT INTO kept (t, i, d) VALUES (\(String?.none), \(Int?.none), \(Double?.none))")
      try session.run("INSERT INTO kept (t, i, d) VALUES (\(Optional("a")), \(Optional(7)), \(Optional(1.5)))")
    }
    try database.read { session throws in
      let missing: Statement = "SELECT t, i, d FROM kept WHERE t IS NULL"
      let isNil = try session.first(missing) {
        $0.textIfAny(0) == nil && $0.intIfAny(1) == nil && $0.doubleIfAny(2) == nil
      }
      #expect(isNil == true)
      #expect(throws: DatabaseError.self) { try session.texts("SELECT t FROM kept WHERE t IS NULL") }
      #expect(throws: DatabaseError.self) { try session.ints("SELECT i FROM kept WHERE t IS NULL") }
      #expect(throws: DatabaseError.self) { try session.doubles("SELECT d FROM kept WHERE t IS NULL") }
      #expect(try session.ints("SELECT i FROM kept WHERE t = \("a")") == [7])
    }
  }

  @Test("is a flag where it is 0 or 1", arguments: Engine.allCases)
  func flags(engine: Engine) throws {
    try engine.open().read { session throws in
      let flags = try session.rows("SELECT \(true) = 1, \(false) = 1, \(3) > \(2)") {
        [try $0.flag(0), try $0.flag(1), try $0.flag(2)]
      }
      #expect(flags == [[true, false, true]])
    }
  }

  @Test("is refused where only one engine could keep it", arguments: Engine.allCases)
  func unkept(engine: Engine) throws {
    let database = try engine.open()
    for statement: Statement in ["SELECT \("a\0b")", "SELECT \(Double.nan)"] {
      let error = #expect(throws: DatabaseError.self) { _ = try database.texts(statement) }
      #expect(error?.reason == .constraint)
    }
  }

  @Test("finds its type where the statement does not say it", arguments: Engine.allCases)
  func types(engine: Engine) throws {
    let database = try engine.open()
    try database.transaction { session in
      try session.script("CREATE TABLE city (name TEXT, people BIGINT, share DOUBLE PRECISION)")
      try session.run("INSERT INTO city (name, people, share) VALUES (\("Inhambane"), \(82_119), \(0.5))")
    }
    let (none, some) = (String?.none, Optional("Inhambane"))
    for name in [none, some, none] {
      #expect(try database.ints("SELECT people FROM city WHERE (\(name) IS NULL OR name = \(name))") == [82_119])
    }
    for number in [Int?.none, 82_119] {
      let found: Statement = "SELECT name FROM city WHERE (\(number) IS NULL OR people = \(number))"
      #expect(try database.texts(found) == ["Inhambane"])
    }
    let mixed: Statement = "SELECT substr(name, \(1), \(3)), people + \(5_000_000_000), share * \(2) FROM city"
    let row = try database.read { try $0.first(mixed) { "\(try $0.text(0)) \(try $0.int(1)) \(try $0.double(2))" } }
    #expect(row == "Inh 5000082119 1.0")
    for share: Double in [1, 1.5] {
      #expect(try database.texts("SELECT name FROM city WHERE people > \(share)") == ["Inhambane"])
    }
  }
}
