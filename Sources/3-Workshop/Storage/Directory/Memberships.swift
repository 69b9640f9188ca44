package import Cooperation
package import SQL

extension Session { package var memberships: Memberships { Memberships(session: self) } }

/// Who belongs to which network, association or committee.
package struct Memberships {
  let session: any Session

  /// What an organisation belongs to, the longest first.
  package func of(_ member: Organisation.ID) throws -> [Membership] { try rows("member = \(member)") }

  /// Who belongs to a body, the longest first.
  package func members(of body: Organisation.ID) throws -> [Membership] { try rows("body = \(body)") }

  /// Keeps a membership; one that there is already gets the day of this one.
  package func insert(_ membership: Membership) throws {
    try session.run(
      """
      INSERT INTO membership (member, body, since)
      VALUES (\(membership.member), \(membership.body), \(membership.since))
      ON CONFLICT (member, body) DO UPDATE SET since = excluded.since
      """)
    try note(membership)
  }

  /// - Throws: `Missing`.
  package func delete(_ membership: Membership) throws {
    let deleted = try session.run(
      "DELETE FROM membership WHERE member = \(membership.member) AND body = \(membership.body)")
    guard deleted == 1 else { throw Missing(membership.member) }
    try note(membership)
  }

  private func rows(_ condition: Statement) throws -> [Membership] {
    try session.rows(
      """
      SELECT member, body, since FROM membership WHERE \(condition)
      ORDER BY CASE WHEN since IS NULL THEN 1 ELSE 0 END, since, member, body
      """
    ) { row in try Membership(of: row.id(0), in: row.id(1), since: row.dayIfAny(2)) }
  }

  private func note(_ membership: Membership) throws {
    try session.note(membership.member)
    try session.note(membership.body)
  }
}
