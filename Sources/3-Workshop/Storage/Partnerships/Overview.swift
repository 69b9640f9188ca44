package import Cooperation
package import SQL

extension Session { package var overview: Overview { Overview(session: self) } }

/// The whole picture in numbers: between countries, of each country, and line by line.
package struct Overview {
  let session: any Session

  /// How the partnerships of each form stand between each two countries and within one, in the order of their codes.
  ///
  /// - Parameters:
  ///   - country: one end of all; nil for the world.
  ///   - themes: only partnerships about one of these; nil for all, an empty list leaves nothing.
  package func flows(of country: Country.Code? = nil, about themes: [Theme.ID]? = nil) throws -> [Flow] {
    struct Ends: Hashable { let one: Country.Code, other: Country.Code, form: Partnership.Form }
    // Every line is there from both of its ends.
    let ends: Statement =
      if let country { "country = \(country) AND partner_country IS NOT NULL" } else { "country <= partner_country" }
    let about: Statement? = themes.map {
      "partnership IN (SELECT subject FROM subject_theme WHERE theme IN (\(several: $0)))"
    }
    var order: [Ends] = []
    var counts: [Ends: [Claim.State: Int]] = [:]
    let statement: Statement = """
      SELECT country, partner_country, form, claim, COUNT(DISTINCT partnership) FROM relation
      \(.where([ends, about].compactMap { $0 }))
      GROUP BY country, partner_country, form, claim ORDER BY country, partner_country, form, claim
      """
    try session.each(statement) { row in
      let ends = Ends(
        one: try row.value(0) { Country.Code($0) }, other: try row.value(1) { Country.Code($0) },
        form: try row.word(2))
      if order.last != ends { order.append(ends) }
      counts[ends, default: [:]][try row.word(3)] = try row.int(4)
    }
    return order.map { Flow($0.one, $0.other, $0.form, Tally(counts[$0] ?? [:])) }
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

  /// How many partnerships of each form began in which year, in a country or in the world.
  package func evolution(of country: Country.Code? = nil) throws -> Evolution {
    var undated = 0
    var years: [Int: [Partnership.Form: Int]] = [:]
    let statement: Statement = """
      SELECT COALESCE(CAST(SUBSTR(x.began, 1, 4) AS BIGINT), 0), x.form, COUNT(*) FROM partnership x
      \(.where(Self.partnerships(of: country))) GROUP BY 1, x.form
      """
    try session.each(statement) { row in
      let (year, number) = (try row.int(0), try row.int(2))
      if year == 0 { undated += number } else { years[year, default: [:]][try row.word(1)] = number }
    }
    return Evolution(years: years.map { Evolution.Year($0.key, $0.value) }, undated: undated)
  }

  static func partnerships(of country: Country.Code?) -> [Statement] {
    guard let country else { return [] }
    return ["x.id IN (SELECT partnership FROM relation WHERE country = \(country))"]
  }
}
