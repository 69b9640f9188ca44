import Actions
import Cooperation
import Imports
import Pages
import Secrets

extension CommandLineFace {
  static let importing = Command(
    "import", "Reads files into the data, or shows what reading them would do.", "FILE…",
    options: [
      .init("--as", "KIND", "what the files are: iati, twinning, organisations; told from how they begin unless said"),
      .init("--preview", nil, "print what would be added, changed, skipped and put aside, and why; write nothing"),
      .init("--undo", "RUN", "take out what an import added and put back what it changed"),
      .init("--json", nil, "as JSON, one object for each file"),
    ], example: "copolis import --preview twin-towns.csv.gz"
  ) { arguments, console in
    let kind = try arguments.value("--as") { ImportRun.Kind(rawValue: $0) }
    if let run = try arguments.value("--undo", { ImportRun.ID($0) }) {
      guard arguments.operands.isEmpty else { throw Misuse("--undo takes no files.") }
      return try undo(run, arguments, console)
    }
    let paths = try arguments.some("The file")
    return try withOccasion(console) { occasion in
      var exit = Exit.done
      for path in paths {
        let occasion = Occasion(
          in: occasion.database, viewer: .commandLine, now: Surroundings.now(), seed: Randomness.seed())
        let reading = Import(ImportFile(path: path), as: kind) { console.progress("\(path): \($0) records") }
        let isPreview = arguments.has("--preview")
        let report = isPreview ? try reading.preview(on: occasion) : try reading.run(on: occasion)
        console.progress("")
        if report.hasErrors { exit = .refused }
        if arguments.has("--json") {
          try console.print(report.json)
        } else {
          try ImportTelling(report, of: path, isPreview: isPreview).tell(on: console)
        }
      }
      return exit
    }
  }

  private static func undo(_ run: ImportRun.ID, _ arguments: Arguments, _ console: Console) throws -> Exit {
    try withOccasion(console) { occasion in
      let report = try UndoImport(run).run(on: occasion)
      if arguments.has("--json") {
        try console.print(report.json)
      } else {
        for finding in report.left { try console.print("\(finding.code) \(finding.message)") }
        console.say(
          "Undone: \(report.deleted) records taken out, \(report.restored) put back, \(report.left.count) left.")
      }
      return .done
    }
  }
}

/// A report as a person reads it at the terminal.
struct ImportTelling {
  private let report: ImportReport
  private let path: String
  private let isPreview: Bool

  init(_ report: ImportReport, of path: String, isPreview: Bool) {
    (self.report, self.path, self.isPreview) = (report, path, isPreview)
  }

  /// Data on the standard output: in a preview each record with its fate, always each finding. Then the sums.
  func tell(on console: Console) throws {
    if isPreview {
      for line in report.lines {
        let why = line.details.isEmpty ? "" : "  (" + line.details.joined(separator: "; ") + ")"
        try console.print("\(path):\(line.line): \(line.fate.rawValue) \(line.subject)\(why)")
      }
    }
    for finding in report.findings where !isPreview || finding.level == .error {
      try console.print("\(path):\(finding.line): \(finding.level.rawValue) \(finding.code) \(finding.message)")
    }
    for (code, count) in report.codes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      console.say("  \(count) × \(code)")
    }
    let tally = report.tally
    if report.isRefused {
      console.say("\(path) is refused as a whole: nothing was written.")
    } else {
      console.say(
        "\(path): \(tally.added) added, \(tally.changed) changed, \(tally.skipped) skipped, "
          + "\(tally.review) put aside for review\(isPreview ? "; a preview: nothing was written" : "").")
    }
    if let run = report.run, !isPreview { console.say("To undo it: copolis import --undo \(run)") }
  }
}
