package import Cooperation
import SQL

extension Organisations {
  /// Hands those that `filter` leaves to `body`, some hundred at a time, in the order of their identifiers; memory does
  /// not grow with their number.
  package func pieces(_ filter: Filter = Filter(), _ body: ([Organisation]) throws -> Void) throws {
    try pieces(where: filter.conditions, body)
  }

  /// The same for those that say of at least one partnership that it is so: those that report.
  package func reportingPieces(_ body: ([Organisation]) throws -> Void) throws {
    let speaks: Statement = """
      EXISTS (SELECT 1 FROM party y JOIN voice v ON v.subject = y.partnership AND v.organisation = y.organisation
        WHERE y.organisation = o.id AND v.stance <> 'disputes')
      """
    try pieces(where: [speaks], body)
  }

  /// When each of `ids` changed last.
  package func changes(of ids: [Organisation.ID]) throws -> [Organisation.ID: Instant] {
    try session.latest("SELECT id, changed_at FROM organisation WHERE id IN (\(several: ids))")
  }

  private func pieces(where conditions: [Statement], _ body: ([Organisation]) throws -> Void) throws {
    try session.pieces({ last in
      "SELECT o.id FROM organisation o \(.where(conditions + ["o.id > \(last)"])) ORDER BY o.id"
    }) { (ids: [Organisation.ID]) in try body(find(ids)) }
  }
}
