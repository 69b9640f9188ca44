import Cooperation
import Markup
import Methods
import OpenData
import Reference
import Streams

extension CommandLineFace {
  static let check = Command(
    "check", "Says what is wrong with files before anyone relies on them: IATI files, method files.", "FILE…",
    options: [.init("--json", nil, "as JSON: {\"findings\": […]}")],
    example: "copolis check activities.xml Library/peer-supervision.json"
  ) { arguments, console in
    let paths = try arguments.some("The file")
    let telling = FindingsTelling(console, arguments.has("--json") ? .json : .lines)
    var exit = Exit.done
    for path in paths {
      let checked = try CheckedFile(path, on: Surroundings.now()) { telling.tell($0, of: path) }
      if checked.errors > 0 { exit = .refused }
      console.say("\(path): \(checked.sum)")
    }
    try telling.end()
    return exit
  }
}

/// A file that has been checked, whatever it is.
struct CheckedFile {
  private(set) var errors = 0
  private(set) var warnings = 0
  /// What it was taken for: `a method`, `3 activities, held to IATI 2.03`.
  private var nature = ""

  /// Checks the file `path`, and hands each finding to `say`.
  ///
  /// - Throws: `StreamError` where it cannot be read.
  init(_ path: String, on now: Instant, say: @escaping (Finding) -> Void) throws {
    switch try Kind(of: path) {
    case .iati:
      let report = try IATICheck(now: now).run(on: ByteSource(file: path).inflated(), say: say)
      (errors, warnings) = (report.errors, report.warnings)
      let version = report.version.map { ", held to IATI \($0.rawValue)" } ?? ""
      let noun = report.document == .organisations ? "organisation" : "activity"
      let nouns = report.document == .organisations ? "organisations" : "activities"
      nature = (report.records == 1 ? "1 \(noun)" : "\(report.records) \(nouns)") + version
    case .method:
      for finding in MethodFile.findings(in: try Self.content(of: path)) { count(Finding(finding), say) }
      nature = "a method"
    case .archive:
      refuse("archive", "Archives of a whole instance cannot be checked yet. IATI files and method files can.", say)
    case .unknown:
      refuse(
        "unknown-kind",
        "This is neither an IATI file, which begins with <, nor a method file, which begins with {. Check that it is "
          + "the right file; tables are checked by copolis import --preview.", say)
    }
  }

  /// `2 errors, 1 warning: a method`.
  var sum: String {
    let counts = [errors == 1 ? "1 error" : "\(errors) errors", warnings == 1 ? "1 warning" : "\(warnings) warnings"]
    return counts.joined(separator: ", ") + (nature.isEmpty ? "." : ": \(nature).")
  }

  private mutating func refuse(_ code: String, _ message: String, _ say: (Finding) -> Void) {
    count(Finding(line: 1, level: .error, code: code, message: message), say)
  }

  private mutating func count(_ finding: Finding, _ say: (Finding) -> Void) {
    if finding.level == .error { errors += 1 } else { warnings += 1 }
    say(finding)
  }

  /// As much of a file as a method file can be, and a byte more.
  private static func content(of path: String) throws -> [UInt8] {
    let source = try ByteSource(file: path).inflated()
    var bytes: [UInt8] = []
    while bytes.count <= 1_000_000, let piece = try source.next() { bytes += piece }
    return bytes
  }
}

extension CheckedFile {
  /// What a file is, told from how it begins.
  private enum Kind {
    case iati, method, archive, unknown

    init(of path: String) throws {
      let first = try Self.beginning(ByteSource(file: path))
      let isCompressed = first.starts(with: [0x1F, 0x8B])
      var content = (isCompressed ? try Self.beginning(ByteSource(file: path).inflated()) : first)[...]
      if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
      // A document in UTF-16 has a mark, or a nought for every other byte.
      let isWide = content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF])
      switch content.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xFF, 0xFE, 0].contains($0) }) {
      case UInt8(ascii: "<")?: self = .iati
      case UInt8(ascii: "{")? where isCompressed: self = .archive
      case UInt8(ascii: "{")? where !isWide: self = .method
      default: self = .unknown
      }
    }

    private static func beginning(_ source: ByteSource) throws -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < 64, let piece = try source.next() { bytes += piece }
      return bytes
    }
  }
}

extension Finding {
  fileprivate init(_ finding: MethodFinding) {
    self.init(
      line: finding.line, level: finding.level == .error ? .error : .warning, code: finding.code,
      message: finding.message)
  }
}

/// Findings on their way to whoever reads them, as they come.
private final class FindingsTelling {
  enum Form { case lines, json }

  private let console: Console
  private let form: Form
  private var isFirst = true

  init(_ console: Console, _ form: Form) { (self.console, self.form) = (console, form) }

  func tell(_ finding: Finding, of path: String) {
    switch form {
    case .lines:
      // Who closes the pipe has read enough.
      try? console.print("\(path):\(finding.line): \(finding.level.rawValue) \(finding.code) \(finding.message)")
    case .json:
      var json = JSON(capacity: 256)
      json.object { json in
        json["file"] = path
        json.number("line", finding.line)
        json["level"] = finding.level.rawValue
        json["code"] = finding.code
        json["message"] = finding.message
      }
      try? console.write(Array((isFirst ? "{\"findings\":[" : ",\n").utf8) + json.bytes)
    }
    isFirst = false
  }

  func end() throws {
    if form == .json { try console.print(isFirst ? "{\"findings\":[]}" : "]}") }
  }
}
