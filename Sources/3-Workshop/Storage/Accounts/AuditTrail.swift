package import Cooperation
package import SQL

extension Session { package var audit: AuditTrail { AuditTrail(session: self) } }

/// Who did what, for ever: nothing here is changed or deleted.
package struct AuditTrail {
  let session: any Session

  package func insert(_ line: Audit) throws {
    try session.run(
      """
      INSERT INTO audit (id, at, account, verb, subject, organisation, detail)
      VALUES (\(line.id), \(line.at), \(line.account), \(line.verb), \(line.subject), \(line.organisation),
        \(line.detail))
      """)
  }

  /// The lines of one organisation, the latest first.
  package func lines(of organisation: Organisation.ID, from start: Int, count: Int) throws -> [Audit] {
    try session.rows(
      """
      SELECT id, at, account, verb, subject, organisation, detail FROM audit
      WHERE organisation = \(organisation) ORDER BY at DESC, id DESC LIMIT \(count) OFFSET \(start)
      """, Audit.init(row:))
  }

  package func count(of organisation: Organisation.ID) throws -> Int {
    try session.first("SELECT COUNT(*) FROM audit WHERE organisation = \(organisation)") { row in try row.int(0) } ?? 0
  }

  /// The lines of one subject, the latest first.
  package func lines(of subject: String) throws -> [Audit] {
    try session.rows(
      """
      SELECT id, at, account, verb, subject, organisation, detail FROM audit
      WHERE subject = \(subject) ORDER BY at DESC, id DESC
      """, Audit.init(row:))
  }
}

extension Audit {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row.id(0), at: try row.instant(1), account: try row.valueIfAny(2) { Account.ID($0) },
      verb: try row.value(3) { Verb($0) }, subject: try row.text(4),
      organisation: try row.valueIfAny(5) { Organisation.ID($0) }, detail: try row.text(6))
  }
}
