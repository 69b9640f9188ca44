package import Cooperation
package import SQL

extension Session { package var people: People { People(session: self) } }

/// The people on record. Whether their contact may be shown is for them to say, and for whoever shows it to heed.
package struct People {
  let session: any Session

  package func find(_ id: Person.ID) throws -> Person? { try find([id]).first }

  /// Those of `ids` that there are, by name.
  package func find(_ ids: [Person.ID]) throws -> [Person] {
    try session.rows(
      """
      SELECT id, name, languages, contact, shows_contact FROM person WHERE id IN (\(several: ids)) ORDER BY name, id
      """
    ) { row in try Person(row, from: 0) }
  }

  /// - Throws: `Missing`.
  package func require(_ id: Person.ID) throws -> Person {
    guard let person = try find(id) else { throw Missing(id) }
    return person
  }

  package func insert(_ person: Person) throws {
    try session.run(
      """
      INSERT INTO person (id, name, languages, contact, shows_contact)
      VALUES (\(person.id), \(person.name), \(person.languageTags), \(person.contact), \(person.showsContact))
      """)
    try session.note(person.id)
  }

  /// - Throws: `Missing`.
  package func update(_ person: Person) throws {
    let changed = try session.run(
      """
      UPDATE person SET name = \(person.name), languages = \(person.languageTags), contact = \(person.contact),
        shows_contact = \(person.showsContact)
      WHERE id = \(person.id)
      """)
    guard changed == 1 else { throw Missing(person.id) }
    try session.note(person.id)
  }
}

extension Person {
  /// - Parameter row: from the column `start` on: id, name, languages, contact, shows_contact.
  init(_ row: borrowing Row, from start: Int) throws {
    self.init(
      id: try row.id(start), name: try row.text(start + 1), languages: try row.languages(start + 2),
      contact: try row.text(start + 3), showsContact: try row.flag(start + 4))
  }

  fileprivate var languageTags: String { languages.map(\.tag).joined(separator: " ") }
}
