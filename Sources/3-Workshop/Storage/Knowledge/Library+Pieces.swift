package import Cooperation
import SQL

extension Library {
  /// Hands those that are published and that `filter` leaves to `body`, some hundred at a time, in the order of their
  /// identifiers; memory does not grow with their number.
  package func publishedPieces(_ filter: LibraryFilter = LibraryFilter(), _ body: ([Item]) throws -> Void) throws {
    try session.pieces({ last in
      """
      SELECT x.id FROM \(Item.table) x \(conditions(filter, .visitor, and: "x.id > \(last)")) ORDER BY x.id
      """
    }) { (ids: [Item.ID]) in try body(find(ids, for: .visitor)) }
  }

  /// When each of `ids` changed last.
  package func changes(of ids: [Item.ID]) throws -> [Item.ID: Instant] {
    try session.latest("SELECT id, changed_at FROM \(Item.table) WHERE id IN (\(several: ids))")
  }

  /// The themes of what each of `organisations` has published.
  package func themes(publishedBy organisations: [Organisation.ID]) throws -> [Organisation.ID: [Theme.ID]] {
    guard !organisations.isEmpty else { return [:] }
    var themes: [Organisation.ID: [Theme.ID]] = [:]
    let statement: Statement = """
      SELECT DISTINCT x.organisation, t.theme FROM \(Item.table) x JOIN subject_theme t ON t.subject = x.id
      WHERE x.organisation IN (\(several: organisations)) AND x.stage = 'published' ORDER BY 1, 2
      """
    try session.each(statement) { row in
      themes[try row.id(0), default: []].append(try row.value(1) { Theme.ID($0) })
    }
    return themes
  }
}
