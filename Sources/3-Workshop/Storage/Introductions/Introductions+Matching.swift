package import Cooperation
import SQL

extension Introductions {
  /// How long a lack of room counts as being full, in days.
  private static let fullDays = Introduction.Reason.noCapacity.counts

  /// The room of those who have said how many introductions they can take in a quarter, and of those who have said
  /// lately that they have none.
  package func capacities(on day: Day) throws -> [Organisation.ID: Match.Capacity] {
    var capacities: [Organisation.ID: Match.Capacity] = [:]
    try session.each(
      """
      SELECT o.id, o.capacity, COALESCE(c.open, 0) FROM organisation o
      LEFT JOIN (
        SELECT l.organisation, COUNT(*) AS open FROM (\(Self.commitments(on: day))) l GROUP BY l.organisation
      ) c ON c.organisation = o.id
      WHERE o.capacity IS NOT NULL
      """
    ) { row in capacities[try row.id(0)] = .load(try row.int(2), of: try row.int(1)) }
    let since = day.adding(days: -Self.fullDays)
    let full: [Organisation.ID] = try session.rows(
      """
      SELECT DISTINCT organisation FROM introduction_word
      WHERE reason = \(Introduction.Reason.noCapacity.rawValue) AND at >= \(since.description)
      """
    ) { row in try row.id(0) }
    for organisation in full { capacities[organisation] = .full }
    return capacities
  }

  /// Who keeps whom busy: with whom an organisation was introduced this quarter or is asked in vain, to whom it has
  /// proposed a partnership or was proposed one, and each exchange that runs.
  private static func commitments(on day: Day) -> Statement {
    let start = day.quarterStart, silent = day.adding(days: -Introduction.patience)
    return """
      SELECT asker AS organisation, asked AS other FROM introduction WHERE stage = 'accepted' AND stage_day >= \(start)
      UNION SELECT asked, asker FROM introduction WHERE stage = 'accepted' AND stage_day >= \(start)
      UNION SELECT asked, asker FROM introduction
        WHERE stage = 'waiting' AND way <> 'brokered' AND asked_day <= \(silent)
      UNION SELECT r.organisation, r.partner FROM partnership p JOIN relation r ON r.partnership = p.id
        WHERE p.stage = 'proposed' AND p.stage_day >= \(start)
      UNION SELECT x.organisation, x.exchange FROM exchange e JOIN exchange_party x ON x.exchange = e.id
        WHERE e.stage = 'running'
      """
  }

  /// What the others answered `asker`, or did not, that counts against a match for `themes`.
  package func history(
    of asker: Organisation.ID, about themes: Set<Theme.ID>, on day: Day
  ) throws -> [Organisation.ID: Match.Capacity] {
    var found: [Organisation.ID: Match.Capacity] = [:]
    let silent = day.adding(days: -Introduction.patience)
    try session.each(
      """
      SELECT asked, MIN(asked_day) FROM introduction
      WHERE asker = \(asker) AND way <> 'brokered' AND stage = 'waiting' AND asked_day <= \(silent) GROUP BY asked
      """
    ) { row in found[try row.id(0)] = .silent(since: try row.day(1)) }
    guard !themes.isEmpty else { return found }
    try session.each(
      """
      SELECT i.asked, t.theme, w.reason, i.stage_day FROM introduction i
      JOIN introduction_word w ON w.introduction = i.id AND w.says = 'declines' AND w.organisation = i.asked
      JOIN subject_theme t ON t.subject = i.id
      WHERE i.asker = \(asker) AND i.stage = 'declined' AND t.theme IN (\(several: themes.sorted()))
      ORDER BY i.stage_day, i.id, t.theme DESC
      """
    ) { row in
      let reason: Introduction.Reason = try row.word(2), declined = try row.day(3)
      guard declined.adding(days: reason.counts) >= day else { return }
      found[try row.id(0)] = .declined(try row.value(1) { Theme.ID($0) }, reason, on: declined)
    }
    return found
  }

  /// The ways of `asker` to others: partners, those in a body with it, its bodies and its members. A partnership that
  /// is only proposed, or only told by a list, is no way yet.
  ///
  /// Of several bodies that two share, the smallest is named: there they are likeliest to be known.
  package func reaches(of asker: Organisation.ID, in language: Language) throws -> [Organisation.ID: Match.Reach] {
    var reaches: [Organisation.ID: Match.Reach] = [:]
    let bodies = try session.memberships.bodies(of: asker, in: language)
    let acronyms = try session.organisations.briefs(bodies.map(\.id), in: language)
    let names = Dictionary(
      uniqueKeysWithValues: acronyms.map { ($0.id, $0.acronym.isEmpty ? $0.name.text : $0.acronym) })
    var members: [Organisation.ID: [Organisation.ID]] = [:]
    if !bodies.isEmpty {
      try session.each("SELECT body, member FROM membership WHERE body IN (\(several: bodies.map(\.id)))") { row in
        members[try row.id(0), default: []].append(try row.id(1))
      }
    }
    // The smallest comes last and stays.
    for (body, all) in members.sorted(by: { ($1.value.count, $1.key) < ($0.value.count, $0.key) }) {
      for member in all where member != asker { reaches[member] = .through(names[body] ?? "") }
    }
    for membership in try session.memberships.members(of: asker) { reaches[membership.member] = .member }
    for body in bodies { reaches[body.id] = .body }
    try session.each(
      """
      SELECT DISTINCT partner FROM relation WHERE organisation = \(asker)
        AND (stage IN ('agreed', 'signed') OR stage = 'inferred' AND claim IN ('claimed', 'confirmed'))
      """
    ) { row in reaches[try row.id(0)] = .partners }
    return reaches
  }
}
