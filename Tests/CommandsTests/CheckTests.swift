import Commands
import Foundation
import TestSupport
import Testing

@Suite("copolis check") struct CheckTests {
  /// What the command says of a file with that text.
  private func check(_ text: String, named name: String = "file", _ options: String...) throws -> (Exit, Terminal) {
    try withFolder { folder in
      let file = "\(folder)/\(name)", terminal = Terminal()
      try Data(text.utf8).write(to: URL(filePath: file))
      return (terminal.run(words: ["check"] + options + [file]), terminal)
    }
  }

  private let activity = """
    <?xml version="1.0"?>
    <iati-activities version="2.03">
    <iati-activity>
    <iati-identifier>XM-DAC-1-1</iati-identifier>
    </iati-activity>
    </iati-activities>
    """

  @Test("names file, line, level and code of each finding, and counts them")
  func findings() throws {
    let (exit, terminal) = try check(activity)
    #expect(exit == .refused)
    let lines = terminal.output.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(/\/file:\d+: (error|warning) \S+ \S/) })
    #expect(terminal.errors.contains("1 activity, held to IATI 2.03"))
  }

  @Test("answers a program with the same as JSON, also where there is nothing to say")
  func json() throws {
    let (_, terminal) = try check(activity, "--json")
    let value = try JSONSerialization.jsonObject(with: Data(terminal.output.utf8)) as? [String: Any]
    let findings = try #require(value?["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    for finding in findings { #expect(Set(finding.keys) == ["file", "line", "level", "code", "message"]) }
    let (exit, none) = try check("<iati-activities version=\"2.03\" />", "--json")
    #expect(exit == .refused || none.output == "{\"findings\":[]}\n")
  }

  @Test("tells what a file is from how it begins, whatever it is called")
  func kinds() throws {
    let (method, said) = try check("{\"slug\": 1}", named: "method.xml")
    #expect(method == .refused && said.errors.contains("a method") && said.output.contains("missing-field"))
    let (broken, words) = try check("<iati-activities", named: "x.json")
    #expect(broken == .refused && words.output.contains("not-well-formed"))
    for text in ["", "name,kind\nx,y\n", "\u{FEFF}"] {
      let (unknown, terminal) = try check(text)
      #expect(unknown == .refused && terminal.output.contains("unknown-kind"))
    }
  }

  @Test("fails with its own status where a file cannot be read, and wants one")
  func failures() {
    #expect(Terminal().run("check", "/nowhere/at/all.xml") == .failed)
    #expect(Terminal().run("check") == .wrongUsage)
  }

  @Test(
    "reads every official example and every real file to its end, of whatever version",
    .enabled(if: ReferenceData.isHere, ReferenceData.absent))
  func official() throws {
    let folder = (ReferenceData.folder ?? "") + "/iati"
    for name in try ReferenceData.files(in: "iati/examples") where name.hasSuffix(".xml") {
      #expect(Terminal().run("check", "\(folder)/examples/\(name)") != .failed, "\(name)")
    }
    for name in try ReferenceData.files(in: "iati/real") where name.hasSuffix(".xml.gz") {
      let size = try FileManager.default.attributesOfItem(atPath: "\(folder)/real/\(name)")[.size] as? Int ?? 0
      guard size < 300_000 else { continue }
      #expect(Terminal().run("check", "\(folder)/real/\(name)") != .failed, "\(name)")
    }
  }
}
