package import Cooperation
import SQL

extension Library {
  /// Those that are published and current on `day` and have some of `themes`: those that have most of them first, then
  /// the latest; never `id`.
  package func sharing(_ themes: Set<Theme.ID>, but id: Item.ID, on day: Day, limit: Int = 60) throws -> [Item] {
    guard !themes.isEmpty else { return [] }
    let ids: [Item.ID] = try session.rows(
      """
      SELECT x.id FROM \(Item.table) x JOIN subject_theme t ON t.subject = x.id
      WHERE t.theme IN (\(several: themes.sorted())) AND x.stage = 'published' AND x.id <> \(id)
        AND (x.expires IS NULL OR x.expires >= \(day))
      GROUP BY x.id, x.shown_at ORDER BY COUNT(*) DESC, x.shown_at DESC, x.id LIMIT \(limit)
      """
    ) { row in try row.id(0) }
    return try find(ids, for: .visitor)
  }
}
