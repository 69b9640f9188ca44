package import Cooperation
import SQL

extension Outcomes {
  /// What the parties of a partnership say of its outcomes and of the figures of their periods.
  package struct Claims: Sendable {
    package let parties: [Organisation.ID]
    private let voices: [String: [Claim.Voice]]
    private let imported: Set<String>
    private let figures: [Indicator.Period.ID: Figure]

    fileprivate init(
      _ outcomes: [Outcome], among parties: [Organisation.ID], _ voices: [String: [Claim.Voice]],
      imported: Set<Outcome.ID>
    ) {
      (self.parties, self.voices) = (parties, voices)
      var subjects: Set<String> = [], figures: [Indicator.Period.ID: Figure] = [:]
      for outcome in outcomes {
        if imported.contains(outcome.id) { subjects.insert(outcome.id.text) }
        for indicator in outcome.indicators {
          for period in indicator.periods {
            figures[period.id] = indicator.figure(of: period)
            if imported.contains(outcome.id) { subjects.insert(period.id.text) }
          }
        }
      }
      (self.imported, self.figures) = (subjects, figures)
    }

    package subscript(_ outcome: Outcome.ID) -> Claim {
      Claim(among: parties, voices: voices[outcome.text] ?? [], isImported: imported.contains(outcome.text))
    }

    /// Words on what a figure was before it changed count no longer.
    package subscript(_ period: Indicator.Period.ID) -> Claim {
      let (said, isImported) = (voices[period.text] ?? [], imported.contains(period.text))
      guard let figure = figures[period] else { return Claim(among: parties, voices: said, isImported: isImported) }
      return Claim(on: figure, among: parties, voices: said, isImported: isImported)
    }

    /// Everything that was ever said of a period, in the order it was said.
    package func history(of period: Indicator.Period.ID) -> [Claim.Voice] { voices[period.text] ?? [] }
  }

  /// - Throws: `Missing` where there is no such partnership.
  package func claims(of partnership: Partnership.ID) throws -> Claims {
    try claims(of: partnership, on: try self.of(partnership))
  }

  /// The same where its outcomes have been read already.
  ///
  /// - Throws: `Missing` where there is no such partnership.
  package func claims(of partnership: Partnership.ID, on outcomes: [Outcome]) throws -> Claims {
    let ground = try session.partnerships.ground(of: partnership)
    let imported: [Outcome.ID] = try session.rows(
      "SELECT id FROM outcome WHERE partnership = \(partnership) AND imported = 1"
    ) { row in try row.id(0) }
    let subjects = outcomes.flatMap { outcome in
      [outcome.id.text] + outcome.indicators.flatMap(\.periods).map(\.id.text)
    }
    return Claims(
      outcomes, among: ground.parties, try session.voices.on(subjects.sorted()), imported: Set(imported))
  }

  /// The same for many partnerships at once, whose outcomes have been read already.
  package func claims(
    of partnerships: [Partnership], on outcomes: [Partnership.ID: [Outcome]]
  ) throws -> [Partnership.ID: Claims] {
    guard !outcomes.isEmpty else { return [:] }
    let imported: [Outcome.ID] = try session.rows(
      "SELECT id FROM outcome WHERE imported = 1 AND partnership IN (\(several: partnerships.map(\.id)))"
    ) { row in try row.id(0) }
    let subjects = outcomes.values.joined().flatMap { outcome in
      [outcome.id.text] + outcome.indicators.flatMap(\.periods).map(\.id.text)
    }
    let voices = try session.voices.on(subjects.sorted()), known = Set(imported)
    return Dictionary(
      uniqueKeysWithValues: partnerships.map { partnership in
        let own = outcomes[partnership.id] ?? []
        return (partnership.id, Claims(own, among: partnership.parties.speaking, voices, imported: known))
      })
  }

  /// Keeps a party's word on an outcome.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Outcome.ID) throws {
    let outcome = try require(id)
    try session.voices.insert(voice, on: id.text)
    try session.note(outcome.partnership)
  }

  /// Keeps a party's word on what a period says as it stands.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Indicator.Period.ID) throws {
    let outcome = try require(of: id)
    guard let indicator = outcome.indicator(of: id), let period = indicator.period(id) else { throw Missing(id) }
    let word = Claim.Voice(
      organisation: voice.organisation, stance: voice.stance, reason: voice.reason, person: voice.person,
      at: voice.at, on: indicator.figure(of: period), counter: voice.counter)
    try session.voices.insert(word, on: id.text)
    try session.note(outcome.partnership)
  }
}
