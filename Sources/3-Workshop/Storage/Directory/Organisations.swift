package import Cooperation
package import SQL

extension Session { package var organisations: Organisations { Organisations(session: self) } }

/// The organisations on record.
package struct Organisations {
  let session: any Session

  package func find(_ id: Organisation.ID) throws -> Organisation? { try find([id]).first }

  /// Those of `ids` that there are, in their order.
  package func find(_ ids: [Organisation.ID]) throws -> [Organisation] {
    guard !ids.isEmpty else { return [] }
    let statement: Statement = """
      SELECT id, kind, name, language, acronym, country, place, website, standing, revision, capacity, budget_line,
        income_share, successor, succeeded_on
      FROM organisation WHERE id IN (\(several: ids))
      """
    let attributes = try Attributes(of: ids.map { $0.text }, in: session)
    let found = try session.rows(statement) { row in try Organisation(row, attributes) }
    guard ids.count > 1 else { return found }
    let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return ids.compactMap { byID[$0] }
  }

  /// - Throws: `Missing`.
  package func require(_ id: Organisation.ID) throws -> Organisation {
    guard let organisation = try find(id) else { throw Missing(id) }
    return organisation
  }

  /// Those that have this number in someone's register: two where a register or an import is wrong.
  package func find(_ identifier: Organisation.ExternalIdentifier) throws -> [Organisation] {
    try find(
      session.rows(
        """
        SELECT organisation FROM external_identifier
        WHERE scheme = \(identifier.scheme.rawValue) AND value = \(identifier.value) ORDER BY organisation
        """
      ) { row in try row.id(0) })
  }

  /// Those that go by this very name, or acronym, in some language, accents and capitals forgiven; by name.
  ///
  /// - Parameter country: nil for anywhere.
  package func named(_ name: String, in country: Country.Code? = nil) throws -> [Organisation] {
    let wanted = folded(name)
    guard !wanted.isEmpty else { return [] }
    let conditions = Statement.beginnings(of: name, in: "o.folded") + (country.map { ["o.country = \($0)"] } ?? [])
    var ids: [Organisation.ID] = []
    let candidates: Statement = """
      SELECT o.id, o.name, o.acronym, w.text
      FROM organisation o LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name'
      \(.where(conditions)) ORDER BY o.folded, o.id
      """
    try session.each(candidates) { row in
      let names = [try row.text(1), try row.text(2), row.textIfAny(3) ?? ""]
      guard names.contains(where: { folded($0) == wanted }) else { return }
      let id: Organisation.ID = try row.id(0)
      if ids.last != id { ids.append(id) }
    }
    return try find(ids)
  }

  /// What has become part of an organisation, told in `language`, by name; `since` is the day on which it did.
  package func predecessors(of id: Organisation.ID, in language: Language) throws -> [Fellow] {
    try session.rows(
      """
      SELECT o.id, o.name, o.language, w.text, e.text, o.country, o.succeeded_on FROM organisation o
      LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = o.id AND e.field = 'name' AND e.language = 'en'
      WHERE o.successor = \(id) ORDER BY o.folded, o.id
      """
    ) { row in
      Fellow(
        id: try row.id(0), name: try row.reading(1, 2, 3, 4, in: language), country: try row.countryIfAny(5),
        since: try row.dayIfAny(6))
    }
  }

  /// Hands each to `body`, in the order of their identifiers; memory does not grow with their number.
  package func each(_ body: (Organisation) throws -> Void) throws {
    try pieces { piece in for organisation in piece { try body(organisation) } }
  }
}

