package import Cooperation
package import SQL

extension Session { package var contributions: Contributions { Contributions(session: self) } }

/// Money, and what is worth money, that went or should go into partnerships.
package struct Contributions {
  let session: any Session

  /// A partnership's contributions by day.
  package func of(_ partnership: Partnership.ID) throws -> [Contribution] {
    try load("partnership = \(partnership)")
  }

  /// The contributions of each of `partnerships` by day.
  package func of(_ partnerships: [Partnership.ID]) throws -> [Partnership.ID: [Contribution]] {
    guard !partnerships.isEmpty else { return [:] }
    return Dictionary(grouping: try load("partnership IN (\(several: partnerships))"), by: \.partnership)
  }

  package func find(_ id: Contribution.ID) throws -> Contribution? { try load("id = \(id)").first }

  private func load(_ condition: Statement) throws -> [Contribution] {
    try session.rows(
      """
      SELECT id, partnership, kind, organisation, minor_units, currency, day, until_day, note FROM contribution
      WHERE \(condition) ORDER BY day, id
      """
    ) { row in
      Contribution(
        id: try row.id(0), partnership: try row.id(1), kind: try row.word(2), organisation: try row.idIfAny(3),
        money: Money(minorUnits: Int64(try row.int(4)), try row.value(5) { Currency($0) }), day: try row.day(6),
        until: try row.dayIfAny(7), note: try row.text(8))
    }
  }

  package func insert(_ contribution: Contribution) throws {
    try session.run(
      """
      INSERT INTO contribution (id, partnership, kind, organisation, minor_units, currency, day, until_day, note)
      VALUES (\(contribution.id), \(contribution.partnership), \(contribution.kind.rawValue),
        \(contribution.organisation), \(contribution.money.minorUnits), \(contribution.money.currency.code),
        \(contribution.day), \(contribution.until), \(contribution.note))
      """)
    try session.note(contribution.partnership)
  }

  /// - Throws: `Missing`.
  package func delete(_ contribution: Contribution) throws {
    guard try session.run("DELETE FROM contribution WHERE id = \(contribution.id)") == 1 else {
      throw Missing(contribution.id)
    }
    try session.note(contribution.partnership)
  }
}
