package import Cooperation
import SQL

extension Organisations {
  /// What an organisation is found in a list by.
  package struct Listed: Sendable {
    package let id: Organisation.ID
    /// Its names, folded.
    package let words: String
    package let created: Instant
    package let kind: Organisation.Kind
    package let country: Country.Code?
    package let standing: Organisation.Standing
    package fileprivate(set) var languages: [Language] = []
    /// The themes of its published needs.
    package fileprivate(set) var seeks: [Theme.ID] = []
    /// The themes of its published practices.
    package fileprivate(set) var teaches: [Theme.ID] = []
  }

  /// Hands all to `body`, some hundred at a time; memory does not grow with their number.
  package func eachListed(_ body: ([Listed]) throws -> Void) throws {
    try session.pieces({ last in "SELECT o.id FROM organisation o WHERE o.id > \(last) ORDER BY o.id" }) {
      (ids: [Organisation.ID]) in try body(listed(ids))
    }
  }

  /// Those of `ids` that there are.
  package func listed(_ ids: [Organisation.ID]) throws -> [Listed] {
    guard !ids.isEmpty else { return [] }
    var found: [String: Listed] = [:]
    try session.all(
      "SELECT id, folded, created_at, kind, country, standing FROM organisation WHERE id IN (\(several: ids))"
    ) { row in
      let listed = Listed(
        id: try row.id(0), words: try row.text(1), created: try row.instant(2), kind: try row.word(3),
        country: try row.countryIfAny(4), standing: try row.word(5))
      found[listed.id.text] = listed
    }
    let among: Statement = "IN (\(several: ids))"
    try session.all(
      """
      SELECT subject, 0, language FROM subject_language WHERE subject \(among)
      UNION ALL SELECT s.organisation, 1, t.theme FROM need s JOIN subject_theme t ON t.subject = s.id
        WHERE s.organisation \(among) AND s.stage = 'published'
      UNION ALL SELECT s.organisation, 2, t.theme FROM practice s JOIN subject_theme t ON t.subject = s.id
        WHERE s.organisation \(among) AND s.stage = 'published'
      """
    ) { row in
      let subject = try row.text(0)
      switch try row.int(1) {
      case 0: found[subject]?.languages.append(try row.language(2))
      case 1: found[subject]?.seeks.append(try row.value(2) { Theme.ID($0) })
      default: found[subject]?.teaches.append(try row.value(2) { Theme.ID($0) })
      }
    }
    return Array(found.values)
  }

  /// Whose these needs and practices are.
  package func owners(of needs: [Need.ID], _ practices: [Practice.ID]) throws -> [Organisation.ID] {
    guard !needs.isEmpty || !practices.isEmpty else { return [] }
    return try session.rows(
      """
      SELECT organisation FROM need WHERE id IN (\(several: needs))
      UNION SELECT organisation FROM practice WHERE id IN (\(several: practices))
      """
    ) { row in try row.id(0) }
  }
}
