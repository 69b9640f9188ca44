package import Cooperation
package import SQL

extension Session { package var holdings: Holdings { Holdings(session: self) } }

/// How much is on record that everyone may see, and when it changed last.
package struct Holdings {
  let session: any Session

  /// How many there are of something, and when one of them changed last; nil where there is none.
  package struct Holding: Sendable, Hashable {
    package let count: Int
    package let changed: Instant?

    package init(_ count: Int, changed: Instant?) { (self.count, self.changed) = (count, changed) }
  }

  package func organisations() throws -> Holding {
    try holding("SELECT COUNT(*), MAX(changed_at) FROM organisation")
  }

  /// Those that report: that say of at least one partnership that it is so.
  package func reporters() throws -> Holding {
    try holding(
      """
      SELECT COUNT(*), MAX(o.changed_at) FROM organisation o WHERE o.id IN (
        SELECT y.organisation FROM party y JOIN voice v ON v.subject = y.partnership
          AND v.organisation = y.organisation WHERE v.stance <> 'disputes')
      """)
  }

  package func published<Item: Shelved>(_: Item.Type) throws -> Holding {
    try holding("SELECT COUNT(*), MAX(changed_at) FROM \(Item.table) WHERE stage = 'published'")
  }

  package func partnerships() throws -> Holding {
    try holding("SELECT COUNT(*), (\(Self.lastWord)) FROM partnership")
  }

  /// Partnerships of which a party says that it is so, and of which someone knows when they began.
  package func activities() throws -> Holding {
    try holding(
      """
      SELECT COUNT(*), (\(Self.lastWord)) FROM partnership p
      WHERE (p.stage IN ('proposed', 'agreed', 'signed') OR p.began IS NOT NULL OR p.latest_day IS NOT NULL)
        AND (p.claim IN ('claimed', 'confirmed') OR p.claim = 'disputed' AND EXISTS (
          SELECT 1 FROM voice v WHERE v.subject = p.id AND v.stance <> 'disputes' AND NOT EXISTS (
            SELECT 1 FROM voice w WHERE w.subject = v.subject AND w.organisation = v.organisation AND w.at > v.at)))
      """)
  }

  /// Periods of indicators, and what has none.
  package func results() throws -> Holding {
    try holding(
      """
      SELECT COUNT(*), (\(Self.lastWord)) FROM outcome o LEFT JOIN indicator i ON i.outcome = o.id
      LEFT JOIN period p ON p.indicator = i.id
      """)
  }

  /// The moment of the latest thing that anyone did here; of the latest record where nobody has done anything yet.
  package func latest() throws -> Instant? {
    let statement: Statement = """
      SELECT at FROM (SELECT at FROM audit ORDER BY id DESC LIMIT 1) a
      UNION ALL SELECT at FROM (SELECT created_at AS at FROM organisation ORDER BY created_at DESC LIMIT 1) b
      UNION ALL SELECT at FROM (SELECT created_at AS at FROM partnership ORDER BY created_at DESC LIMIT 1) c
      """
    return try session.rows(statement) { row in try row.instant(0) }.max()
  }

  /// The last moment at which anything public about partnerships changed, or anything was said of them.
  private static let lastWord: Statement = """
    SELECT MAX(m.at) FROM (SELECT MAX(changed_at) AS at FROM partnership UNION ALL SELECT MAX(at) FROM voice
      UNION ALL SELECT MAX(created_at) FROM log_entry WHERE public = 1
      UNION ALL SELECT MAX(changed_at) FROM outcome) m
    """

  private func holding(_ statement: Statement) throws -> Holding {
    try session.first(statement) { row in Holding(try row.int(0), changed: try row.instantIfAny(1)) }
      ?? Holding(0, changed: nil)
  }
}
