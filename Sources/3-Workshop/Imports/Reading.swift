import Actions
import Cooperation
import SQL
import Secrets
import Storage

/// A file being read in: where it writes, what it has done so far, and what it found.
final class Reading {
  let session: any Session
  let run: ImportRun.ID
  let now: Instant
  /// Who reads it in; nil for the operator at the command line.
  let account: Account.ID?
  private(set) var chance: Chance
  private(set) var tally = ImportRun.Tally()
  private var findings: [Finding] = []
  private var codes: [String: Int] = [:]
  private var lines: [ImportReport.Line] = []
  private let kind: ImportRun.Kind
  private let isKept: Bool
  private let progress: (Int) -> Void
  private var records = 0

  /// How many findings, and how many records, are told one by one.
  static let mostTold = 20_000

  /// - Parameter isKept: false for a preview, which will be as if it had never been.
  init(_ run: ImportRun, _ change: Change, isKept: Bool, progress: @escaping (Int) -> Void) {
    (session, now, chance) = (change.session, change.now, change.chance)
    (self.run, kind, self.isKept, self.progress) = (run.id, run.kind, isKept, progress)
    account = change.viewer.account?.id
  }

  func identifier<Subject>() -> Identifier<Subject> { Identifier(at: now, by: &chance) }

  var report: ImportReport {
    // What is said of the same line stays in the order in which it was said.
    let sorted = findings.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    return ImportReport(
      run: isKept ? run : nil, kind: kind, tally: tally, findings: sorted.map(\.element), codes: codes, lines: lines)
  }

  func say(_ finding: Finding) {
    codes[finding.code, default: 0] += 1
    if findings.count < Self.mostTold { findings.append(finding) }
  }

  func warn(_ line: Int, _ code: String, _ message: String) {
    say(Finding(line: line, level: .warning, code: code, message: message))
  }

  func refuse(_ line: Int, _ code: String, _ message: String) {
    say(Finding(line: line, level: .error, code: code, message: message))
  }
}

// What becomes of a record of the file.
extension Reading {
  func added(_ line: Int, _ subject: String, _ details: [String] = []) {
    tally.added += 1
    tell(line, .added, subject, details)
  }

  func changed(_ line: Int, _ subject: String, _ details: [String]) {
    tally.changed += 1
    tell(line, .changed, subject, details)
  }

  func skipped(_ line: Int, _ subject: String, _ why: String) {
    tally.skipped += 1
    tell(line, .skipped, subject, [why])
  }

  /// Puts a record aside for a person; one that was put aside before is skipped.
  ///
  /// - Parameter key: what tells this record from all others, whenever it is read again.
  /// - Returns: what it is put aside as; nil where it was before.
  @discardableResult
  func review(
    _ line: Int, _ code: String, _ subject: String, _ message: String, content: [ReviewItem.Said],
    candidates: [String], key: String
  ) throws -> ReviewItem.ID? {
    let item = ReviewItem(
      id: identifier(), run: run, line: line, code: code, content: content, candidates: candidates)
    guard try session.reviewItems.insert(item, digest: digest(of: key)) else {
      skipped(line, subject, "It was put aside for review before.")
      return nil
    }
    tally.review += 1
    tell(line, .review, subject, [message])
    warn(line, code, message)
    return item.id
  }

  /// The fingerprint under which a record is put aside.
  func digest(of key: String) -> String { SHA256.hex(of: "\(kind.rawValue)\n\(key)".utf8) }

  private func tell(_ line: Int, _ fate: ImportReport.Fate, _ subject: String, _ details: [String]) {
    if lines.count < Self.mostTold { lines.append(ImportReport.Line(line, fate, subject, details)) }
    records += 1
    if records % 500 == 0 { progress(records) }
  }
}

// What an undo needs to know.
extension Reading {
  func keepAdded(_ subject: some CustomStringConvertible) throws {
    try session.importRuns.add(.init(subject.description, before: nil), to: run)
  }

  /// - Parameter before: the record as it was, in the words of `Kept`.
  func keepChanged(_ subject: some CustomStringConvertible, before: String) throws {
    try session.importRuns.add(.init(subject.description, before: before), to: run)
  }
}

extension String {
  /// As it is shown within a sentence: on one line, without what would turn it around, at most 80 characters.
  var shown: String {
    let plain = String(
      String.UnicodeScalarView(
        unicodeScalars.filter { !$0.properties.isBidiControl }.map {
          $0.properties.generalCategory == .control ? " " : $0
        }))
    return plain.count <= 80 ? plain : plain.prefix(79) + "…"
  }
}
