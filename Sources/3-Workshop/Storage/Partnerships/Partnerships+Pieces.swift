package import Cooperation
import SQL

extension Partnerships {
  /// Hands those that `filter` leaves to `body`, some hundred at a time, in the order of their identifiers; memory does
  /// not grow with their number.
  package func pieces(_ filter: Filter = Filter(), _ body: ([Partnership]) throws -> Void) throws {
    try session.pieces({ last in
      "SELECT x.id FROM partnership x \(.where(filter.conditions + ["x.id > \(last)"])) ORDER BY x.id"
    }) { (ids: [Partnership.ID]) in try body(find(ids)) }
  }

  /// What the speaking parties say of each of `partnerships`.
  package func claims(of partnerships: [Partnership]) throws -> [Partnership.ID: Claim] {
    let imported = try imported(among: partnerships.map(\.id))
    let voices = try session.voices.on(partnerships.map(\.id.text))
    return Dictionary(
      uniqueKeysWithValues: partnerships.map { partnership in
        let id = partnership.id
        let claim = Claim(
          among: partnership.parties.speaking, voices: voices[id.text] ?? [], isImported: imported.contains(id))
        return (id, claim)
      })
  }

  /// When anything public about each of `ids` changed last: itself, its log, its results, what is said of them.
  package func changes(of ids: [Partnership.ID]) throws -> [Partnership.ID: Instant] {
    guard !ids.isEmpty else { return [:] }
    let among: Statement = "IN (\(several: ids))"
    return try session.latest(
      """
      SELECT id, changed_at FROM partnership WHERE id \(among)
      UNION ALL SELECT subject, at FROM voice WHERE subject \(among)
      UNION ALL SELECT partnership, created_at FROM log_entry WHERE public = 1 AND partnership \(among)
      UNION ALL SELECT partnership, changed_at FROM outcome WHERE partnership \(among)
      UNION ALL SELECT o.partnership, v.at FROM outcome o JOIN voice v ON v.subject = o.id WHERE o.partnership \(among)
      UNION ALL SELECT o.partnership, v.at FROM outcome o JOIN indicator i ON i.outcome = o.id
        JOIN period p ON p.indicator = i.id JOIN voice v ON v.subject = p.id WHERE o.partnership \(among)
      """)
  }

  /// The latest public sign of life of each of `ids`.
  package func latestDays(of ids: [Partnership.ID]) throws -> [Partnership.ID: Day] {
    guard !ids.isEmpty else { return [:] }
    var days: [Partnership.ID: Day] = [:]
    let statement: Statement = """
      SELECT id, latest_day FROM partnership WHERE latest_day IS NOT NULL AND id IN (\(several: ids))
      """
    try session.each(statement) { row in days[try row.id(0)] = try row.day(1) }
    return days
  }

  private func imported(among ids: [Partnership.ID]) throws -> Set<Partnership.ID> {
    guard !ids.isEmpty else { return [] }
    return Set(
      try session.rows("SELECT id FROM partnership WHERE imported = 1 AND id IN (\(several: ids))") { row in
        try row.id(0)
      })
  }
}
