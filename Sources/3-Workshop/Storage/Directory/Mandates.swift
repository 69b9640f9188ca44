package import Cooperation
package import SQL

extension Session { package var mandates: Mandates { Mandates(session: self) } }

/// The mandates on record, past ones included: nobody's time in office is forgotten.
package struct Mandates {
  let session: any Session

  /// A mandate and who holds it.
  package struct Holder: Sendable, Equatable {
    package let mandate: Mandate
    package let person: Person
  }

  package func find(_ id: Mandate.ID) throws -> Mandate? {
    try session.first(
      "SELECT id, person, organisation, role, title, from_day, until_day FROM mandate WHERE id = \(id)"
    ) { row in try Mandate(row) }
  }

  /// - Throws: `Missing`.
  package func require(_ id: Mandate.ID) throws -> Mandate {
    guard let mandate = try find(id) else { throw Missing(id) }
    return mandate
  }

  /// All of an organisation, those that last or lasted longest first, with who holds them.
  package func holders(in organisation: Organisation.ID) throws -> [Holder] {
    try holders("m.organisation = \(organisation)")
  }

  /// Those of an organisation that hold on `day`.
  package func holders(in organisation: Organisation.ID, on day: Day) throws -> [Holder] {
    try holders(
      "m.organisation = \(organisation) AND m.from_day <= \(day) AND (m.until_day IS NULL OR m.until_day >= \(day))")
  }

  /// All that a person has or had, the latest first.
  package func of(_ person: Person.ID) throws -> [Mandate] {
    try session.rows(
      """
      SELECT id, person, organisation, role, title, from_day, until_day FROM mandate
      WHERE person = \(person) ORDER BY from_day DESC, id
      """
    ) { row in try Mandate(row) }
  }

  package func insert(_ mandate: Mandate) throws {
    try session.run(
      """
      INSERT INTO mandate (id, person, organisation, role, title, from_day, until_day)
      VALUES (\(mandate.id), \(mandate.person), \(mandate.organisation), \(mandate.role.rawValue), \(mandate.title),
        \(mandate.from), \(mandate.until))
      """)
    try session.note(mandate.organisation)
  }

  /// Keeps a mandate as it is now: another title, other days.
  ///
  /// - Throws: `Missing`.
  package func update(_ mandate: Mandate) throws {
    let changed = try session.run(
      """
      UPDATE mandate SET role = \(mandate.role.rawValue), title = \(mandate.title), from_day = \(mandate.from),
        until_day = \(mandate.until)
      WHERE id = \(mandate.id) AND person = \(mandate.person) AND organisation = \(mandate.organisation)
      """)
    guard changed == 1 else { throw Missing(mandate.id) }
    try session.note(mandate.organisation)
  }

  private func holders(_ condition: Statement) throws -> [Holder] {
    try session.rows(
      """
      SELECT m.id, m.person, m.organisation, m.role, m.title, m.from_day, m.until_day,
        p.id, p.name, p.languages, p.contact, p.shows_contact
      FROM mandate m JOIN person p ON p.id = m.person WHERE \(condition)
      ORDER BY CASE WHEN m.until_day IS NULL THEN 0 ELSE 1 END, m.until_day DESC, m.from_day, m.id
      """
    ) { row in Holder(mandate: try Mandate(row), person: try Person(row, from: 7)) }
  }
}

extension Mandate {
  /// - Parameter row: id, person, organisation, role, title, from_day, until_day.
  fileprivate init(_ row: borrowing Row) throws {
    try self.init(
      id: try row.id(0), person: try row.id(1), organisation: try row.id(2), role: try row.word(3),
      title: try row.text(4), from: try row.day(5), until: try row.dayIfAny(6))
  }
}
