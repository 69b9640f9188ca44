package import Actions
package import Cooperation
import SQL
import Storage
import Streams
import Tables
import XML

/// The reading of one file into the data, in one transaction: for real, or only to see what it would do.
package struct Import: Sendable {
  private let file: ImportFile
  private let kind: ImportRun.Kind?
  private let progress: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - kind: what the file is; told from how it begins where it is nil.
  ///   - progress: told now and then how many records have been read.
  package init(
    _ file: ImportFile, as kind: ImportRun.Kind? = nil, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    (self.file, self.kind, self.progress) = (file, kind, progress)
  }

  /// Reads the file in, or refuses it as a whole; either way nothing is half done.
  ///
  /// - Throws: `Denial` for whoever is neither reviewer nor administrator; `DatabaseError`.
  package func run(on occasion: Occasion) throws -> ImportReport { try report(on: occasion, keeping: true) }

  /// What reading the file in would do. Writes nothing.
  ///
  /// - Throws: as `run`.
  package func preview(on occasion: Occasion) throws -> ImportReport { try report(on: occasion, keeping: false) }
}

extension Import {
  private func report(on occasion: Occasion, keeping: Bool) throws -> ImportReport {
    try occasion.viewer.require(.reviewer)
    var known = kind
    do {
      if known == nil { known = try file.kind() }
      guard let kind = known else { throw Refused(.unknownKind(file.name)) }
      let digest = try file.digest()
      return try occasion.change { change in
        let report = try read(kind, digest, &change, keeping: keeping)
        if !keeping { throw OnlyPreviewed(report: report) }
        return report
      }
    } catch let preview as OnlyPreviewed {
      return preview.report
    } catch let refused as Refused {
      return ImportReport(refused, of: known)
    } catch let error as TableError {
      return ImportReport(Refused(.unreadable(error)), of: known)
    } catch let error as XMLError {
      return ImportReport(Refused(.unreadable(error)), of: known)
    } catch let error as StreamError {
      if case .unreadable = error { throw error }
      return ImportReport(Refused(.damaged(error)), of: known)
    }
  }

  private func read(
    _ kind: ImportRun.Kind, _ digest: String, _ change: inout Change, keeping: Bool
  ) throws -> ImportReport {
    var run = ImportRun(
      id: change.identifier(), kind: kind, file: file.name, digest: digest, account: change.viewer.account?.id,
      at: change.now)
    try change.session.importRuns.insert(run)
    let reading = Reading(run, change, isKept: keeping, progress: progress)
    switch kind {
    case .twinning: try TwinningReading(reading).read(file)
    case .iati: try IATIReading(reading).read(file)
    case .organisations: try OrganisationsReading(reading).read(file)
    default: throw Refused(.unknownKind(file.name))
    }
    run.tally = reading.tally
    try change.session.importRuns.update(run)
    change.chance = reading.chance
    try change.record("import", run.id.text, for: nil, detail: "\(kind.rawValue): \(file.name)")
    return reading.report
  }
}

/// Carries a preview out of its transaction, which is not kept.
private struct OnlyPreviewed: Error {
  let report: ImportReport
}

/// A file that is refused as a whole, with why.
struct Refused: Error {
  let findings: [Finding]
  /// How many findings there are in all.
  let codes: [String: Int]

  init(_ finding: Finding) { (findings, codes) = ([finding], [finding.code: 1]) }
  init(_ findings: [Finding], codes: [String: Int]) { (self.findings, self.codes) = (findings, codes) }
}

extension ImportReport {
  fileprivate init(_ refused: Refused, of kind: ImportRun.Kind?) {
    self.init(
      run: nil, kind: kind, tally: .init(), findings: refused.findings, codes: refused.codes, lines: [],
      isRefused: true)
  }
}

extension Finding {
  static func unknownKind(_ name: String) -> Finding {
    Finding(
      line: 1, level: .error, code: "unknown-kind",
      message: "Nobody can tell what “\(name)” is. An IATI file begins with <iati-activities>; a table begins with the "
        + "names of its columns, as the documentation tells. Or say what it is.")
  }

  static func unreadable(_ error: TableError) -> Finding {
    Finding(line: error.line, level: .error, code: "unreadable-table", message: "\(error)")
  }

  static func unreadable(_ error: XMLError) -> Finding {
    Finding(line: error.line, level: .error, code: "not-well-formed", message: "\(error)")
  }

  static func damaged(_ error: StreamError) -> Finding {
    Finding(line: 0, level: .error, code: "damaged-file", message: "\(error)")
  }
}
