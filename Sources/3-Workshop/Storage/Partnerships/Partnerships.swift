package import Cooperation
package import SQL

extension Session { package var partnerships: Partnerships { Partnerships(session: self) } }

/// Where a record was told first.
package enum Origin: Sendable {
  /// By someone who works with this instance.
  case here
  /// In a file, before anyone of the parties spoke.
  case imported
}

/// The partnerships on record.
///
/// Beside each stands how its claim stands (`claim`), told from the voices by the field's own rule, and its latest sign
/// of life; both are kept in the transaction that changes them, so that lists and figures can count by them.
package struct Partnerships {
  let session: any Session

  package func find(_ id: Partnership.ID) throws -> Partnership? { try find([id]).first }

  /// Those of `ids` that there are, in their order.
  package func find(_ ids: [Partnership.ID]) throws -> [Partnership] {
    guard !ids.isEmpty else { return [] }
    let drafts = try session.rows(
      """
      SELECT id, form, title, language, population, country, parent, stage, proposed_by, stage_day, ending, began,
        revision
      FROM partnership WHERE id IN (\(several: ids))
      """
    ) { row in try Draft(row) }
    guard !drafts.isEmpty else { return [] }
    let attributes = try Attributes(of: ids.map { $0.text }, in: session)
    let parties = try parties(of: ids)
    let agreements = try agreements(of: drafts.filter { $0.standing == .signed }.map(\.id))
    var found: [Partnership.ID: Partnership] = [:]
    for draft in drafts {
      found[draft.id] = try draft.partnership(
        parties[draft.id] ?? [], agreements[draft.id], attributes[draft.id])
    }
    return ids.compactMap { found[$0] }
  }

  /// - Throws: `Missing`.
  package func require(_ id: Partnership.ID) throws -> Partnership {
    guard let partnership = try find(id) else { throw Missing(id) }
    return partnership
  }

  /// The signed protocol or memorandum, of an ended partnership too; nil where none was signed here.
  package func agreement(of id: Partnership.ID) throws -> Agreement? { try agreements(of: [id])[id] }

  /// The partnerships that join two organisations, the oldest record first.
  ///
  /// - Parameter form: nil for any.
  package func between(
    _ one: Organisation.ID, _ other: Organisation.ID, _ form: Partnership.Form? = nil
  ) throws -> [Partnership.ID] {
    let form: Statement = if let form { " AND p.form = \(form.rawValue)" } else { .none }
    return try session.rows(
      """
      SELECT p.id FROM party a JOIN party b ON b.partnership = a.partnership AND b.organisation = \(other)
      JOIN partnership p ON p.id = a.partnership
      WHERE a.organisation = \(one)\(form) ORDER BY p.id
      """
    ) { row in try row.id(0) }
  }

  /// Hands each to `body`, in the order of their identifiers; memory does not grow with their number.
  package func each(_ body: (Partnership) throws -> Void) throws {
    try pieces { piece in for partnership in piece { try body(partnership) } }
  }
}

extension Partnerships {
  private func parties(of ids: [Partnership.ID]) throws -> [Partnership.ID: [Party]] {
    var parties: [Partnership.ID: [Party]] = [:]
    let statement: Statement = """
      SELECT partnership, organisation, role FROM party WHERE partnership IN (\(several: ids))
      ORDER BY partnership, position
      """
    try session.each(statement) { row in
      parties[try row.id(0), default: []].append(Party(try row.id(1), try row.word(2)))
    }
    return parties
  }

  private func agreements(of ids: [Partnership.ID]) throws -> [Partnership.ID: Agreement] {
    guard !ids.isEmpty else { return [:] }
    var signatories: [Partnership.ID: [Agreement.Signatory]] = [:]
    let signed: Statement = """
      SELECT partnership, organisation, name, title FROM signatory WHERE partnership IN (\(several: ids))
      ORDER BY partnership, position
      """
    try session.each(signed) { row in
      signatories[try row.id(0), default: []].append(
        Agreement.Signatory(organisation: try row.id(1), name: try row.text(2), title: try row.text(3)))
    }
    var agreements: [Partnership.ID: Agreement] = [:]
    let statement: Statement = """
      SELECT partnership, kind, signed_on, ends_on, aspects FROM agreement WHERE partnership IN (\(several: ids))
      """
    try session.each(statement) { row in
      let id: Partnership.ID = try row.id(0)
      agreements[id] = try Agreement(
        kind: row.word(1), signed: row.day(2), endsOn: row.dayIfAny(3),
        aspects: row.text(4).split(separator: "\n").map(String.init), signatories: signatories[id] ?? [])
    }
    return agreements
  }
}

/// A partnership's own row, to be joined with what stands elsewhere.
private struct Draft {
  let id: Partnership.ID, form: Partnership.Form, title: String, language: Language
  let population: Int?, country: Country.Code?, parent: Partnership.ID?
  let standing: Partnership.Standing, proposer: Organisation.ID?, day: Day?, ending: Partnership.Ending?
  let began: Day?, revision: Int

  init(_ row: borrowing Row) throws {
    (id, form, title, language) = (try row.id(0), try row.word(1), try row.text(2), try row.language(3))
    (population, country, parent) = (row.intIfAny(4), try row.countryIfAny(5), try row.idIfAny(6))
    (standing, proposer, day) = (try row.word(7), try row.idIfAny(8), try row.dayIfAny(9))
    (ending, began, revision) = (try row.wordIfAny(10), try row.dayIfAny(11), try row.int(12))
  }

  func partnership(
    _ parties: [Party], _ agreement: Agreement?, _ belongings: Attributes.Belongings
  ) throws -> Partnership {
    Partnership(
      id: id, title: belongings.texts("title", original: title, in: language), form: form,
      parties: try Parties(parties), stage: try stage(agreement), about: belongings.texts("about"),
      topic: belongings.topic(population: population, country: country), parent: parent, began: began,
      revision: revision)
  }

  private func stage(_ agreement: Agreement?) throws -> Partnership.Stage {
    switch (standing, proposer, day, ending, agreement) {
    case (.inferred, _, _, _, _): return .inferred
    case (.proposed, let party?, let day?, _, _): return .proposed(by: party, on: day)
    case (.agreed, _, let day?, _, _): return .agreed(on: day)
    case (.signed, _, _, _, let agreement?): return .signed(agreement)
    case (.ended, _, let day?, let ending?, _): return .ended(on: day, why: ending)
    default: throw DatabaseError("\(id) lacks what its stage needs")
    }
  }
}
