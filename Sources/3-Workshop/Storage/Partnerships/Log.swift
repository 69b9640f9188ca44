package import Cooperation
package import SQL

extension Session { package var log: Log { Log(session: self) } }

/// The dated lines in the lives of partnerships.
package struct Log {
  let session: any Session

  /// How many days of its people a party has given to the others and received from them, in tenths.
  package struct Ledger: Sendable, Hashable {
    package let organisation: Organisation.ID
    package let given: Int
    package let received: Int

    package init(_ organisation: Organisation.ID, given: Int, received: Int) {
      (self.organisation, self.given, self.received) = (organisation, given, received)
    }
  }

  package func find(_ id: LogEntry.ID, for viewer: Viewer) throws -> LogEntry? {
    try entries("l.id = \(id)", for: viewer, .none).first
  }

  /// A page of a partnership's log, the latest day first. Lines that are not public are for its parties alone.
  package func of(_ partnership: Partnership.ID, _ span: Span = Span(), for viewer: Viewer) throws -> Excerpt<LogEntry>
  {
    let conditions = Statement.where(["l.partnership = \(partnership)"] + Self.visible(to: viewer))
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM log_entry l \(conditions)") {
      try entries("l.partnership = \(partnership)", for: viewer, span.sql)
    }
  }

  /// The first day of which everyone may read in the log of each of `partnerships`.
  package func firstPublicDays(of partnerships: [Partnership.ID]) throws -> [Partnership.ID: Day] {
    guard !partnerships.isEmpty else { return [:] }
    var days: [Partnership.ID: Day] = [:]
    let statement: Statement = """
      SELECT partnership, MIN(day) FROM log_entry WHERE public = 1 AND partnership IN (\(several: partnerships))
      GROUP BY partnership
      """
    try session.each(statement) { row in days[try row.id(0)] = try row.day(1) }
    return days
  }

  /// The peer-days of each party that has entered any, from all lines, public or not.
  package func ledger(of partnership: Partnership.ID) throws -> [Ledger] {
    try session.rows(
      """
      SELECT organisation, CAST(SUM(given) AS BIGINT), CAST(SUM(received) AS BIGINT) FROM log_entry
      WHERE partnership = \(partnership) GROUP BY organisation ORDER BY organisation
      """
    ) { row in Ledger(try row.id(0), given: try row.int(1), received: try row.int(2)) }
  }

  package func insert(_ entry: LogEntry, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO log_entry (id, partnership, kind, day, text, language, organisation, given, received, public,
        created_at)
      VALUES (\(entry.id), \(entry.partnership), \(entry.kind.rawValue), \(entry.day),
        \(entry.text.versions[entry.text.original]), \(entry.text.original), \(entry.organisation),
        \(entry.given.tenths), \(entry.received.tenths), \(entry.isPublic), \(now))
      """)
    try session.keepTranslations(entry.text, as: "text", of: entry.id.text)
    try retellLife(of: entry.partnership)
  }

  /// - Throws: `Missing`.
  package func delete(_ entry: LogEntry) throws {
    try session.forgetBelongings(of: entry.id.text)
    guard try session.run("DELETE FROM log_entry WHERE id = \(entry.id)") == 1 else { throw Missing(entry.id) }
    try retellLife(of: entry.partnership)
  }
}

extension Log {
  private static func visible(to viewer: Viewer) -> [Statement] {
    if viewer.isAdministrator { return [] }
    let own = viewer.organisations(as: .reader)
    if own.isEmpty { return ["l.public = 1"] }
    return [
      """
      (l.public = 1 OR l.partnership IN (SELECT partnership FROM party WHERE organisation IN (\(several: own))))
      """
    ]
  }

  private func entries(_ condition: Statement, for viewer: Viewer, _ limit: Statement) throws -> [LogEntry] {
    let among = Statement.where([condition] + Self.visible(to: viewer))
    let ids = try session.rows(
      "SELECT l.id FROM log_entry l \(among) ORDER BY l.day DESC, l.id DESC \(limit)"
    ) { row in try row.text(0) }
    guard !ids.isEmpty else { return [] }
    let attributes = try Attributes(of: ids, in: session)
    return try session.rows(
      """
      SELECT id, partnership, kind, day, text, language, organisation, given, received, public FROM log_entry
      WHERE id IN (\(several: ids)) ORDER BY day DESC, id DESC
      """
    ) { row in try LogEntry(row, attributes) }
  }

  /// Keeps the latest public sign of life where lists and pages look for it.
  private func retellLife(of partnership: Partnership.ID) throws {
    let sign = try session.first(
      """
      SELECT day, kind FROM log_entry WHERE partnership = \(partnership) AND public = 1
      ORDER BY day DESC, id DESC LIMIT 1
      """
    ) { row in Partnership.Sign(try row.day(0), try row.word(1)) }
    let (day, kind) = (sign?.day, sign?.kind.rawValue)
    try session.run("UPDATE partnership SET latest_day = \(day), latest_kind = \(kind) WHERE id = \(partnership)")
    try session.run("UPDATE relation SET latest_day = \(day), latest_kind = \(kind) WHERE partnership = \(partnership)")
    try session.note(partnership)
  }
}

extension LogEntry {
  /// - Parameter row: id, partnership, kind, day, text, language, organisation, given, received, public.
  fileprivate init(_ row: borrowing Row, _ attributes: Attributes) throws {
    let id: LogEntry.ID = try row.id(0)
    guard let given = PeerDays(tenths: try row.int(7)), let received = PeerDays(tenths: try row.int(8)) else {
      throw DatabaseError("\(id) has more peer-days than there are")
    }
    self.init(
      id: id, partnership: try row.id(1), kind: try row.word(2), day: try row.day(3),
      text: attributes[id].texts("text", original: try row.text(4), in: try row.language(5)),
      organisation: try row.id(6), given: given, received: received, isPublic: try row.flag(9))
  }
}
