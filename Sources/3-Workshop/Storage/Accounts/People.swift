package import Cooperation
package import SQL

extension Session { package var people: People { People(session: self) } }

/// The people on record.
package struct People {
  let session: any Session

  package func find(_ id: Person.ID) throws -> Person? {
    try session.first("SELECT id, name, languages, contact, shows_contact FROM person WHERE id = \(id)") { row in
      Person(
        id: try row.id(0), name: try row.text(1), languages: try row.languages(2), contact: try row.text(3),
        showsContact: try row.flag(4))
    }
  }

  package func insert(_ person: Person) throws {
    try session.run(
      """
      INSERT INTO person (id, name, languages, contact, shows_contact)
      VALUES (\(person.id), \(person.name), \(person.languages.map(\.tag).joined(separator: " ")), \(person.contact),
        \(person.showsContact))
      """)
  }

  package func update(_ person: Person) throws {
    try session.run(
      """
      UPDATE person SET name = \(person.name), languages = \(person.languages.map(\.tag).joined(separator: " ")),
        contact = \(person.contact), shows_contact = \(person.showsContact)
      WHERE id = \(person.id)
      """)
  }
}
