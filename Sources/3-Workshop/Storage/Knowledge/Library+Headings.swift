package import Cooperation
import SQL

extension Library {
  /// How many work towards each goal, whatever goal `filter` asks for.
  package func goals(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Goal>] {
    var others = filter
    others.goal = nil
    // Everything before the point of a target's code: at most two digits.
    return try session.counts(
      "g.goal",
      among: """
        (SELECT DISTINCT x.id AS id, CASE WHEN t.target LIKE '__.%' THEN SUBSTR(t.target, 1, 2)
          ELSE SUBSTR(t.target, 1, 1) END AS goal
        FROM \(Item.table) x JOIN subject_target t ON t.subject = x.id \(conditions(others, viewer))) g
        """
    ) { row in try row.value(0) { Int($0).flatMap { Goal($0) } } }
  }

  /// The titles of an organisation's, those that `viewer` may see, told in `language`, the latest first.
  package func headings(
    of organisation: Organisation.ID, in language: Language, for viewer: Viewer
  ) throws -> [Heading<Item>] {
    let visible: Statement = viewer.may(.reader, for: organisation) ? .none : "AND x.stage = 'published'"
    return try session.rows(
      """
      SELECT x.id, x.title, x.language, w.text, e.text, x.stage, x.expires FROM \(Item.table) x
      LEFT JOIN wording w ON w.subject = x.id AND w.field = 'title' AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = x.id AND e.field = 'title' AND e.language = 'en'
      WHERE x.organisation = \(organisation) \(visible) ORDER BY x.shown_at DESC, x.id DESC LIMIT 100
      """
    ) { row in
      Heading(
        id: try row.id(0), title: try row.reading(1, 2, 3, 4, in: language), stage: try row.text(5),
        expires: try row.dayIfAny(6))
    }
  }
}
