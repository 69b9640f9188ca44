package import Cooperation
import SQL

/// What a list of needs or practices is narrowed to; what is nil narrows nothing, an empty list leaves nothing.
package struct LibraryFilter: Sendable, Equatable {
  /// Beginnings of words of its titles, in any language.
  package var words = ""
  package var themes: [Theme.ID]?
  package var targets: [Target]?
  /// Any target of this goal.
  package var goal: Goal?
  /// Where it holds: its own country, or else its organisation's.
  package var countries: [Country.Code]?
  package var language: Language?
  package var organisation: Organisation.ID?
  package var stage: Stage?
  /// What is published and has not expired on this day.
  package var current: Day?
  /// What has been published since.
  package var since: Instant?
  /// Of practices: how they went, those that did not work too.
  package var worked: [Practice.Worked]?
  /// Of practices: how well that is known.
  package var evidence: [Practice.Evidence]?

  package init() {}

  package enum Stage: String, Sendable, CaseIterable {
    case draft
    case inReview = "in-review"
    case published, withdrawn
  }
}

/// How a list of needs or practices is ordered.
package enum LibrarySort: String, Sendable, CaseIterable { case newest, title }

extension Library {
  /// A page of those that `filter` leaves and `viewer` may see.
  package func list(
    _ filter: LibraryFilter = LibraryFilter(), by sort: LibrarySort = .newest, _ span: Span = Span(),
    for viewer: Viewer
  ) throws -> Excerpt<Item> {
    let conditions = conditions(filter, viewer)
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM \(Item.table) x \(conditions)") {
      let ids: [Item.ID] = try session.rows(
        "SELECT x.id FROM \(Item.table) x \(conditions) ORDER BY \(sort.sql) \(span.sql)"
      ) { row in try row.id(0) }
      return try find(ids, for: viewer)
    }
  }

  /// How many there are of each theme, whatever themes `filter` asks for.
  package func themes(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Theme.ID>] {
    var others = filter
    others.themes = nil
    return try session.counts(
      "t.theme", among: "\(Item.table) x JOIN subject_theme t ON t.subject = x.id \(conditions(others, viewer))"
    ) { row in try row.value(0) { Theme.ID($0) } }
  }

  /// How many there are in each country, whatever countries `filter` asks for.
  package func countries(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Country.Code>] {
    var others = filter
    others.countries = nil
    return try session.counts(
      "COALESCE(x.country, o.country)",
      among: """
        \(Item.table) x JOIN organisation o ON o.id = x.organisation
        \(conditions(others, viewer, and: "COALESCE(x.country, o.country) IS NOT NULL"))
        """
    ) { row in try row.value(0) { Country.Code($0) } }
  }

  func conditions(
    _ filter: LibraryFilter, _ viewer: Viewer, and another: Statement? = nil
  ) -> Statement {
    .where(filter.conditions + [Self.visible(to: viewer), another].compactMap { $0 })
  }
}

extension LibrarySort {
  var sql: Statement {
    switch self {
    case .newest: "x.shown_at DESC, x.id DESC"
    case .title: "x.folded, x.id"
    }
  }
}

extension LibraryFilter {
  fileprivate var conditions: [Statement] {
    var all = Statement.beginnings(of: words, in: "x.folded")
    if let themes { all.append("x.id IN (SELECT subject FROM subject_theme WHERE theme IN (\(several: themes)))") }
    if let targets { all.append("x.id IN (SELECT subject FROM subject_target WHERE target IN (\(several: targets)))") }
    if let goal { all.append("x.id IN (SELECT subject FROM subject_target WHERE target LIKE \("\(goal).%"))") }
    if let countries {
      all.append(
        """
        (x.country IN (\(several: countries)) OR x.country IS NULL
          AND x.organisation IN (SELECT id FROM organisation WHERE country IN (\(several: countries))))
        """)
    }
    if let language { all.append("x.id IN (SELECT subject FROM subject_language WHERE language = \(language))") }
    if let organisation { all.append("x.organisation = \(organisation)") }
    switch stage {
    case nil: break
    case .draft?: all.append("x.stage = 'draft' AND x.review_at IS NULL")
    case .inReview?: all.append("x.review_at IS NOT NULL")
    case let stage?: all.append("x.stage = \(stage.rawValue)")
    }
    if let since { all.append("x.stage = 'published' AND x.shown_at >= \(since)") }
    if let worked { all.append("x.worked IN (\(several: worked.map(\.rawValue)))") }
    if let evidence { all.append("x.evidence IN (\(several: evidence.map(\.rawValue)))") }
    if let current { all.append("x.stage = 'published' AND (x.expires IS NULL OR x.expires >= \(current))") }
    return all
  }
}
