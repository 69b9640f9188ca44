package import Cooperation
import SQL

extension Partnerships {
  /// What its speaking parties say of a partnership.
  ///
  /// - Throws: `Missing`.
  package func claim(of id: Partnership.ID) throws -> Claim {
    let ground = try ground(of: id)
    return Claim(
      among: ground.parties, voices: try session.voices.on([id.text])[id.text] ?? [], isImported: ground.isImported)
  }

  /// Keeps a party's word on a partnership, and how the claim stands then.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Partnership.ID) throws {
    try session.voices.insert(voice, on: id.text)
    try retellClaim(of: id)
    try session.note(id)
  }

  /// Tells the claim's state anew from the voices and keeps it wherever it is counted by.
  func retellClaim(of id: Partnership.ID) throws {
    let state = try claim(of: id).state.rawValue
    try session.run("UPDATE partnership SET claim = \(state) WHERE id = \(id)")
    try session.run("UPDATE relation SET claim = \(state) WHERE partnership = \(id)")
  }

  /// Who speaks for what is said of a partnership, and whether a file said it first.
  struct Ground {
    let parties: [Organisation.ID]
    let isImported: Bool
  }

  func ground(of id: Partnership.ID) throws -> Ground {
    var isImported = false
    let parties = try session.rows(
      """
      SELECT y.organisation, y.role, p.imported FROM partnership p JOIN party y ON y.partnership = p.id
      WHERE p.id = \(id) ORDER BY y.position
      """
    ) { row in
      isImported = try row.flag(2)
      return Party(try row.id(0), try row.word(1))
    }
    guard !parties.isEmpty else { throw Missing(id) }
    return Ground(parties: try Parties(parties).speaking, isImported: isImported)
  }
}
