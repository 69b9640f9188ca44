package import Cooperation
package import SQL

extension Session { package var importRuns: ImportRuns { ImportRuns(session: self) } }

/// The readings of files into the data, and what each changed.
package struct ImportRuns {
  let session: any Session

  /// A record that a run added or changed.
  package struct Change: Sendable, Hashable {
    package let subject: String
    /// The record as it was before, for an undo to put back; nil where the run added it.
    package let before: String?

    package init(_ subject: String, before: String?) { (self.subject, self.before) = (subject, before) }
  }

  package func find(_ id: ImportRun.ID) throws -> ImportRun? { try runs("WHERE id = \(id)").first }

  /// - Throws: `Missing`.
  package func require(_ id: ImportRun.ID) throws -> ImportRun {
    guard let run = try find(id) else { throw Missing(id) }
    return run
  }

  /// The runs of the very same bytes that are not undone, the latest first.
  package func find(digest: String) throws -> [ImportRun] {
    try runs("WHERE digest = \(digest) AND undone_at IS NULL ORDER BY at DESC, id DESC")
  }

  /// A page of all, the latest first.
  package func list(_ span: Span = Span()) throws -> Excerpt<ImportRun> {
    try session.excerpt(span, counting: "SELECT COUNT(*) FROM import_run") {
      try runs("ORDER BY at DESC, id DESC \(span.sql)")
    }
  }

  package func insert(_ run: ImportRun) throws {
    try session.run(
      """
      INSERT INTO import_run (id, kind, file, digest, account, at, added, changed, skipped, review, undone_at)
      VALUES (\(run.id), \(run.kind.rawValue), \(run.file), \(run.digest), \(run.account), \(run.at),
        \(run.tally.added), \(run.tally.changed), \(run.tally.skipped), \(run.tally.review), \(run.undone))
      """)
  }

  /// Keeps how a run went, or that it was undone.
  ///
  /// - Throws: `Missing`.
  package func update(_ run: ImportRun) throws {
    let changed = try session.run(
      """
      UPDATE import_run SET added = \(run.tally.added), changed = \(run.tally.changed),
        skipped = \(run.tally.skipped), review = \(run.tally.review), undone_at = \(run.undone)
      WHERE id = \(run.id)
      """)
    guard changed == 1 else { throw Missing(run.id) }
  }

  private func runs(_ end: Statement) throws -> [ImportRun] {
    try session.rows(
      """
      SELECT id, kind, file, digest, account, at, added, changed, skipped, review, undone_at FROM import_run \(end)
      """
    ) { row in
      var tally = ImportRun.Tally()
      (tally.added, tally.changed) = (try row.int(6), try row.int(7))
      (tally.skipped, tally.review) = (try row.int(8), try row.int(9))
      return ImportRun(
        id: try row.id(0), kind: try row.word(1), file: try row.text(2), digest: try row.text(3),
        account: try row.idIfAny(4), at: try row.instant(5), tally: tally, undone: try row.instantIfAny(10))
    }
  }
}

extension ImportRuns {
  /// Keeps that a run added or changed a record. Of several changes, the first says how it was before.
  package func add(_ change: Change, to run: ImportRun.ID) throws {
    try session.run(
      """
      INSERT INTO import_change (run, subject, number, before)
      SELECT \(run), \(change.subject), COALESCE(MAX(number), 0) + 1, \(change.before) FROM import_change
      WHERE run = \(run)
      ON CONFLICT (run, subject) DO NOTHING
      """)
  }

  /// Hands what a run changed to `body`, the last change first: the order in which it is undone.
  package func eachChange(of run: ImportRun.ID, _ body: (Change) throws -> Void) throws {
    try session.each("SELECT subject, before FROM import_change WHERE run = \(run) ORDER BY number DESC") { row in
      try body(Change(try row.text(0), before: row.textIfAny(1)))
    }
  }

  /// The runs, not undone, that added or changed a record, the first one first.
  package func changing(_ subject: String) throws -> [ImportRun.ID] {
    try session.rows(
      """
      SELECT r.id FROM import_change c JOIN import_run r ON r.id = c.run
      WHERE c.subject = \(subject) AND r.undone_at IS NULL ORDER BY r.at, r.id
      """
    ) { row in try row.id(0) }
  }
}
