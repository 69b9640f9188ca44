package import Cooperation
import SQL

extension Overview {
  /// The numbers of each country of which anything is on record, in the order of their codes.
  package func countries() throws -> [CountryNumbers] {
    var numbers: [Country.Code: CountryNumbers] = [:]
    func add(_ statement: Statement, _ enter: (inout CountryNumbers, borrowing Row) throws -> Void) throws {
      try session.each(statement) { row in
        let country = try row.value(0) { Country.Code($0) }
        try enter(&numbers[country, default: CountryNumbers(country)], row)
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
    ) { $0.partnerships += Tally([try $1.word(2): try $1.int(1)]) }
    return numbers.values.sorted { $0.country < $1.country }
  }

  /// All that is on record of a country.
  ///
  /// - Parameter day: on which needs and practices must be current.
  package func figures(of country: Country.Code, on day: Day) throws -> CountryFigures {
    var kinds: [Organisation.Kind: Int] = [:]
    var spokenFor = 0
    let organisations: Statement = """
      SELECT kind, COUNT(*), CAST(SUM(CASE WHEN standing IN ('claimed', 'verified') THEN 1 ELSE 0 END) AS BIGINT)
      FROM organisation WHERE country = \(country) GROUP BY kind
      """
    try session.each(organisations) { row in
      kinds[try row.word(0)] = try row.int(1)
      spokenFor += try row.int(2)
    }
    return CountryFigures(
      organisations: kinds, spokenFor: spokenFor,
      towns: try session.number("SELECT COUNT(*) FROM place WHERE country = \(country)"),
      tiedTowns: try session.number(
        "SELECT COUNT(DISTINCT place) FROM organisation WHERE country = \(country) AND relations > 0"),
      partnerships: try forms(of: country), themes: try themes(of: country, on: day))
  }

  /// How often each theme is sought, taught and worked on, in a country or in the world, in the order of their names.
  ///
  /// - Parameter day: on which needs and practices must be current.
  package func themes(of country: Country.Code? = nil, on day: Day) throws -> [ThemeFigures] {
    let (needs, practices) = (Self.current("need", country, day), Self.current("practice", country, day))
    let statement: Statement = """
      SELECT theme, CAST(SUM(needs) AS BIGINT), CAST(SUM(practices) AS BIGINT), CAST(SUM(partnerships) AS BIGINT)
      FROM (
        SELECT t.theme AS theme, COUNT(*) AS needs, 0 AS practices, 0 AS partnerships \(needs)
        UNION ALL SELECT t.theme, 0, COUNT(*), 0 \(practices)
        UNION ALL SELECT t.theme, 0, 0, COUNT(*) FROM partnership x JOIN subject_theme t ON t.subject = x.id
        \(.where(Self.partnerships(of: country))) GROUP BY t.theme
      ) counted GROUP BY theme ORDER BY theme
      """
    return try session.rows(statement) { row in
      ThemeFigures(
        try row.value(0) { Theme.ID($0) }, needs: try row.int(1), practices: try row.int(2),
        partnerships: try row.int(3))
    }
  }

  /// How often each target of a goal is named, in the world; those that nothing names are missing.
  ///
  /// - Parameter day: on which needs and practices must be current.
  package func targets(of goal: Goal, on day: Day) throws -> [TargetFigures] {
    var needs: [Target: Int] = [:], practices: [Target: Int] = [:]
    try session.each(Self.targets(of: goal, in: "need", day)) { row in
      needs[try row.value(0) { Target($0) }] = try row.int(1)
    }
    try session.each(Self.targets(of: goal, in: "practice", day)) { row in
      practices[try row.value(0) { Target($0) }] = try row.int(1)
    }
    return Set(needs.keys).union(practices.keys).sorted().map {
      TargetFigures($0, needs: needs[$0] ?? 0, practices: practices[$0] ?? 0)
    }
  }

  private static func targets(of goal: Goal, in table: Statement, _ day: Day) -> Statement {
    """
    SELECT t.target, COUNT(*) FROM \(table) x JOIN subject_target t ON t.subject = x.id
    WHERE x.stage = 'published' AND (x.expires IS NULL OR x.expires >= \(day)) AND t.target LIKE \("\(goal).%")
    GROUP BY t.target
    """
  }

  private func forms(of country: Country.Code) throws -> [Partnership.Form: Tally] {
    var forms: [Partnership.Form: Tally] = [:]
    let statement: Statement = """
      SELECT form, claim, COUNT(DISTINCT partnership) FROM relation WHERE country = \(country) GROUP BY form, claim
      """
    try session.each(statement) { row in
      forms[try row.word(0), default: Tally()] += Tally([try row.word(1): try row.int(2)])
    }
    return forms
  }

  private static func current(_ table: Statement, _ country: Country.Code?, _ day: Day) -> Statement {
    let within: Statement = if let country { " AND COALESCE(x.country, o.country) = \(country)" } else { .none }
    return """
      FROM \(table) x JOIN organisation o ON o.id = x.organisation JOIN subject_theme t ON t.subject = x.id
      WHERE x.stage = 'published' AND (x.expires IS NULL OR x.expires >= \(day))\(within) GROUP BY t.theme
      """
  }

  private static func published(_ table: Statement) -> Statement {
    """
    SELECT COALESCE(x.country, o.country), COUNT(*) FROM \(table) x JOIN organisation o ON o.id = x.organisation
    WHERE x.stage = 'published' AND COALESCE(x.country, o.country) IS NOT NULL
    GROUP BY COALESCE(x.country, o.country)
    """
  }
}
