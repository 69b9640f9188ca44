import Commands
import Foundation
import Synchronization
import TestSupport
import Testing

/// A terminal that remembers what was printed.
final class Terminal: Sendable {
  private let texts = Mutex((output: "", errors: ""))
  var output: String { texts.withLock { $0.output } }
  var errors: String { texts.withLock { $0.errors } }

  func run(_ words: String..., environment: [String: String] = [:]) -> Exit {
    run(words: words, environment: environment)
  }

  func run(words: [String], environment: [String: String] = [:]) -> Exit {
    let console = Console(
      environment: environment, isTerminal: false,
      output: { bytes in self.texts.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
      errors: { bytes in self.texts.withLock { $0.errors += String(decoding: bytes, as: UTF8.self) } })
    return CommandLineFace.run(words, on: console)
  }
}

@Suite("The command line") struct CommandTests {
  @Test("explains every command with an example")
  func help() {
    let overview = Terminal()
    #expect(overview.run("--help") == .done)
    let names = overview.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.dropFirst(2).split(separator: "  ").first.map(String.init) }
    #expect(names.count >= 8)
    for name in names {
      let terminal = Terminal()
      let words = name.split(separator: " ").map(String.init) + ["--help"]
      let console = Console(environment: [:], isTerminal: false, output: { _ in }, errors: { _ in })
      #expect(CommandLineFace.run(words, on: console) == .done)
      #expect(terminal.run(words[0], "--help") == .done || words.count > 2)
    }
  }

  @Test(
    "tells wrong usage from everything else",
    arguments: [["nonsense"], ["version", "--nonsense"], ["serve", "--port", "x"]])
  func misuse(words: [String]) {
    let console = Console(environment: [:], isTerminal: false, output: { _ in }, errors: { _ in })
    #expect(CommandLineFace.run(words, on: console) == .wrongUsage)
  }

  @Test("fails with its own status where the database cannot be reached")
  func failure() {
    let terminal = Terminal()
    let exit = terminal.run("migrate", environment: ["COPOLIS_DATABASE": "/nowhere/at/all.db"])
    #expect(exit == .failed)
    #expect(!terminal.errors.isEmpty)
  }

  @Test("loads the demonstration once, lets someone in, copies and restores")
  func life() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"], other = ["COPOLIS_DATABASE": "\(folder)/b.db"]
      let terminal = Terminal()
      #expect(terminal.run("demo", environment: environment) == .done)
      #expect(terminal.errors.contains("rui@nhamatare.example"))
      #expect(terminal.run("demo", environment: environment) == .refused)
      #expect(terminal.run("user", "add", "x@example.org", "--duty", "reviewer", environment: environment) == .done)
      #expect(terminal.run("user", "add", "x@example.org", "--duty", "reviewer", environment: environment) == .refused)
      #expect(terminal.run("backup", "\(folder)/copy.db", environment: environment) == .done)
      #expect(terminal.run("restore", "\(folder)/copy.db", environment: other) == .done)
      #expect(terminal.run("restore", "\(folder)/copy.db", environment: other) == .refused)
      let users = Terminal()
      #expect(users.run("user", "list", "--json", environment: other) == .done)
      #expect(users.output.contains("x@example.org"))
    }
  }

  @Test("weighs one part of a match otherwise, and says what the parts are")
  func weights() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"]
      #expect(Terminal().run("demo", environment: environment) == .done)
      func match(_ weights: String...) -> (Exit, Terminal) {
        let terminal = Terminal(), words = weights.flatMap { ["--weight", $0] }
        let need = ["match", "--text", "drains", "--for", Self.organisation(environment), "--json"]
        return (terminal.run(words: need + words, environment: environment), terminal)
      }
      let alone = match("themes=0", "text=0", "context=0", "languages=0", "reciprocity=0", "reach=0")
      #expect(alone.0 == .done && alone.1.output.contains("\"part\":\"capacity\""))
      #expect(!alone.1.output.contains("\"part\":\"themes\""))
      #expect(match("luck=3").1.errors.contains("reciprocity, capacity, reach"))
      #expect(match("luck=3").0 == .wrongUsage && match("text=101").0 == .refused)
    }
  }

  /// Nhamatare, as the export of the demonstration names it.
  private static func organisation(_ environment: [String: String]) -> String {
    let terminal = Terminal()
    _ = terminal.run("export", "organisations", "--format", "csv", environment: environment)
    let line = terminal.output.split(separator: "\n").first { $0.contains("Nhamatare") } ?? ""
    return line.firstMatch(of: #/org_[a-z0-9]{26}/#).map { String($0.0) } ?? ""
  }
}
