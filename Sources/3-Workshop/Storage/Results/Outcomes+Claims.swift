package import Cooperation
import SQL

extension Outcomes {
  /// What the parties of a partnership say of its outcomes and of the figures of their periods.
  package struct Claims: Sendable {
    let parties: [Organisation.ID]
    let voices: [String: [Claim.Voice]]
    let imported: Set<String>

    package subscript(_ outcome: Outcome.ID) -> Claim { claim(outcome.text) }
    package subscript(_ period: Indicator.Period.ID) -> Claim { claim(period.text) }

    private func claim(_ subject: String) -> Claim {
      Claim(among: parties, voices: voices[subject] ?? [], isImported: imported.contains(subject))
    }
  }

  /// - Throws: `Missing` where there is no such partnership.
  package func claims(of partnership: Partnership.ID) throws -> Claims {
    let ground = try session.partnerships.ground(of: partnership)
    var subjects: Set<String> = []
    var imported: Set<String> = []
    let statement: Statement = """
      SELECT o.id, o.imported, p.id FROM outcome o LEFT JOIN indicator i ON i.outcome = o.id
      LEFT JOIN period p ON p.indicator = i.id WHERE o.partnership = \(partnership)
      """
    try session.each(statement) { row in
      let both = [try row.text(0), row.textIfAny(2)].compactMap { $0 }
      subjects.formUnion(both)
      if try row.flag(1) { imported.formUnion(both) }
    }
    return Claims(parties: ground.parties, voices: try session.voices.on(subjects.sorted()), imported: imported)
  }

  /// Keeps a party's word on an outcome.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Outcome.ID) throws {
    let outcome = try require(id)
    try session.voices.insert(voice, on: id.text)
    try session.note(outcome.partnership)
  }

  /// Keeps a party's word on the figures of a period.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Indicator.Period.ID) throws {
    let outcome = try require(of: id)
    try session.voices.insert(voice, on: id.text)
    try session.note(outcome.partnership)
  }
}
