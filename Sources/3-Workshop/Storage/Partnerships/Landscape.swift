package import Cooperation
package import SQL

extension Session { package var landscape: Landscape { Landscape(session: self) } }

/// The whole picture in numbers: between countries, of each country, and line by line.
package struct Landscape {
  let session: any Session

  /// How many partnerships of each form and claim state there are between each two countries, most first.
  ///
  /// Those of regions are sums of these. A partnership of several countries counts once between each two.
  ///
  /// - Parameter country: one end of all; nil for the world.
  package func arcs(of country: Country.Code? = nil) throws -> [Arc] {
    var conditions: [Statement] = ["country IS NOT NULL AND partner_country IS NOT NULL"]
    if let country { conditions.append("country = \(country)") }
    return try session.rows(
      """
      SELECT CASE WHEN country <= partner_country THEN country ELSE partner_country END AS one,
        CASE WHEN country <= partner_country THEN partner_country ELSE country END AS other,
        form, claim, COUNT(DISTINCT partnership) AS number
      FROM relation \(.where(conditions)) GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4
      """
    ) { row in
      Arc(
        try row.value(0) { Country.Code($0) }, try row.value(1) { Country.Code($0) }, try row.word(2), try row.word(3),
        try row.int(4))
    }
  }

  /// The figures of each country of which anything is on record, in the order of their codes.
  package func countries() throws -> [CountryNumbers] {
    var figures: [Country.Code: CountryNumbers] = [:]
    func add(_ statement: Statement, _ enter: (inout CountryNumbers, borrowing Row) throws -> Void) throws {
      try session.each(statement) { row in
        let country = try row.value(0) { Country.Code($0) }
        try enter(&figures[country, default: CountryNumbers(country)], row)
      }
    }
    try add("SELECT country, COUNT(*) FROM organisation WHERE country IS NOT NULL GROUP BY country") {
      $0.organisations = try $1.int(1)
    }
    try add(Self.published("need")) { $0.needs = try $1.int(1) }
    try add(Self.published("practice")) { $0.practices = try $1.int(1) }
    try add(
      """
      SELECT country, COUNT(DISTINCT partnership), claim FROM relation WHERE country IS NOT NULL
      GROUP BY country, claim
      """
    ) { $0.partnerships[try $1.word(2)] = try $1.int(1) }
    return figures.values.sorted { $0.country < $1.country }
  }

  /// The lines between organisations, each once: those of a country, or of the world; the newest partnerships first.
  package func links(of country: Country.Code? = nil, limit: Int) throws -> [Link] {
    // From a country's side each line is there once, but for those within it.
    let condition: Statement =
      if let country {
        "country = \(country) AND (organisation < partner OR partner_country IS NULL OR partner_country <> \(country))"
      } else {
        "organisation < partner"
      }
    return try session.rows(
      """
      SELECT partnership, organisation, partner, form, claim FROM relation WHERE \(condition)
      ORDER BY partnership DESC, organisation, partner LIMIT \(limit)
      """
    ) { row in
      Link(try row.id(0), try row.id(1), try row.id(2), try row.word(3), try row.word(4))
    }
  }

  private static func published(_ table: Statement) -> Statement {
    """
    SELECT COALESCE(x.country, o.country), COUNT(*) FROM \(table) x JOIN organisation o ON o.id = x.organisation
    WHERE x.stage = 'published' AND COALESCE(x.country, o.country) IS NOT NULL
    GROUP BY COALESCE(x.country, o.country)
    """
  }
}
