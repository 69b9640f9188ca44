import Foundation
import SQL
import TestSupport
import Testing

@Suite("A database in a file") struct SQLFileTests {
  private func filled(_ path: String) throws -> SQLiteDatabase {
    let database = try SQLiteDatabase(path: path)
    try database.transaction { session in
      try session.script("CREATE TABLE pair (a BIGINT NOT NULL, b BIGINT NOT NULL)")
      for n in 1...1000 { try session.run("INSERT INTO pair (a, b) VALUES (\(n), \(n))") }
    }
    return database
  }

  private func pairs(_ database: any Database) throws -> [Bool] {
    try database.read { try $0.rows("SELECT a = b FROM pair") { try $0.flag(0) } }
  }

  @Test("is there again after it was closed, with no file left beside it")
  func reopening() throws {
    try withFolder { folder in
      let path = folder + "/city.db"
      try filled(path).close()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["city.db"])
      let again = try openDatabase(path)
      #expect(try pairs(again).count == 1000)
      again.close()
      #expect(throws: DatabaseError.self) { try pairs(again) }
    }
  }

  @Test("is copied whole while another writes")
  func backup() throws {
    try withFolder { folder in
      let database = try filled(folder + "/city.db")
      try onThreads(2) { number in
        for n in 1...20 {
          if number == 0 {
            try database.transaction { session in
              try session.run("UPDATE pair SET a = a + 1")
              try session.run("UPDATE pair SET b = b + 1")
              try session.run("INSERT INTO pair (a, b) VALUES (\(n), \(n))")
            }
          } else if n.isMultiple(of: 5) {
            try database.backup(to: folder + "/copy\(n).db")
          }
        }
      }
      for n in [5, 10, 15, 20] {
        let copy = try SQLiteDatabase(path: folder + "/copy\(n).db")
        let pairs = try pairs(copy)
        #expect(pairs.count >= 1000 && pairs.allSatisfy { $0 })
        #expect(try copy.texts("PRAGMA integrity_check") == ["ok"])
        copy.close()
      }
      database.close()
    }
  }

  @Test("is copied from memory too")
  func memory() throws {
    try withFolder { folder in
      try filled(":memory:").backup(to: folder + "/copy.db")
      #expect(try pairs(SQLiteDatabase(path: folder + "/copy.db")).count == 1000)
    }
  }

  @Test("says why it cannot be opened or copied")
  func unreachable() throws {
    try withFolder { folder in
      #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: folder + "/no/such/city.db") }
      let text = folder + "/notes.db"
      try String(repeating: "This is no database. ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
      #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: text) }
      let database = try filled(folder + "/city.db")
      let error = #expect(throws: DatabaseError.self) { try database.backup(to: folder + "/no/such/copy.db") }
      #expect(error?.description.contains("copy.db") == true)
      database.close()
    }
  }

  @Test("empties its log when told to")
  func checkpoint() throws {
    try withFolder { folder in
      let path = folder + "/city.db"
      let database = try filled(path)
      try database.checkpoint()
      let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
      #expect(log == 0)
      database.close()
    }
  }

  @Test("has no replica and no other engine")
  func settings() throws {
    #expect(throws: DatabaseError.self) { try openDatabase(":memory:", read: "other.db") }
    #expect(throws: DatabaseError.self) { try openDatabase("mysql://city") }
  }
}
