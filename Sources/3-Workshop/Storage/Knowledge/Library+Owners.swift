package import Cooperation
import SQL

extension Library {
  /// Those of some organisations that are published, in the order of their identifiers.
  package func published(of organisations: [Organisation.ID]) throws -> [Item] {
    guard !organisations.isEmpty else { return [] }
    let ids: [Item.ID] = try session.rows(
      """
      SELECT x.id FROM \(Item.table) x WHERE x.organisation IN (\(several: organisations)) AND x.stage = 'published'
      ORDER BY x.id
      """
    ) { row in try row.id(0) }
    return try find(ids, for: .visitor)
  }
}
