package import Cooperation
import SQL

extension Library {
  /// What a published need or practice is found in a list by.
  package struct Listed: Sendable {
    package let id: Item.ID
    /// Its title in all languages, folded.
    package let words: String
    package let shown: Instant
    package let expires: Day?
    /// Where it holds: its own country, or else its organisation's.
    package let country: Country.Code?
    /// Of a practice: how it went; nil for a need.
    package let marks: Practice.Marks?
    package fileprivate(set) var themes: [Theme.ID] = []
    package fileprivate(set) var targets: [Target] = []
    package fileprivate(set) var languages: [Language] = []
  }

  /// Hands all that are published to `body`, some hundred at a time; memory does not grow with their number.
  package func eachListed(_ body: ([Listed]) throws -> Void) throws {
    try session.pieces({ last in
      "SELECT x.id FROM \(Item.table) x WHERE x.stage = 'published' AND x.id > \(last) ORDER BY x.id"
    }) { (ids: [Item.ID]) in try body(listed(ids)) }
  }

  /// Those of `ids` that are published.
  package func listed(_ ids: [Item.ID]) throws -> [Listed] {
    guard !ids.isEmpty else { return [] }
    var found: [String: Listed] = [:]
    try session.all(
      """
      SELECT x.id, x.folded, x.shown_at, x.expires, COALESCE(x.country, o.country), \(Item.detailColumns)
      FROM \(Item.table) x JOIN organisation o ON o.id = x.organisation
      WHERE x.id IN (\(several: ids)) AND x.stage = 'published'
      """
    ) { row in
      let listed = Listed(
        id: try row.id(0), words: try row.text(1), shown: try row.instant(2), expires: try row.dayIfAny(3),
        country: try row.countryIfAny(4), marks: Item.marks(try Item.details(row, from: 5)))
      found[listed.id.text] = listed
    }
    let among: Statement = "IN (\(several: ids))"
    try session.all(
      """
      SELECT subject, 0, theme FROM subject_theme WHERE subject \(among)
      UNION ALL SELECT subject, 1, target FROM subject_target WHERE subject \(among)
      UNION ALL SELECT subject, 2, language FROM subject_language WHERE subject \(among)
      """
    ) { row in
      let subject = try row.text(0)
      switch try row.int(1) {
      case 0: found[subject]?.themes.append(try row.value(2) { Theme.ID($0) })
      case 1: found[subject]?.targets.append(try row.value(2) { Target($0) })
      default: found[subject]?.languages.append(try row.language(2))
      }
    }
    return Array(found.values)
  }
}
