package import Cooperation
import SQL

extension Partnerships {
  /// What a list of partnerships is narrowed to; what is nil narrows nothing, an empty list leaves nothing.
  package struct Filter: Sendable, Equatable {
    /// Beginnings of words of its titles, in any language.
    package var words = ""
    package var form: Partnership.Form?
    package var standing: Partnership.Standing?
    package var claim: Claim.State?
    /// With a party in one of these.
    package var countries: [Country.Code]?
    /// With another party in one of these.
    package var others: [Country.Code]?
    package var organisation: Organisation.ID?
    package var themes: [Theme.ID]?
    /// The programme that it is a part of.
    package var parent: Partnership.ID?
    /// With no public sign of life since this day.
    package var silentSince: Day?

    package init() {}
  }

  /// How a list of partnerships is ordered: by when they were put on record, their latest sign of life, their title.
  package enum Sort: String, Sendable, CaseIterable { case newest, liveliest, title }

  /// A page of those that `filter` leaves, told in `language`.
  package func list(
    _ filter: Filter = Filter(), by sort: Sort = .newest, _ span: Span = Span(), in language: Language
  ) throws -> Excerpt<Partnership.Brief> {
    let conditions = Statement.where(filter.conditions)
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM partnership x \(conditions)") {
      try briefs(
        """
        JOIN (SELECT x.id FROM partnership x \(conditions) ORDER BY \(sort.sql) \(span.sql)) page ON page.id = x.id
        """, "ORDER BY \(sort.sql)", in: language)
    }
  }

  /// Those of `ids` that there are, told in `language`, by title.
  package func briefs(_ ids: [Partnership.ID], in language: Language) throws -> [Partnership.Brief] {
    guard !ids.isEmpty else { return [] }
    return try briefs(.none, "WHERE x.id IN (\(several: ids)) ORDER BY x.folded, x.id", in: language)
  }

  /// How many there are of each form, whatever form `filter` asks for.
  package func forms(_ filter: Filter) throws -> [Count<Partnership.Form>] {
    var others = filter
    others.form = nil
    return try session.counts("x.form", among: "partnership x \(.where(others.conditions))") { row in
      try row.word(0)
    }
  }

  /// How many there are in each claim state, whatever state `filter` asks for.
  package func claims(_ filter: Filter) throws -> [Count<Claim.State>] {
    var others = filter
    others.claim = nil
    return try session.counts("x.claim", among: "partnership x \(.where(others.conditions))") { row in
      try row.word(0)
    }
  }
}

extension Partnerships {
  private func briefs(_ join: Statement, _ end: Statement, in language: Language) throws -> [Partnership.Brief] {
    let untold = try session.rows(
      """
      SELECT x.id, x.title, x.language, w.text, e.text, x.form, x.stage, x.claim, x.began, x.latest_day, x.latest_kind
      FROM partnership x \(join)
      LEFT JOIN wording w ON w.subject = x.id AND w.field = 'title' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = x.id AND e.field = 'title' AND e.language = 'en'
      \(end)
      """
    ) { row in
      Partnership.Brief(
        id: try row.id(0), title: try row.reading(1, 2, 3, 4, in: language), form: try row.word(5),
        standing: try row.word(6), claim: try row.word(7), began: try row.dayIfAny(8), sign: try row.signIfAny(9),
        parties: [])
    }
    let sides = try sides(of: untold.map(\.id), in: language)
    return untold.map { brief in
      Partnership.Brief(
        id: brief.id, title: brief.title, form: brief.form, standing: brief.standing, claim: brief.claim,
        began: brief.began, sign: brief.sign, parties: sides[brief.id] ?? [])
    }
  }

  private func sides(
    of ids: [Partnership.ID], in language: Language
  ) throws -> [Partnership.ID: [Partnership.Side]] {
    guard !ids.isEmpty else { return [:] }
    var sides: [Partnership.ID: [Partnership.Side]] = [:]
    let statement: Statement = """
      SELECT y.partnership, o.id, o.name, o.language, w.text, e.text, o.country, y.role
      FROM party y JOIN organisation o ON o.id = y.organisation
      LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = o.id AND e.field = 'name' AND e.language = 'en'
      WHERE y.partnership IN (\(several: ids)) ORDER BY y.partnership, y.position
      """
    try session.each(statement) { row in
      sides[try row.id(0), default: []].append(
        Partnership.Side(
          try row.id(1), name: try row.reading(2, 3, 4, 5, in: language), country: try row.countryIfAny(6),
          role: try row.word(7)))
    }
    return sides
  }
}

extension Partnerships.Sort {
  fileprivate var sql: Statement {
    switch self {
    case .newest: "x.created_at DESC, x.id DESC"
    case .liveliest: "x.latest_day DESC NULLS LAST, x.id DESC"
    case .title: "x.folded, x.id"
    }
  }
}

extension Partnerships.Filter {
  var conditions: [Statement] {
    var all = Statement.beginnings(of: words, in: "x.folded")
    if let form { all.append("x.form = \(form.rawValue)") }
    if let standing { all.append("x.stage = \(standing.rawValue)") }
    if let claim { all.append("x.claim = \(claim.rawValue)") }
    if countries != nil || others != nil {
      var between: [Statement] = []
      if let countries { between.append("country IN (\(several: countries))") }
      if let others { between.append("partner_country IN (\(several: others))") }
      all.append("x.id IN (SELECT partnership FROM relation \(.where(between)))")
    }
    if let organisation { all.append("x.id IN (SELECT partnership FROM party WHERE organisation = \(organisation))") }
    if let themes { all.append("x.id IN (SELECT subject FROM subject_theme WHERE theme IN (\(several: themes)))") }
    if let parent { all.append("x.parent = \(parent)") }
    if let silentSince { all.append("(x.latest_day IS NULL OR x.latest_day < \(silentSince))") }
    return all
  }
}
