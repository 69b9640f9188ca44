package import Cooperation
package import SQL

extension Session { package var verifications: Verifications { Verifications(session: self) } }

/// Who says of which organisation that it is what it claims to be: a body that it belongs to, or this instance itself.
package struct Verifications {
  let session: any Session

  /// The day on which a reviewer of this instance said so; nil where none did.
  package func byInstance(_ organisation: Organisation.ID) throws -> Day? {
    try session.first("SELECT verified FROM organisation WHERE id = \(organisation)") { row in try row.dayIfAny(0) }
      ?? nil
  }

  /// Keeps the day on which a body said so of one of its members, or the instance where `body` is nil; a nil day takes
  /// it back. The organisation's standing follows.
  ///
  /// - Throws: `Missing` where it is no member, or not on record.
  package func keep(_ organisation: Organisation.ID, by body: Organisation.ID?, on day: Day?) throws {
    let saying: Statement =
      if let body {
        "UPDATE membership SET verified = \(day) WHERE member = \(organisation) AND body = \(body)"
      } else {
        "UPDATE organisation SET verified = \(day) WHERE id = \(organisation)"
      }
    guard try session.run(saying) == 1 else { throw Missing(organisation) }
    try settle(organisation)
  }

  /// An organisation is verified as long as someone says so; what is invented stays invented.
  package func settle(_ organisation: Organisation.ID) throws {
    try session.run(
      """
      UPDATE organisation SET standing = CASE
        WHEN verified IS NOT NULL THEN 'verified'
        WHEN EXISTS (SELECT 1 FROM membership WHERE member = \(organisation) AND verified IS NOT NULL) THEN 'verified'
        WHEN standing <> 'verified' THEN standing
        WHEN EXISTS (SELECT 1 FROM organisation_role WHERE organisation = \(organisation)) THEN 'claimed'
        ELSE 'inferred' END
      WHERE id = \(organisation) AND standing <> 'invented'
      """)
    try session.note(organisation)
  }
}
