package import Cooperation
package import SQL

extension Session { package var thirdChairs: ThirdChairs { ThirdChairs(session: self) } }

/// What is on record of those who might join two organisations.
package struct ThirdChairs {
  let session: any Session

  /// Who has paid into a partnership of one of `pair`, by role or by a contribution; of what is only proposed nobody.
  package func funding(of pair: [Organisation.ID]) throws -> [ThirdChair.Funding] {
    try session.rows(
      """
      SELECT f.organisation, a.organisation, p.id FROM party a JOIN partnership p ON p.id = a.partnership
      JOIN party f ON f.partnership = p.id AND f.role = 'funder'
      WHERE a.organisation IN (\(several: pair)) AND f.organisation NOT IN (\(several: pair)) AND p.stage <> 'proposed'
      UNION
      SELECT c.organisation, a.organisation, p.id FROM party a JOIN partnership p ON p.id = a.partnership
      JOIN contribution c ON c.partnership = p.id AND c.kind IN ('commitment', 'disbursement', 'expenditure', 'in-kind')
      WHERE a.organisation IN (\(several: pair)) AND c.organisation NOT IN (\(several: pair)) AND p.stage <> 'proposed'
      ORDER BY 1, 3, 2 LIMIT 200
      """
    ) { row in ThirdChair.Funding(by: try row.id(0), of: try row.id(1), in: try row.id(2)) }
  }

  /// The partnerships about one of `themes`, those with the latest sign of life: at most 100, of up to 12 parties.
  package func works(on themes: [Theme.ID]) throws -> [ThirdChair.Work] {
    guard !themes.isEmpty else { return [] }
    let found = try session.rows(
      """
      SELECT p.id, MIN(t.theme) FROM partnership p JOIN subject_theme t ON t.subject = p.id
      WHERE t.theme IN (\(several: themes)) AND p.stage <> 'proposed'
        AND (p.ending IS NULL OR p.ending <> 'withdrawn')
        AND (SELECT COUNT(*) FROM party y WHERE y.partnership = p.id) <= 12
      GROUP BY p.id, p.latest_day ORDER BY COALESCE(p.latest_day, '') DESC, p.id LIMIT 100
      """
    ) { row in (id: try row.id(0) as Partnership.ID, theme: try row.value(1) { Theme.ID($0) }) }
    guard !found.isEmpty else { return [] }
    var parties: [Partnership.ID: [Organisation.ID]] = [:]
    let statement: Statement = """
      SELECT partnership, organisation FROM party WHERE partnership IN (\(several: found.map(\.id)))
      ORDER BY partnership, position
      """
    try session.all(statement) { row in parties[try row.id(0), default: []].append(try row.id(1)) }
    return found.map { ThirdChair.Work($0.id, on: $0.theme, parties[$0.id] ?? []) }
  }

  /// Who has published a practice about one of `themes`: at most 200.
  package func versed(in themes: [Theme.ID]) throws -> [Organisation.ID] {
    guard !themes.isEmpty else { return [] }
    return try session.rows(
      """
      SELECT DISTINCT x.organisation FROM practice x JOIN subject_theme t ON t.subject = x.id
      WHERE t.theme IN (\(several: themes)) AND x.stage = 'published' ORDER BY x.organisation LIMIT 200
      """
    ) { row in try row.id(0) }
  }
}
