import Foundation
import Testing

@Suite("The programs of the house") struct ProgramTests {
  static let programs =
    ((try? FileManager.default.contentsOfDirectory(atPath: House.root.appending(path: "bin").path)) ?? []).sorted()

  @Test("explain themselves", arguments: programs)
  func help(name: String) throws {
    let told = try run(House.root.path + "/bin/" + name, "--help")
    #expect(told.status == 0)
    #expect(told.output.contains("bin/\(name)") || told.output.contains("usage"), "\(told.output)")
  }

  @Test("begin a new part in its place, each kind that CONTRIBUTING names, and never over another")
  func begins() throws {
    let house = FileManager.default.temporaryDirectory.appending(path: "copolis-new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: house) }
    let folders = [
      "docs/decisions", "Sources/3-Workshop/Methods/Library", "Sources/3-Workshop/Languages/Texts",
      "Sources/3-Workshop/Storage/Migrations", "Sources/3-Workshop/Actions",
    ]
    for folder in folders {
      try FileManager.default.createDirectory(
        at: house.appending(path: folder), withIntermediateDirectories: true)
    }
    for name in ["bin", "Tools"] {
      try FileManager.default.copyItem(at: House.root.appending(path: name), to: house.appending(path: name))
    }
    try Data().write(to: house.appending(path: "docs/decisions/0008-names.md"))
    try Data().write(to: house.appending(path: "Sources/3-Workshop/Storage/Migrations/0009-rooms.sql"))
    let made = [
      (["method", "my-method"], "Sources/3-Workshop/Methods/Library/my-method.json", "\"my-method\""),
      (["language", "sw"], "Sources/3-Workshop/Languages/Texts/sw.json", "phrases"),
      (["migration", "add-something"], "Sources/3-Workshop/Storage/Migrations/0010-add-something.sql", "-- "),
      (["decision", "Why not X & Y/Z"], "docs/decisions/0009-why-not-x--yz.md", "# Why not X & Y/Z"),
      (["action", "CloseRound"], "Sources/3-Workshop/Actions/CloseRound.swift", "struct CloseRound"),
    ]
    let program = house.path + "/bin/new"
    for (words, path, content) in made {
      let told = try run(program, words)
      #expect(told.status == 0 && told.output.contains(path), "\(words): \(told.output)")
      let text = try String(contentsOf: house.appending(path: path), encoding: .utf8)
      #expect(text.contains(content), "\(text)")
      guard words[0] != "migration", words[0] != "decision" else { continue }
      #expect(try run(program, words).status == 1, "\(words) again")
    }
    for words in [["method", "../x"], ["action", "close"], ["nonsense", "x"], ["method"]] {
      #expect(try run(program, words).status == 2, "\(words)")
    }
  }

  private func run(_ program: String, _ words: String...) throws -> (status: Int32, output: String) {
    try run(program, words)
  }

  private func run(_ program: String, _ words: [String]) throws -> (status: Int32, output: String) {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
