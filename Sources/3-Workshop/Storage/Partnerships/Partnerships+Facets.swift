package import Cooperation
import SQL

extension Partnerships {
  /// How many `filter` leaves.
  package func count(_ filter: Filter) throws -> Int {
    try session.number("SELECT COUNT(*) FROM partnership x \(.where(filter.conditions))")
  }

  /// How many have come how far, whatever stage `filter` asks for.
  package func standings(_ filter: Filter) throws -> [Count<Partnership.Standing>] {
    var others = filter
    others.standing = nil
    return try session.rows(
      """
      SELECT x.stage, COUNT(*) FROM partnership x \(.where(others.conditions))
      GROUP BY x.stage ORDER BY COUNT(*) DESC, x.stage
      """
    ) { row in Count(try row.word(0), try row.int(1)) }
  }

  /// How many have a party in each country, whatever countries `filter` asks for.
  package func countries(_ filter: Filter) throws -> [Count<Country.Code>] {
    var others = filter
    others.countries = nil
    return try session.rows(
      """
      SELECT o.country, COUNT(DISTINCT x.id) FROM partnership x JOIN party y ON y.partnership = x.id
      JOIN organisation o ON o.id = y.organisation \(.where(others.conditions + ["o.country IS NOT NULL"]))
      GROUP BY o.country ORDER BY COUNT(DISTINCT x.id) DESC, o.country
      """
    ) { row in Count(try row.value(0) { Country.Code($0) }, try row.int(1)) }
  }

  /// How many are about each theme, whatever themes `filter` asks for.
  package func themes(_ filter: Filter) throws -> [Count<Theme.ID>] {
    var others = filter
    others.themes = nil
    return try session.rows(
      """
      SELECT t.theme, COUNT(*) FROM partnership x JOIN subject_theme t ON t.subject = x.id
      \(.where(others.conditions)) GROUP BY t.theme ORDER BY COUNT(*) DESC, t.theme
      """
    ) { row in Count(try row.value(0) { Theme.ID($0) }, try row.int(1)) }
  }
}