extension Organisations {
  package func insert(_ organisation: Organisation, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO organisation (id, kind, name, folded, language, acronym, country, place, website, standing,
        capacity, budget_line, income_share, successor, succeeded_on, relations, revision, created_at, changed_at)
      VALUES (\(organisation.id), \(organisation.kind.rawValue), \(organisation.ownName),
        \(organisation.foldedNames), \(organisation.name.original), \(organisation.acronym), \(organisation.country),
        \(organisation.place), \(organisation.website), \(organisation.standing.rawValue),
        \(organisation.capacity), \(organisation.means.budgetLine?.rawValue), \(organisation.means.share?.hundredths),
        \(organisation.succession?.successor), \(organisation.succession?.day), 0, \(organisation.revision), \(now),
        \(now))
      """)
    try keepBelongings(of: organisation)
    try session.note(organisation.id)
  }

  /// Keeps what an edit made of the organisation as it was in `revision`.
  ///
  /// - Returns: the organisation with its next revision.
  /// - Throws: `Stale` where it has been changed since; `Missing`.
  @discardableResult
  package func update(_ organisation: Organisation, at now: Instant) throws -> Organisation {
    let changed = try session.run(
      """
      UPDATE organisation SET kind = \(organisation.kind.rawValue), name = \(organisation.ownName),
        folded = \(organisation.foldedNames), language = \(organisation.name.original),
        acronym = \(organisation.acronym), country = \(organisation.country), place = \(organisation.place),
        website = \(organisation.website), standing = \(organisation.standing.rawValue),
        capacity = \(organisation.capacity), budget_line = \(organisation.means.budgetLine?.rawValue),
        income_share = \(organisation.means.share?.hundredths), successor = \(organisation.succession?.successor),
        succeeded_on = \(organisation.succession?.day), revision = revision + 1, changed_at = \(now)
      WHERE id = \(organisation.id) AND revision = \(organisation.revision)
      """)
    guard changed == 1 else {
      let id = organisation.id
      throw try session.refusal(id, counting: "SELECT COUNT(*) FROM organisation WHERE id = \(id)")
    }
    try forgetBelongings(of: organisation.id)
    try keepBelongings(of: organisation)
    try session.relations.rename(organisation)
    try session.note(organisation.id)
    var next = organisation
    next.revision += 1
    return next
  }

  /// Deletes an organisation that nothing else speaks of any more, as the undoing of an import does.
  ///
  /// - Throws: `Missing`; `DatabaseError` with `.constraint` where something speaks of it.
  package func delete(_ id: Organisation.ID) throws {
    try forgetBelongings(of: id)
    guard try session.run("DELETE FROM organisation WHERE id = \(id)") == 1 else { throw Missing(id) }
    try session.note(id)
  }

  private func keepBelongings(of organisation: Organisation) throws {
    let subject = organisation.id.text
    try session.keepTranslations(organisation.name, as: "name", of: subject)
    try session.keep(organisation.about, as: "about", of: subject)
    try session.keep(organisation.languages, of: subject)
    for identifier in organisation.identifiers {
      try session.run(
        """
        INSERT INTO external_identifier (scheme, value, organisation)
        VALUES (\(identifier.scheme.rawValue), \(identifier.value), \(subject))
        ON CONFLICT (scheme, value, organisation) DO NOTHING
        """)
    }
    for former in organisation.formerNames {
      try session.run(
        """
        INSERT INTO former_name (organisation, name, until_year) VALUES (\(subject), \(former.name), \(former.until))
        ON CONFLICT (organisation, name) DO NOTHING
        """)
    }
  }

  private func forgetBelongings(of id: Organisation.ID) throws {
    try session.forgetBelongings(of: id.text)
    try session.run("DELETE FROM external_identifier WHERE organisation = \(id)")
    try session.run("DELETE FROM former_name WHERE organisation = \(id)")
  }
}

extension Organisation {
  /// - Parameter row: id, kind, name, language, acronym, country, place, website, standing, revision, capacity,
  ///   budget line, share of income, successor and since when.
  fileprivate init(_ row: borrowing Row, _ attributes: Attributes) throws {
    let id: Organisation.ID = try row.id(0)
    let belongings = attributes[id]
    self.init(
      id: id, kind: try row.word(1),
      name: belongings.texts("name", original: try row.text(2), in: try row.language(3)), acronym: try row.text(4),
      country: try row.countryIfAny(5), place: row.intIfAny(6).map { GeoNamesNumber($0) },
      about: belongings.texts("about"), website: try row.text(7), languages: belongings.languages,
      identifiers: belongings.identifiers,
      means: Means(
        budgetLine: try row.wordIfAny(11), share: row.intIfAny(12).flatMap { IncomeShare(hundredths: $0) }),
      formerNames: belongings.formerNames, succession: try Self.succession(row), standing: try row.word(8),
      capacity: row.intIfAny(10), revision: try row.int(9))
  }

  private static func succession(_ row: borrowing Row) throws -> Succession? {
    guard let successor: ID = try row.idIfAny(13), let day = try row.dayIfAny(14) else { return nil }
    return Succession(to: successor, on: day)
  }

  var ownName: String { name.versions[name.original] ?? "" }

  /// All that it may be looked for by: its own name, then the others in their languages' order, then its acronym and
  /// what it was called before.
  var foldedNames: String {
    ([name.foldedVersions] + ([acronym] + formerNames.map(\.name)).map { folded($0) }).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
