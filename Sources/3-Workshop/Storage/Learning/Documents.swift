package import Cooperation
package import SQL

extension Session { package var documents: Documents { Documents(session: self) } }

/// What exchanges left behind, frozen as it was first signed, and who signed it.
package struct Documents {
  let session: any Session

  /// Nil until it has been signed once.
  package func find(_ output: Output.ID, of exchange: Exchange.ID) throws -> FrozenDocument? {
    try find("exchange = \(exchange) AND output = \(output)")
  }

  /// The document with this fingerprint; nil where none was frozen here.
  package func find(_ digest: Digest) throws -> FrozenDocument? { try find("hash = \(digest.description)") }

  /// In the order they were given.
  package func signatures(under id: FrozenDocument.ID) throws -> [SignOff] {
    try session.rows(
      """
      SELECT person, organisation, name, title, role, at FROM sign_off WHERE document = \(id)
      ORDER BY at, person, organisation
      """
    ) { row in
      SignOff(
        person: try row.id(0), organisation: try row.id(1), name: try row.text(2), title: try row.text(3),
        role: try row.word(4), at: try row.instant(5))
    }
  }

  /// The document as it would be frozen now; nil until the exchange is concluded, or where its method has no such
  /// output.
  package func draft(_ output: Output.ID, of room: Room) throws -> ReportBack? {
    let organisations = try session.organisations.find(room.organisations)
    let language = room.exchange.opening.language
    let names = organisations.map { ($0.id, $0.name.reading(in: [language]).text) }
    return ReportBack(
      output, of: room.exchange, under: room.method, organisations: Dictionary(uniqueKeysWithValues: names))
  }

  package func insert(_ document: FrozenDocument) throws {
    try session.run(
      """
      INSERT INTO document (id, exchange, output, title, language, text, hash, frozen_at)
      VALUES (\(document.id), \(document.exchange), \(document.output), \(document.title), \(document.language),
        \(document.text), \(document.digest.description), \(document.frozen))
      """)
  }

  package func sign(_ id: FrozenDocument.ID, _ signature: SignOff) throws {
    try session.run(
      """
      INSERT INTO sign_off (document, person, organisation, name, title, role, at)
      VALUES (\(id), \(signature.person), \(signature.organisation), \(signature.name), \(signature.title),
        \(signature.role.rawValue), \(signature.at))
      """)
  }

  private func find(_ condition: Statement) throws -> FrozenDocument? {
    try session.first(
      """
      SELECT id, exchange, output, title, language, text, hash, frozen_at FROM document WHERE \(condition)
      """
    ) { row in
      FrozenDocument(
        id: try row.id(0), exchange: try row.id(1), output: try row.value(2) { Output.ID($0) }, title: try row.text(3),
        language: try row.language(4), text: try row.text(5), digest: try row.value(6) { Digest($0) },
        frozen: try row.instant(7))
    }
  }
}
