import Commands
import Foundation
import TestSupport
import Testing

@Suite("A command") struct RunningTests {
  @Test("puts no copy in the place of a database that is served, and serves none that is being restored")
  func restoring() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"], other = ["COPOLIS_DATABASE": "\(folder)/b.db"]
      let terminal = Terminal()
      #expect(terminal.run("migrate", environment: environment) == .done)
      #expect(terminal.run("backup", "\(folder)/copy.db", environment: environment) == .done)
      let lock = open("\(folder)/b.db.lock", O_RDWR | O_CREAT, 0o600)
      defer { close(lock) }
      #expect(flock(lock, LOCK_SH) == 0)
      let refused = Terminal()
      #expect(refused.run("restore", "\(folder)/copy.db", "--replace", environment: other) == .refused)
      #expect(refused.errors.contains("Stop the server first"))
      #expect(flock(lock, LOCK_EX) == 0)
      #expect(refused.run("serve", "--port", "0", environment: other) == .refused)
      #expect(flock(lock, LOCK_UN) == 0)
      #expect(refused.run("restore", "\(folder)/copy.db", environment: other) == .done)
    }
  }

  @Test("never puts a file that is no copy in the place of a database")
  func nonsense() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"]
      try Data("This is no database at all.".utf8).write(to: URL(filePath: "\(folder)/x.db"))
      let terminal = Terminal()
      #expect(terminal.run("migrate", environment: environment) == .done)
      #expect(terminal.run("restore", "\(folder)/x.db", "--replace", environment: environment) == .failed)
      #expect(terminal.run("restore", "\(folder)/none.db", environment: environment) == .wrongUsage)
      #expect(terminal.run("migrate", environment: environment) == .done)
    }
  }

  @Test("of the doctor says what to do, in words and as JSON")
  func doctor() throws {
    try withFolder { folder in
      let well = Terminal(), ill = Terminal(), json = Terminal()
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"]
      #expect(well.run("migrate", environment: environment) == .done)
      _ = well.run("doctor", environment: environment)
      #expect(well.output.contains("well  schema") && well.output.contains("well  durability"))
      let exit = ill.run(
        "doctor", environment: ["COPOLIS_DATABASE": "/nowhere/a.db", "COPOLIS_BASE_URL": "http://copolis.example"])
      #expect(exit == .refused)
      #expect(ill.output.contains("ILL   database") && ill.output.contains("check COPOLIS_DATABASE"))
      #expect(ill.output.contains("put a proxy with TLS in front"))
      _ = json.run("doctor", "--json", environment: environment)
      let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect((value?["signs"] as? [[String: Any]])?.count ?? 0 >= 5)
    }
  }

  @Test("lets no one in twice, and erases whom it is told to")
  func erase() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"], terminal = Terminal()
      #expect(terminal.run("user", "add", "x@example.org", "--duty", "reviewer", environment: environment) == .done)
      #expect(terminal.run("user", "erase", "x@example.org", environment: environment) == .done)
      #expect(terminal.run("user", "erase", "x@example.org", environment: environment) == .refused)
      let listed = Terminal()
      #expect(listed.run("user", "list", environment: environment) == .done)
      #expect(!listed.output.contains("x@example.org") && listed.output.contains("disabled"))
    }
  }
}
