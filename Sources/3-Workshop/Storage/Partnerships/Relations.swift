import Cooperation
package import SQL

extension Session { package var relations: Relations { Relations(session: self) } }

/// Who is related to whom, told from the partnerships and kept with them.
package struct Relations {
  let session: any Session

  /// Tells an organisation's partners what it is called and where it is now.
  func rename(_ organisation: Organisation) throws {
    let translated = organisation.name.versions.count > 1
    try session.run(
      """
      UPDATE relation SET partner_folded = \(organisation.foldedNames), partner_name = \(organisation.ownName),
        partner_language = \(organisation.name.original), partner_translated = \(translated),
        partner_country = \(organisation.country)
      WHERE partner = \(organisation.id)
      """)
    try session.run("UPDATE relation SET country = \(organisation.country) WHERE organisation = \(organisation.id)")
  }
}
