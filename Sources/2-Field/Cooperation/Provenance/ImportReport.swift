/// What a reading of a file did, or would do: as the command line prints it and the page shows it.
package struct ImportReport: Sendable {
  /// Nil for a preview and for a file that was refused: then nothing was written.
  package let run: ImportRun.ID?
  /// Nil where nobody could tell what the file is.
  package let kind: ImportRun.Kind?
  package let tally: ImportRun.Tally
  /// In the order of the file; the first of them, where there are more than anyone reads.
  package let findings: [Finding]
  /// How many findings there are of each code, those left out included.
  package let codes: [String: Int]
  /// What became of each record, in the order of the file; the first of them, where there are very many.
  package let lines: [Line]
  /// Whether the file was refused as a whole.
  package let isRefused: Bool

  package init(
    run: ImportRun.ID?, kind: ImportRun.Kind?, tally: ImportRun.Tally, findings: [Finding], codes: [String: Int],
    lines: [Line], isRefused: Bool = false
  ) {
    (self.run, self.kind, self.tally, self.findings) = (run, kind, tally, findings)
    (self.codes, self.lines, self.isRefused) = (codes, lines, isRefused)
  }

  /// Whether anything of error level was found.
  package var hasErrors: Bool { isRefused || findings.contains { $0.level == .error } }

  /// What became of one record of the file.
  package struct Line: Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    package let fate: Fate
    /// What the record is about, in the file's words: “London – Paris”.
    package let subject: String
    /// Why, or what is different, one thing each: `website: example.org → example.net`.
    package let details: [String]

    package init(_ line: Int, _ fate: Fate, _ subject: String, _ details: [String] = []) {
      (self.line, self.fate, self.subject, self.details) = (line, fate, subject, details)
    }
  }

  package enum Fate: String, Sendable, CaseIterable { case added, changed, skipped, review }
}

/// What the undoing of a reading did.
package struct UndoReport: Sendable {
  package let run: ImportRun
  /// How many records that the reading had added were taken out again.
  package let deleted: Int
  /// How many records that it had changed are as they were before.
  package let restored: Int
  /// What was left, and why.
  package let left: [Finding]

  package init(run: ImportRun, deleted: Int, restored: Int, left: [Finding]) {
    (self.run, self.deleted, self.restored, self.left) = (run, deleted, restored, left)
  }
}
