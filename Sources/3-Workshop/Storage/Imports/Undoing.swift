package import Cooperation
import SQL

// What the undoing of an import asks before it takes anything out again.

extension ImportRuns {
  /// That a run added or changed a record.
  package struct Touch: Sendable, Hashable {
    package let run: ImportRun.ID
    /// Whether it was there before.
    package let isChange: Bool
    package let isUndone: Bool
  }

  /// The runs that added or changed a record, the undone included, the first one first.
  package func touches(of subject: String) throws -> [Touch] {
    try session.rows(
      """
      SELECT r.id, c.before, r.undone_at FROM import_change c JOIN import_run r ON r.id = c.run
      WHERE c.subject = \(subject) ORDER BY r.at, r.id
      """
    ) { row in Touch(run: try row.id(0), isChange: row.textIfAny(1) != nil, isUndone: row.textIfAny(2) != nil) }
  }

  /// Makes a run the one that added a record, where the one that did is undone.
  package func inherit(_ subject: String, by run: ImportRun.ID) throws {
    try session.run("UPDATE import_change SET before = NULL WHERE run = \(run) AND subject = \(subject)")
    try add(Change(subject, before: nil), to: run)
  }
}

extension Sources {
  /// The runs, not undone, that found sources of a fact, the first one first.
  package func runs(of subject: String) throws -> [ImportRun.ID] {
    try session.rows(
      """
      SELECT r.id FROM import_run r
      WHERE r.undone_at IS NULL AND r.id IN (SELECT run FROM source WHERE subject = \(subject)) ORDER BY r.at, r.id
      """
    ) { row in try row.id(0) }
  }

  /// Deletes what a run has added, but for the facts in `kept`.
  package func delete(of run: ImportRun.ID, keeping kept: Set<String>) throws {
    let subjects = try session.rows("SELECT DISTINCT subject FROM source WHERE run = \(run)") { row in try row.text(0) }
    for subject in subjects where !kept.contains(subject) {
      try session.run("DELETE FROM source WHERE run = \(run) AND subject = \(subject)")
      try session.note(subject)
    }
  }
}

extension Partnerships {
  /// Whether someone has said, entered or done something that belongs to it, beside what files have told.
  package func isInUse(_ id: Partnership.ID) throws -> Bool {
    try session.first(
      """
      SELECT 1 FROM log_entry WHERE partnership = \(id)
      UNION ALL SELECT 1 FROM exchange WHERE partnership = \(id)
      UNION ALL SELECT 1 FROM partnership WHERE parent = \(id)
      UNION ALL SELECT 1 FROM voice WHERE subject = \(id)
      UNION ALL SELECT 1 FROM contribution c WHERE c.partnership = \(id)
        AND NOT EXISTS (SELECT 1 FROM source s WHERE s.subject = c.id)
      UNION ALL SELECT 1 FROM outcome o WHERE o.partnership = \(id)
        AND (o.imported = 0 OR o.revision > 1 OR EXISTS (SELECT 1 FROM voice v WHERE v.subject = o.id))
      UNION ALL SELECT 1 FROM outcome o JOIN indicator i ON i.outcome = o.id JOIN period p ON p.indicator = i.id
        JOIN voice v ON v.subject = p.id WHERE o.partnership = \(id)
      LIMIT 1
      """
    ) { _ in true } ?? false
  }

  /// The partnerships that an organisation is a party to, the oldest record first.
  package func of(_ organisation: Organisation.ID) throws -> [Partnership.ID] {
    try session.rows("SELECT partnership FROM party WHERE organisation = \(organisation) ORDER BY partnership") {
      row in try row.id(0)
    }
  }
}

extension Organisations {
  /// Whether anything beside partnerships speaks of it: people, needs, practices, introductions, memberships,
  /// exchanges, money.
  package func isInUse(_ id: Organisation.ID) throws -> Bool {
    try session.first(
      """
      SELECT 1 FROM need WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM practice WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM adoption WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM transfer_line WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM mandate WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM expertise WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM membership WHERE member = \(id) OR body = \(id)
      UNION ALL SELECT 1 FROM organisation WHERE successor = \(id)
      UNION ALL SELECT 1 FROM organisation_role WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM introduction WHERE asker = \(id) OR asked = \(id) OR broker = \(id)
      UNION ALL SELECT 1 FROM introduction_word WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM partnership WHERE proposed_by = \(id)
      UNION ALL SELECT 1 FROM signatory WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM log_entry WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM voice WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM contribution WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM exchange WHERE host = \(id)
      UNION ALL SELECT 1 FROM exchange_party WHERE organisation = \(id)
      UNION ALL SELECT 1 FROM sign_off WHERE organisation = \(id)
      LIMIT 1
      """
    ) { _ in true } ?? false
  }
}
