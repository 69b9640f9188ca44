package import Cooperation
import SQL

extension Exchanges {
  /// What a list of exchanges is narrowed to; what is nil narrows nothing.
  package struct Filter: Sendable, Equatable {
    package var stage: Exchange.Progressed?
    package var method: Method.ID?
    package var partnership: Partnership.ID?
    package var party: Organisation.ID?
    /// What it is about.
    package var need: Need.ID?

    package init() {}
  }

  /// A page of those that `viewer` may see on `day`: their own first, the running before the rest, the latest first.
  package func list(
    _ filter: Filter = Filter(), _ span: Span = Span(), for viewer: Viewer, on day: Day
  ) throws -> Excerpt<Exchange.Brief> {
    let conditions = Statement.where(filter.conditions + [Self.visible(to: viewer, on: day)].compactMap { $0 })
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM exchange e \(conditions)") {
      let mine = Self.mine(viewer)
      let found = try session.rows(
        """
        SELECT e.id, e.title, e.method, e.version, e.clock, e.created_at, e.stage, e.stage_at, e.phase,
          CASE WHEN \(mine) THEN 1 ELSE 0 END
        FROM exchange e \(conditions)
        ORDER BY CASE WHEN \(mine) THEN 0 ELSE 1 END, CASE WHEN e.stage = 'running' THEN 0 ELSE 1 END,
          e.created_at DESC, e.id DESC \(span.sql)
        """
      ) { row in
        Exchange.Brief(
          id: try row.id(0), title: try row.text(1), method: try row.value(2) { Method.ID($0) },
          version: try row.int(3), clock: try row.word(4), began: try row.instant(5), stage: try row.word(6),
          ended: try row.instantIfAny(7), phase: try row.value(8) { Phase.ID($0) }, parties: [],
          isMine: try row.flag(9))
      }
      let parties = try parties(of: found.map(\.id))
      return found.map { $0.with(parties[$0.id] ?? []) }
    }
  }

  /// How many of each stage `viewer` may see, whatever stage `filter` asks for.
  package func stages(_ filter: Filter, for viewer: Viewer, on day: Day) throws -> [Count<Exchange.Progressed>] {
    var others = filter
    others.stage = nil
    let conditions = Statement.where(others.conditions + [Self.visible(to: viewer, on: day)].compactMap { $0 })
    return try session.rows("SELECT e.stage, COUNT(*) FROM exchange e \(conditions) GROUP BY e.stage ORDER BY e.stage")
    {
      row in Count(try row.word(0), try row.int(1))
    }
  }

  /// How many exchanges were begun by a method, and how many of them came to their end; of all, whoever may see them.
  package func runs(of method: Method.ID) throws -> (begun: Int, concluded: Int) {
    try session.first(
      """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN stage = 'concluded' THEN 1 ELSE 0 END), 0)
      FROM exchange WHERE method = \(method)
      """
    ) { row in (try row.int(0), try row.int(1)) } ?? (0, 0)
  }

  private func parties(of exchanges: [Exchange.ID]) throws -> [Exchange.ID: [Organisation.ID]] {
    guard !exchanges.isEmpty else { return [:] }
    let rows: [(Exchange.ID, Organisation.ID)] = try session.rows(
      """
      SELECT exchange, organisation FROM exchange_party WHERE exchange IN (\(several: exchanges)) ORDER BY place
      """
    ) { row in (try row.id(0), try row.id(1)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// The same as `Room.standing` says of one; nil where all may be seen.
  private static func visible(to viewer: Viewer, on day: Day) -> Statement? {
    if viewer.isAdministrator { return nil }
    let open: Statement = "(e.public = 1 AND e.stage = 'concluded')"
    guard let account = viewer.account else { return open }
    var sides: Statement = """
      SELECT organisation FROM mandate WHERE person = \(account.person) AND from_day <= \(day)
        AND (until_day IS NULL OR until_day >= \(day))
      """
    let own = viewer.organisations(as: .reader)
    if !own.isEmpty { sides = "\(sides) UNION SELECT id FROM organisation WHERE id IN (\(several: own))" }
    return """
      (\(open) OR \(mine(viewer)) OR e.host IN (\(sides))
        OR e.id IN (SELECT exchange FROM exchange_party WHERE organisation IN (\(sides)))
        OR e.id IN (SELECT d.exchange FROM document d JOIN sign_off s ON s.document = d.id
          WHERE s.person = \(account.person)))
      """
  }

  private static func mine(_ viewer: Viewer) -> Statement {
    guard let person = viewer.account?.person else { return "1 = 0" }
    return """
      (e.convenor = \(person) OR e.id IN (SELECT exchange FROM exchange_participant WHERE person = \(person)))
      """
  }
}

extension Exchanges.Filter {
  fileprivate var conditions: [Statement] {
    var all: [Statement] = []
    if let stage { all.append("e.stage = \(stage.rawValue)") }
    if let method { all.append("e.method = \(method)") }
    if let partnership { all.append("e.partnership = \(partnership)") }
    if let need { all.append("e.need = \(need)") }
    if let party { all.append("e.id IN (SELECT exchange FROM exchange_party WHERE organisation = \(party))") }
    return all
  }
}

extension Exchange.Brief {
  fileprivate func with(_ parties: [Organisation.ID]) -> Exchange.Brief {
    Exchange.Brief(
      id: id, title: title, method: method, version: version, clock: clock, began: began, stage: stage, ended: ended,
      phase: phase, parties: parties, isMine: isMine)
  }
}
