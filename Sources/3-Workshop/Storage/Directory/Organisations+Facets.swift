package import Cooperation
import SQL

extension Organisations {
  /// How many there are of each standing, whatever standing `filter` asks for.
  package func standings(_ filter: Filter) throws -> [Count<Organisation.Standing>] {
    var others = filter
    others.standing = nil
    return try session.counts("o.standing", among: "organisation o \(.where(others.conditions))") { row in
      try row.word(0)
    }
  }

  /// How many work in each language, whatever language `filter` asks for.
  package func languages(_ filter: Filter) throws -> [Count<Language>] {
    var others = filter
    others.language = nil
    return try session.counts(
      "l.language", among: "organisation o JOIN subject_language l ON l.subject = o.id \(.where(others.conditions))"
    ) { row in try row.language(0) }
  }

  /// How many seek something about each theme, whatever sought themes `filter` asks for.
  package func sought(_ filter: Filter) throws -> [Count<Theme.ID>] {
    var others = filter
    others.seeks = nil
    return try themes(of: "need", others)
  }

  /// How many can teach something about each theme, whatever taught themes `filter` asks for.
  package func taught(_ filter: Filter) throws -> [Count<Theme.ID>] {
    var others = filter
    others.teaches = nil
    return try themes(of: "practice", others)
  }

  private func themes(of table: Statement, _ filter: Filter) throws -> [Count<Theme.ID>] {
    try session.rows(
      """
      SELECT t.theme, COUNT(DISTINCT o.id) FROM organisation o JOIN \(table) s ON s.organisation = o.id
      JOIN subject_theme t ON t.subject = s.id \(.where(filter.conditions + ["s.stage = 'published'"]))
      GROUP BY t.theme ORDER BY COUNT(DISTINCT o.id) DESC, t.theme
      """
    ) { row in Count(try row.value(0) { Theme.ID($0) }, try row.int(1)) }
  }
}
