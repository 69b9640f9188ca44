package import Cooperation
import SQL

extension Introductions {
  /// What a list of introductions is narrowed to; what is nil narrows nothing.
  package struct Filter: Sendable, Equatable {
    package var part: Part?
    package var standing: Introduction.Standing?
    /// Only those that do not move.
    package var isStuck = false
    /// Only those that need not wait for a day that someone named.
    package var isDue = false
    package var organisation: Organisation.ID?

    package init() {}
  }

  /// What those whom the viewer speaks for have to do with an introduction.
  package enum Part: String, Sendable, CaseIterable {
    /// It waits for their answer.
    case answer = "to-answer"
    /// They were asked, whatever came of it.
    case received
    case asked
    case brokered
  }

  /// A page of those that are `viewer`'s business, told in `language`: the open ones first, the latest word first.
  package func list(
    _ filter: Filter = Filter(), _ span: Span = Span(), for viewer: Viewer, on day: Day, in language: Language
  ) throws -> Excerpt<Introduction.Brief> {
    let conditions = Statement.where(filter.conditions(for: viewer, on: day))
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM introduction i \(conditions)") {
      try briefs(
        """
        \(conditions) ORDER BY CASE WHEN i.stage IN ('waiting', 'later') THEN 0 ELSE 1 END, i.stage_day DESC, i.id DESC
        \(span.sql)
        """, in: language)
    }
  }

  /// How many are in each part, whatever part `filter` asks for.
  package func parts(_ filter: Filter, for viewer: Viewer, on day: Day) throws -> [Count<Part>] {
    var parts: [Count<Part>] = [], narrowed = filter
    for part in Part.allCases {
      narrowed.part = part
      parts.append(Count(part, try count(narrowed, for: viewer, on: day)))
    }
    return parts
  }

  /// How many have come how far, whatever stage `filter` asks for.
  package func standings(_ filter: Filter, for viewer: Viewer, on day: Day) throws -> [Count<Introduction.Standing>] {
    var others = filter
    others.standing = nil
    return try session.counts(
      "i.stage", among: "introduction i \(.where(others.conditions(for: viewer, on: day)))"
    ) { row in try row.word(0) }
  }

  /// How many `filter` leaves.
  package func count(_ filter: Filter, for viewer: Viewer, on day: Day) throws -> Int {
    try session.number("SELECT COUNT(*) FROM introduction i \(.where(filter.conditions(for: viewer, on: day)))")
  }

  /// Those that `asker` has asked of `others` and that are open or accepted, the latest of each.
  package func latest(
    of asker: Organisation.ID, to others: [Organisation.ID], in language: Language
  ) throws -> [Organisation.ID: Introduction.Brief] {
    guard !others.isEmpty else { return [:] }
    let found = try briefs(
      """
      WHERE i.asker = \(asker) AND i.asked IN (\(several: others)) AND i.stage IN ('waiting', 'later', 'accepted')
      ORDER BY i.stage_day DESC, i.id DESC
      """, in: language)
    return Dictionary(found.map { ($0.asked.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Introductions {
  private func briefs(_ rest: Statement, in language: Language) throws -> [Introduction.Brief] {
    let lines = try session.rows(
      """
      SELECT i.id, i.asker, i.asked, i.broker, i.need, i.practice, i.way, i.stage, i.asked_day, i.stage_day, i.until_day
      FROM introduction i \(rest)
      """
    ) { row in
      Line(
        id: try row.id(0), sides: [try row.id(1), try row.id(2)], broker: try row.idIfAny(3), need: try row.idIfAny(4),
        practice: try row.idIfAny(5), way: try row.text(6),
        stage: .init(
          try row.word(7), asked: try row.day(8), since: try row.day(9), until: try row.dayIfAny(10)))
    }
    guard !lines.isEmpty else { return [] }
    let ids = Array(Set(lines.flatMap { $0.sides + ($0.broker.map { [$0] } ?? []) }))
    let names = try session.organisations.briefs(ids, in: language)
    let sides = Dictionary(uniqueKeysWithValues: names.map { ($0.id, Introduction.Side($0.id, $0.name)) })
    // What was withdrawn since is told to those who were written to about it.
    let needs = try session.needs.briefs(lines.compactMap(\.need), for: .commandLine, in: language)
    let practices = try session.practices.briefs(lines.compactMap(\.practice), for: .commandLine, in: language)
    return lines.compactMap { line in
      guard let asker = sides[line.sides[0]], let asked = sides[line.sides[1]] else { return nil }
      let need = needs.first { $0.id == line.need }?.title
      return Introduction.Brief(
        id: line.id, asker: asker, asked: asked, broker: line.broker.flatMap { sides[$0] }, way: line.way,
        stage: line.stage, subject: need ?? practices.first { $0.id == line.practice }?.title)
    }
  }

  private struct Line {
    let id: Introduction.ID, sides: [Organisation.ID], broker: Organisation.ID?
    let need: Need.ID?, practice: Practice.ID?, way: String, stage: Introduction.Listed
  }
}

extension Introductions.Filter {
  fileprivate func conditions(for viewer: Viewer, on day: Day) -> [Statement] {
    var all: [Statement] = []
    let own = viewer.organisations(as: .reader)
    if !viewer.isAdministrator { all.append(Self.among(own)) }
    if let part { all.append(Self.part(part, own, answering: viewer.organisations(as: .editor))) }
    if let standing { all.append("i.stage = \(standing.rawValue)") }
    if isStuck {
      let silent = day.adding(days: -Introduction.patience)
      all.append(
        """
        ((i.stage = 'waiting' AND i.asked_day <= \(silent)) OR (i.stage = 'later' AND i.until_day < \(day)))
        """)
    }
    if isDue { all.append("(i.until_day IS NULL OR i.until_day <= \(day))") }
    if let organisation { all.append(Self.among([organisation])) }
    return all
  }

  private static func among(_ own: [Organisation.ID]) -> Statement {
    if own.isEmpty { return "1 = 0" }
    return "(i.asker IN (\(several: own)) OR i.asked IN (\(several: own)) OR i.broker IN (\(several: own)))"
  }

  private static func part(
    _ part: Introductions.Part, _ own: [Organisation.ID], answering: [Organisation.ID]
  ) -> Statement {
    switch part {
    case .answer:
      if answering.isEmpty { return "1 = 0" }
      return """
        (i.stage IN ('waiting', 'later') AND (\(awaits("i.asked", answering))
          OR (i.way = 'brokered' AND \(awaits("i.asker", answering)))))
        """
    case .received:
      return own.isEmpty ? "1 = 0" : "i.asked IN (\(several: own))"
    case .asked: return own.isEmpty ? "1 = 0" : "(i.way <> 'brokered' AND i.asker IN (\(several: own)))"
    case .brokered: return own.isEmpty ? "1 = 0" : "i.broker IN (\(several: own))"
    }
  }

  /// Whether the side in a column is one of `own` and has not accepted.
  private static func awaits(_ side: Statement, _ own: [Organisation.ID]) -> Statement {
    """
    (\(side) IN (\(several: own)) AND NOT EXISTS (SELECT 1 FROM introduction_word w
      WHERE w.introduction = i.id AND w.organisation = \(side) AND w.says = 'accepts'))
    """
  }
}
