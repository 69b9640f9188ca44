package import Cooperation
import SQL

extension Library where Item == Practice {
  /// How many went how, however `filter` would have them gone.
  package func worked(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Practice.Worked>] {
    var others = filter
    others.worked = nil
    return try session.counts(
      "x.worked", among: "practice x \(conditions(others, viewer, and: "x.worked IS NOT NULL"))"
    ) { row in try row.word(0) }
  }

  /// How many stand on each step of the evidence, whatever evidence `filter` asks for.
  package func evidence(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Practice.Evidence>] {
    var others = filter
    others.evidence = nil
    return try session.counts(
      "x.evidence", among: "practice x \(conditions(others, viewer, and: "x.evidence IS NOT NULL"))"
    ) { row in try row.word(0) }
  }

  /// The published practices of those whom `viewer` edits for, of which nobody has said for a year that they are still
  /// true: those that were longest left alone first.
  package func unchecked(for viewer: Viewer, on day: Day, _ span: Span = Span()) throws -> Excerpt<Practice.ID> {
    let own = viewer.organisations(as: .editor)
    guard !own.isEmpty else { return Excerpt([], of: 0, span) }
    let last = day.adding(months: -Truth.months)
    let source: Statement = """
      FROM practice x WHERE x.organisation IN (\(several: own)) AND x.stage = 'published' AND x.is_over = 0
        AND x.stage_at < \(Instant(start: last)) AND (x.true_on IS NULL OR x.true_on < \(last))
      """
    return try session.excerpt(span, counting: "SELECT COUNT(*) \(source)") {
      try session.rows(
        "SELECT x.id \(source) ORDER BY COALESCE(x.true_on, x.stage_at), x.id \(span.sql)"
      ) { row in try row.id(0) }
    }
  }
}
