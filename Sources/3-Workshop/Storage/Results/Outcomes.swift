package import Cooperation
package import SQL

extension Session { package var outcomes: Outcomes { Outcomes(session: self) } }

/// What came of partnerships, with the indicators and periods by which it can be seen.
package struct Outcomes {
  let session: any Session

  package func find(_ id: Outcome.ID) throws -> Outcome? { try load("o.id = \(id)").first }

  /// - Throws: `Missing`.
  package func require(_ id: Outcome.ID) throws -> Outcome {
    guard let outcome = try find(id) else { throw Missing(id) }
    return outcome
  }

  /// All of a partnership, from what was done to what it changed.
  package func of(_ partnership: Partnership.ID) throws -> [Outcome] { try load("o.partnership = \(partnership)") }

  /// All of each of `partnerships`, from what was done to what it changed.
  package func of(_ partnerships: [Partnership.ID]) throws -> [Partnership.ID: [Outcome]] {
    guard !partnerships.isEmpty else { return [:] }
    return Dictionary(grouping: try load("o.partnership IN (\(several: partnerships))"), by: \.partnership)
  }

  /// The outcome that an indicator's period belongs to.
  ///
  /// - Throws: `Missing`.
  package func require(of period: Indicator.Period.ID) throws -> Outcome {
    let outcomes = try load(
      """
      o.id IN (SELECT i.outcome FROM period p JOIN indicator i ON i.id = p.indicator WHERE p.id = \(period))
      """)
    guard let outcome = outcomes.first else { throw Missing(period) }
    return outcome
  }

  private func load(_ condition: Statement) throws -> [Outcome] {
    let order: Statement = """
      CASE o.level WHEN 'activity' THEN 0 WHEN 'output' THEN 1 WHEN 'outcome' THEN 2 ELSE 3 END, o.id
      """
    let outcomes = try session.rows(
      """
      SELECT o.id, o.partnership, o.level, o.title, o.language, o.revision FROM outcome o WHERE \(condition)
      ORDER BY \(order)
      """
    ) { row in
      Outcome(
        id: try row.id(0), partnership: try row.id(1), level: try row.word(2),
        title: Texts(try row.text(3), in: try row.language(4)), revision: try row.int(5))
    }
    guard !outcomes.isEmpty else { return [] }
    let indicators = try indicators(of: outcomes.map(\.id))
    let all = indicators.values.joined()
    let subjects = outcomes.map(\.id.text) + all.map(\.id.text) + all.flatMap(\.periods).map(\.id.text)
    let attributes = try Attributes(of: subjects, in: session)
    return outcomes.map { bare in
      var outcome = bare
      outcome.title = attributes[bare.id].translating("title", bare.title)
      outcome.about = attributes[bare.id].texts("about")
      outcome.indicators = (indicators[bare.id] ?? []).map { bare in
        var indicator = bare
        indicator.title = attributes[bare.id].translating("title", bare.title)
        for place in bare.periods.indices {
          indicator.periods[place].words = attributes[bare.periods[place].id].texts("words")
        }
        return indicator
      }
      return outcome
    }
  }

  private func indicators(of outcomes: [Outcome.ID]) throws -> [Outcome.ID: [Indicator]] {
    var periods: [Indicator.ID: [Indicator.Period]] = [:]
    let all: Statement = """
      SELECT p.indicator, p.id, p.start_day, p.end_day, p.target, p.actual
      FROM period p JOIN indicator i ON i.id = p.indicator WHERE i.outcome IN (\(several: outcomes))
      ORDER BY p.start_day, p.id
      """
    try session.each(all) { row in
      periods[try row.id(0), default: []].append(
        try Indicator.Period(
          id: row.id(1), start: row.day(2), end: row.day(3), target: row.valueIfAny(4) { Amount($0) },
          actual: row.valueIfAny(5) { Amount($0) }))
    }
    var indicators: [Outcome.ID: [Indicator]] = [:]
    let statement: Statement = """
      SELECT outcome, id, title, language, measure, unit, ascending, baseline_year, baseline_value FROM indicator
      WHERE outcome IN (\(several: outcomes)) ORDER BY outcome, position
      """
    try session.each(statement) { row in
      let baseline = try row.intIfAny(7).map { year in
        try Indicator.Baseline(year: year, value: row.value(8) { Amount($0) })
      }
      let id: Indicator.ID = try row.id(1)
      indicators[try row.id(0), default: []].append(
        Indicator(
          id: id, title: Texts(try row.text(2), in: try row.language(3)), measure: try row.word(4),
          unit: try row.text(5), ascending: try row.flag(6), baseline: baseline, periods: periods[id] ?? []))
    }
    return indicators
  }
}

extension Attributes.Belongings {
  /// A text with the translations that stand here.
  func translating(_ field: String, _ own: Texts) -> Texts {
    texts(field, original: own.versions[own.original] ?? "", in: own.original)
  }
}
