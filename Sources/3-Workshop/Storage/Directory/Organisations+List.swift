package import Cooperation
import SQL

extension Organisations {
  /// What a list of organisations is narrowed to; what is nil narrows nothing, an empty list leaves nothing.
  package struct Filter: Sendable, Equatable {
    /// Beginnings of words of its names, in any language.
    package var words = ""
    package var kind: Organisation.Kind?
    /// One country, or those of a region.
    package var countries: [Country.Code]?
    /// Themes that it seeks or teaches something about.
    package var themes: [Theme.ID]?
    package var seeks: [Theme.ID]?
    package var teaches: [Theme.ID]?
    package var language: Language?
    package var memberOf: Organisation.ID?
    package var standing: Organisation.Standing?
    package var place: Place.ID?
    /// Those that have been on record since.
    package var since: Instant?

    package init() {}
  }

  package enum Sort: String, Sendable, CaseIterable { case name, newest, relations }

  /// A page of those that `filter` leaves, told in `language`.
  ///
  /// - Parameter total: how many `filter` leaves, where that is known.
  package func list(
    _ filter: Filter = Filter(), by sort: Sort = .name, _ span: Span = Span(), of total: Int? = nil,
    in language: Language
  ) throws -> Excerpt<Organisation.Brief> {
    let conditions = Statement.where(filter.conditions)
    return try session.excerpt(span, of: total, counting: "SELECT COUNT(*) FROM organisation o \(conditions)") {
      try briefs(
        """
        JOIN (SELECT o.id FROM organisation o \(conditions) ORDER BY \(sort.sql) \(span.sql)) page ON page.id = o.id
        """, "ORDER BY \(sort.sql)", in: language)
    }
  }

  /// Those of `ids` that there are, told in `language`; ordered by name.
  package func briefs(_ ids: [Organisation.ID], in language: Language) throws -> [Organisation.Brief] {
    guard !ids.isEmpty else { return [] }
    return try briefs(.none, "WHERE o.id IN (\(several: ids)) ORDER BY o.folded, o.id", in: language)
  }

  /// How many there are of each kind, whatever kind `filter` asks for.
  package func kinds(_ filter: Filter) throws -> [Count<Organisation.Kind>] {
    var others = filter
    others.kind = nil
    return try session.counts("o.kind", among: "organisation o \(.where(others.conditions))") { row in
      try row.word(0)
    }
  }

  /// How many there are in each country, whatever countries `filter` asks for.
  package func countries(_ filter: Filter) throws -> [Count<Country.Code>] {
    var others = filter
    others.countries = nil
    return try session.counts(
      "o.country", among: "organisation o \(.where(others.conditions + ["o.country IS NOT NULL"]))"
    ) { row in try row.value(0) { Country.Code($0) } }
  }

  /// Those that `filter` leaves and whose place is known, as dots on a map; those with most relations first.
  package func dots(_ filter: Filter = Filter(), limit: Int) throws -> [Organisation.Dot] {
    try session.rows(
      """
      SELECT o.id, o.kind, o.name, o.country, p.latitude, p.longitude, o.relations
      FROM organisation o JOIN place p ON p.id = o.place \(.where(filter.conditions))
      ORDER BY o.relations DESC, o.id LIMIT \(limit)
      """
    ) { row in
      guard let position = Position(latitude: try row.double(4), longitude: try row.double(5)) else {
        throw DatabaseError("a place is not on the earth")
      }
      return Organisation.Dot(
        id: try row.id(0), kind: try row.word(1), name: try row.text(2), country: try row.countryIfAny(3),
        position: position, relations: try row.int(6))
    }
  }

  private func briefs(_ join: Statement, _ end: Statement, in language: Language) throws -> [Organisation.Brief] {
    try session.rows(
      """
      SELECT o.id, o.kind, o.name, o.language, w.text, e.text, o.acronym, o.country, o.place,
        COALESCE(n.name, p.name), o.standing, o.relations
      FROM organisation o \(join)
      LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = o.id AND e.field = 'name' AND e.language = 'en'
      LEFT JOIN place p ON p.id = o.place
      LEFT JOIN place_name n ON n.place = o.place AND n.language = \(language)
      \(end)
      """
    ) { row in
      Organisation.Brief(
        id: try row.id(0), kind: try row.word(1), name: try row.reading(2, 3, 4, 5, in: language),
        acronym: try row.text(6), country: try row.countryIfAny(7), place: row.intIfAny(8).map { GeoNamesNumber($0) },
        placeName: row.textIfAny(9), standing: try row.word(10), relations: try row.int(11))
    }
  }
}

extension Organisations.Sort {
  fileprivate var sql: Statement {
    switch self {
    case .name: "o.folded, o.id"
    case .newest: "o.created_at DESC, o.id DESC"
    case .relations: "o.relations DESC, o.id DESC"
    }
  }
}

extension Organisations.Filter {
  var conditions: [Statement] {
    var all: [Statement] = []
    all += Statement.beginnings(of: words, in: "o.folded")
    if let kind { all.append("o.kind = \(kind.rawValue)") }
    if let countries { all.append("o.country IN (\(several: countries))") }
    if let themes {
      let (needs, practices) = (Self.about(themes, in: "need"), Self.about(themes, in: "practice"))
      all.append("(o.id IN (\(needs)) OR o.id IN (\(practices)))")
    }
    if let seeks { all.append("o.id IN (\(Self.about(seeks, in: "need")))") }
    if let teaches { all.append("o.id IN (\(Self.about(teaches, in: "practice")))") }
    if let language { all.append("o.id IN (SELECT subject FROM subject_language WHERE language = \(language))") }
    if let memberOf { all.append("o.id IN (SELECT member FROM membership WHERE body = \(memberOf))") }
    if let standing { all.append("o.standing = \(standing.rawValue)") }
    if let since { all.append("o.created_at >= \(since)") }
    if let place { all.append("o.place = \(place)") }
    return all
  }

  /// Whose published needs or practices are about one of `themes`.
  private static func about(_ themes: [Theme.ID], in table: Statement) -> Statement {
    """
    SELECT s.organisation FROM subject_theme t JOIN \(table) s ON s.id = t.subject
    WHERE t.theme IN (\(several: themes)) AND s.stage = 'published'
    """
  }
}
