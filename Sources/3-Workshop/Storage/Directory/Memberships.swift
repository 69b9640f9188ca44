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

  /// What an organisation belongs to, told in `language`, by name.
  package func bodies(of member: Organisation.ID, in language: Language) throws -> [Fellow] {
    try fellows("o.id = m.body", "m.member = \(member)", language, limit: 200)
  }

  /// Who belongs to a body, told in `language`: the first `limit` by name.
  package func members(of body: Organisation.ID, in language: Language, limit: Int) throws -> [Fellow] {
    try fellows("o.id = m.member", "m.body = \(body)", language, limit: limit)
  }

  private func fellows(
    _ join: Statement, _ condition: Statement, _ language: Language, limit: Int
  ) throws -> [Fellow] {
    try session.rows(
      """
      SELECT o.id, o.name, o.language, w.text, e.text, o.country, m.since, m.verified
      FROM membership m JOIN organisation o ON \(join)
      LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = o.id AND e.field = 'name' AND e.language = 'en'
      WHERE \(condition) ORDER BY o.folded, o.id LIMIT \(limit)
      """
    ) { row in
      Fellow(
        id: try row.id(0), name: try row.reading(1, 2, 3, 4, in: language), country: try row.countryIfAny(5),
        since: try row.dayIfAny(6), verified: try row.dayIfAny(7))
    }
  }

  /// How many belong to a body.
  package func count(of body: Organisation.ID) throws -> Int {
    try session.number("SELECT COUNT(*) FROM membership WHERE body = \(body)")
  }

  /// Keeps a membership; one that there is already gets the day of this one.
  package func insert(_ membership: Membership) throws {
    try session.run(
      """
      INSERT INTO membership (member, body, since, verified)
      VALUES (\(membership.member), \(membership.body), \(membership.since), \(membership.verified))
      ON CONFLICT (member, body) DO UPDATE SET since = excluded.since
      """)
    try note(membership)
  }

  /// - Throws: `Missing`.
  package func delete(_ membership: Membership) throws {
    let deleted = try session.run(
      "DELETE FROM membership WHERE member = \(membership.member) AND body = \(membership.body)")
    guard deleted == 1 else { throw Missing(membership.member) }
    try session.verifications.settle(membership.member)
    try note(membership)
  }

  private func rows(_ condition: Statement) throws -> [Membership] {
    try session.rows(
      """
      SELECT member, body, since, verified FROM membership WHERE \(condition)
      ORDER BY CASE WHEN since IS NULL THEN 1 ELSE 0 END, since, member, body
      """
    ) { row in
      try Membership(of: row.id(0), in: row.id(1), since: row.dayIfAny(2), verified: row.dayIfAny(3))
    }
  }

  private func note(_ membership: Membership) throws {
    try session.note(membership.member)
    try session.note(membership.body)
  }
}
