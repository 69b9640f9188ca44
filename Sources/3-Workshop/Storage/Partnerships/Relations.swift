package import Cooperation
package import SQL

extension Session { package var relations: Relations { Relations(session: self) } }

/// Who is related to whom, told from the partnerships and kept with them: what pages, maps and figures read.
///
/// Up to 12 parties are all related to one another; in a larger partnership, only with the first and with those who
/// lead it: a network of three hundred is not forty-five thousand friendships.
package struct Relations {
  let session: any Session

  /// An organisation's relations in the order of its partners' names. One statement, or two where partners have
  /// translated names.
  package func of(_ organisation: Organisation.ID, in language: Language) throws -> [Relation] {
    var translated: [Organisation.ID] = [], last = Relation.LastWords()
    let relations = try session.rows(
      """
      SELECT partnership, partner, partner_name, partner_language, partner_translated, partner_country, form, stage,
        claim, began, latest_day, latest_kind
      FROM relation WHERE organisation = \(organisation) ORDER BY partner_folded, partnership, partner
      """
    ) { row in
      let relation = try Relation(row, &last)
      if try row.flag(4), relation.name.language != language { translated.append(relation.partner) }
      return relation
    }
    guard !translated.isEmpty else { return relations }
    let names = try session.readings(of: translated, "name", in: language)
    return relations.map { relation in names[relation.partner].map(relation.called) ?? relation }
  }
}

extension Relations {
  /// Which of some organisations have worked together, by their ids; what is only proposed does not count.
  package func together(among organisations: [Organisation.ID]) throws -> [Organisation.ID: Set<Organisation.ID>] {
    guard !organisations.isEmpty else { return [:] }
    var together: [Organisation.ID: Set<Organisation.ID>] = [:]
    let statement: Statement = """
      SELECT DISTINCT organisation, partner FROM relation
      WHERE organisation IN (\(several: organisations)) AND partner IN (\(several: organisations))
        AND stage <> 'proposed'
      """
    try session.all(statement) { row in together[try row.id(0), default: []].insert(try row.id(1)) }
    return together
  }

  /// Tells the relations of a partnership anew.
  func retell(_ partnership: Partnership.ID) throws {
    try session.run("DELETE FROM relation WHERE partnership = \(partnership)")
    try session.run(
      """
      INSERT INTO relation (organisation, partner_folded, partnership, partner, partner_name, partner_language,
        partner_translated, partner_country, country, form, stage, claim, began, latest_day, latest_kind)
      SELECT a.organisation, o.folded, p.id, b.organisation, o.name, o.language,
        CASE WHEN EXISTS (SELECT 1 FROM wording w WHERE w.subject = o.id AND w.field = 'name') THEN 1 ELSE 0 END,
        o.country, m.country, p.form, p.stage, p.claim, p.began, p.latest_day, p.latest_kind
      FROM partnership p JOIN party a ON a.partnership = p.id
      JOIN party b ON b.partnership = p.id AND b.organisation <> a.organisation
      JOIN organisation m ON m.id = a.organisation JOIN organisation o ON o.id = b.organisation
      WHERE p.id = \(partnership) AND (a.position = 0 OR b.position = 0 OR a.role = 'lead' OR b.role = 'lead'
        OR (SELECT COUNT(*) FROM party y WHERE y.partnership = p.id) <= 12)
      """)
  }

  /// Counts anew how many others each of `organisations` is related to.
  func count(_ organisations: [Organisation.ID]) throws {
    guard !organisations.isEmpty else { return }
    try session.run(
      """
      UPDATE organisation SET
        relations = (SELECT COUNT(DISTINCT r.partner) FROM relation r WHERE r.organisation = organisation.id)
      WHERE id IN (\(several: organisations))
      """)
  }

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

extension Relation {
  fileprivate struct LastWords {
    var form = LastWord<Partnership.Form>(), standing = LastWord<Partnership.Standing>()
    var claim = LastWord<Claim.State>()
  }

  fileprivate init(_ row: borrowing Row, _ last: inout LastWords) throws {
    self.init(
      partnership: try row.id(0), partner: try row.id(1),
      name: Texts.Reading(text: try row.text(2), language: try row.language(3), isOriginal: true),
      country: try row.countryIfAny(5), form: try row.word(6, &last.form),
      standing: try row.word(7, &last.standing), claim: try row.word(8, &last.claim),
      began: try row.dayIfAny(9), sign: try row.signIfAny(10))
  }

  fileprivate func called(_ name: Texts.Reading) -> Relation {
    Relation(
      partnership: partnership, partner: partner, name: name, country: country, form: form, standing: standing,
      claim: claim, began: began, sign: sign)
  }
}

extension Row {
  /// The day of the latest sign of life, and in the next column its kind.
  func signIfAny(_ column: Int) throws -> Partnership.Sign? {
    guard let day = try dayIfAny(column) else { return nil }
    return Partnership.Sign(day, try word(column + 1))
  }
}

extension Session {
  /// A text of each of `subjects` in `language`, or else in English, where there is such a translation.
  func readings<Subject>(
    of subjects: [Identifier<Subject>], _ field: String, in language: Language
  ) throws -> [Identifier<Subject>: Texts.Reading] {
    guard !subjects.isEmpty else { return [:] }
    var readings: [Identifier<Subject>: Texts.Reading] = [:]
    let statement: Statement = """
      SELECT subject, language, text FROM wording
      WHERE subject IN (\(several: subjects)) AND field = \(field) AND language IN (\(language), 'en')
      """
    try all(statement) { row in
      let id: Identifier<Subject> = try row.id(0)
      let found = Texts.Reading(text: try row.text(2), language: try row.language(1), isOriginal: false)
      if found.language == language || readings[id] == nil { readings[id] = found }
    }
    return readings
  }
}
