package import Cooperation
import SQL

extension Outcomes {
  package func insert(_ outcome: Outcome, _ origin: Origin = .here, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO outcome (id, partnership, level, title, language, imported, revision, created_at, changed_at)
      VALUES (\(outcome.id), \(outcome.partnership), \(outcome.level.rawValue),
        \(outcome.title.versions[outcome.title.original]), \(outcome.title.original), \(origin == .imported),
        \(outcome.revision), \(now), \(now))
      """)
    try keepBelongings(of: outcome)
  }

  /// Keeps what an edit made of the outcome as it was in `revision`, its indicators and their periods included.
  ///
  /// - Returns: the outcome with its next revision.
  /// - Throws: `Stale` where it has been changed since; `Missing`.
  @discardableResult
  package func update(_ outcome: Outcome, at now: Instant) throws -> Outcome {
    let changed = try session.run(
      """
      UPDATE outcome SET level = \(outcome.level.rawValue), title = \(outcome.title.versions[outcome.title.original]),
        language = \(outcome.title.original), revision = revision + 1, changed_at = \(now)
      WHERE id = \(outcome.id) AND revision = \(outcome.revision)
      """)
    guard changed == 1 else {
      throw try session.refusal(outcome.id, counting: "SELECT COUNT(*) FROM outcome WHERE id = \(outcome.id)")
    }
    try forgetBelongings(of: outcome.id)
    try keepBelongings(of: outcome)
    var next = outcome
    next.revision += 1
    return next
  }

  /// Deletes an outcome with its indicators, and what was said of it.
  ///
  /// - Throws: `Missing`.
  package func delete(_ outcome: Outcome) throws {
    let ids = [outcome.id.text] + outcome.indicators.flatMap(\.periods).map(\.id.text)
    try session.run("DELETE FROM voice WHERE subject IN (\(several: ids))")
    try forgetBelongings(of: outcome.id)
    guard try session.run("DELETE FROM outcome WHERE id = \(outcome.id)") == 1 else { throw Missing(outcome.id) }
    try note(outcome)
  }

  private func keepBelongings(of outcome: Outcome) throws {
    try session.keepTranslations(outcome.title, as: "title", of: outcome.id.text)
    try session.keep(outcome.about, as: "about", of: outcome.id.text)
    for (position, indicator) in outcome.indicators.enumerated() {
      try keep(indicator, at: position, of: outcome.id)
    }
    try note(outcome)
  }

  private func keep(_ indicator: Indicator, at position: Int, of outcome: Outcome.ID) throws {
    try session.run(
      """
      INSERT INTO indicator (id, outcome, title, language, measure, unit, ascending, baseline_year, baseline_value,
        position)
      VALUES (\(indicator.id), \(outcome), \(indicator.title.versions[indicator.title.original]),
        \(indicator.title.original), \(indicator.measure.rawValue), \(indicator.unit), \(indicator.ascending),
        \(indicator.baseline?.year), \(indicator.baseline?.value.description), \(position))
      """)
    try session.keepTranslations(indicator.title, as: "title", of: indicator.id.text)
    for period in indicator.periods {
      try session.run(
        """
        INSERT INTO period (id, indicator, start_day, end_day, target, actual)
        VALUES (\(period.id), \(indicator.id), \(period.start), \(period.end), \(period.target?.description),
          \(period.actual?.description))
        """)
      try session.keep(period.words, as: "words", of: period.id.text)
    }
  }

  private func forgetBelongings(of id: Outcome.ID) throws {
    let indicators: Statement = "SELECT id FROM indicator WHERE outcome = \(id)"
    let periods: Statement = "SELECT id FROM period WHERE indicator IN (\(indicators))"
    try session.run("DELETE FROM wording WHERE subject IN (\(periods))")
    try session.run("DELETE FROM period WHERE indicator IN (\(indicators))")
    try session.run("DELETE FROM wording WHERE subject IN (\(indicators))")
    try session.run("DELETE FROM indicator WHERE outcome = \(id)")
    try session.forgetBelongings(of: id.text)
  }

  private func note(_ outcome: Outcome) throws {
    try session.note(outcome.id)
    try session.note(outcome.partnership)
  }
}
