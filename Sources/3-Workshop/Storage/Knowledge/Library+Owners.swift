package import Cooperation
import SQL

extension Library {
  /// Those of some organisations that are published, in the order of their identifiers.
  package func published(of organisations: [Organisation.ID]) throws -> [Item] {
    try find(publishedIDs(of: organisations), for: .visitor)
  }

  /// Their identifiers alone.
  package func publishedIDs(of organisations: [Organisation.ID]) throws -> [Item.ID] {
    guard !organisations.isEmpty else { return [] }
    return try session.rows(
      """
      SELECT x.id FROM \(Item.table) x WHERE x.organisation IN (\(several: organisations)) AND x.stage = 'published'
      ORDER BY x.id
      """
    ) { row in try row.id(0) }
  }
}
