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
    return try session.counts("x.stage", among: "partnership x \(.where(others.conditions))") { row in
      try row.word(0)
    }
  }

  /// How many have a party in each country, whatever countries `filter` asks for.
  package func countries(_ filter: Filter) throws -> [Count<Country.Code>] {
    var others = filter
    others.countries = nil
    return try session.counts(
      "o.country", each: "x.id",
      among: """
        partnership x JOIN party y ON y.partnership = x.id
        JOIN organisation o ON o.id = y.organisation \(.where(others.conditions + ["o.country IS NOT NULL"]))
        """
    ) { row in try row.value(0) { Country.Code($0) } }
  }

  /// How many are about each theme, whatever themes `filter` asks for.
  package func themes(_ filter: Filter) throws -> [Count<Theme.ID>] {
    var others = filter
    others.themes = nil
    return try session.counts(
      "t.theme", among: "partnership x JOIN subject_theme t ON t.subject = x.id \(.where(others.conditions))"
    ) { row in try row.value(0) { Theme.ID($0) } }
  }
}
