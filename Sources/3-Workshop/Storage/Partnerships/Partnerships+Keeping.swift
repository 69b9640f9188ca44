package import Cooperation
import SQL

extension Partnerships {
  /// Adds a partnership. One that is inferred is imported, whatever `origin` says.
  package func insert(_ partnership: Partnership, _ origin: Origin = .here, at now: Instant) throws {
    let stage = partnership.stage
    let isImported = origin == .imported || stage == .inferred
    let claim = Claim(among: partnership.parties.speaking, voices: [], isImported: isImported)
    try session.run(
      """
      INSERT INTO partnership (id, form, title, folded, language, population, country, parent, stage, proposed_by,
        stage_day, ending, began, imported, claim, revision, created_at, changed_at)
      VALUES (\(partnership.id), \(partnership.form.rawValue), \(partnership.ownTitle),
        \(partnership.title.foldedVersions), \(partnership.title.original), \(partnership.topic.context.population),
        \(partnership.topic.context.country), \(partnership.parent), \(stage.slug), \(stage.proposer), \(stage.day),
        \(stage.ending?.rawValue), \(partnership.began), \(isImported), \(claim.state.rawValue),
        \(partnership.revision), \(now), \(now))
      """)
    try keepParties(of: partnership)
    try keepRest(of: partnership)
  }

  /// Keeps what a verb or an edit made of the partnership as it was in `revision`.
  ///
  /// - Returns: the partnership with its next revision.
  /// - Throws: `Stale` where it has been changed since; `Missing`.
  @discardableResult
  package func update(_ partnership: Partnership, at now: Instant) throws -> Partnership {
    let (id, stage) = (partnership.id, partnership.stage)
    let changed = try session.run(
      """
      UPDATE partnership SET form = \(partnership.form.rawValue), title = \(partnership.ownTitle),
        folded = \(partnership.title.foldedVersions), language = \(partnership.title.original),
        population = \(partnership.topic.context.population), country = \(partnership.topic.context.country),
        parent = \(partnership.parent), stage = \(stage.slug), proposed_by = \(stage.proposer),
        stage_day = \(stage.day), ending = \(stage.ending?.rawValue), began = \(partnership.began),
        revision = revision + 1, changed_at = \(now)
      WHERE id = \(id) AND revision = \(partnership.revision)
      """)
    guard changed == 1 else {
      throw try session.refusal(id, counting: "SELECT COUNT(*) FROM partnership WHERE id = \(id)")
    }
    let former: [Organisation.ID] = try session.rows("SELECT organisation FROM party WHERE partnership = \(id)") {
      row in try row.id(0)
    }
    try session.run("DELETE FROM party WHERE partnership = \(id)")
    try keepParties(of: partnership)
    try session.forgetBelongings(of: id.text)
    try keepRest(of: partnership)
    try session.relations.count(former.filter { !partnership.parties.contains($0) })
    var next = partnership
    next.revision += 1
    return next
  }

  /// Deletes a partnership with all that belongs to it, as the undoing of an import does.
  ///
  /// - Throws: `Missing`; `DatabaseError` with `.constraint` where results, exchanges or parts of it speak of it.
  package func delete(_ id: Partnership.ID) throws {
    let parties: [Organisation.ID] = try session.rows("SELECT organisation FROM party WHERE partnership = \(id)") {
      row in try row.id(0)
    }
    try session.run("DELETE FROM relation WHERE partnership = \(id)")
    try session.run("DELETE FROM signatory WHERE partnership = \(id)")
    try session.run("DELETE FROM agreement WHERE partnership = \(id)")
    try session.run("DELETE FROM party WHERE partnership = \(id)")
    try session.run("DELETE FROM contribution WHERE partnership = \(id)")
    try session.run(
      "DELETE FROM wording WHERE subject IN (SELECT id FROM log_entry WHERE partnership = \(id))")
    try session.run("DELETE FROM log_entry WHERE partnership = \(id)")
    try session.run("DELETE FROM voice WHERE subject = \(id)")
    try session.forgetBelongings(of: id.text)
    guard try session.run("DELETE FROM partnership WHERE id = \(id)") == 1 else { throw Missing(id) }
    try session.relations.count(parties)
    try session.note(id)
  }
}

extension Partnerships {
  private func keepParties(of partnership: Partnership) throws {
    for (position, party) in partnership.parties.all.enumerated() {
      try session.run(
        """
        INSERT INTO party (partnership, organisation, role, position)
        VALUES (\(partnership.id), \(party.organisation), \(party.role.rawValue), \(position))
        """)
    }
  }

  private func keepRest(of partnership: Partnership) throws {
    let id = partnership.id
    if case .signed(let agreement) = partnership.stage { try keep(agreement, of: id) }
    try session.keepTranslations(partnership.title, as: "title", of: id.text)
    try session.keep(partnership.about, as: "about", of: id.text)
    try session.keep(partnership.topic, of: id.text)
    try retellClaim(of: id)
    try session.relations.retell(id)
    try session.relations.count(partnership.parties.all.map(\.organisation))
    try session.note(id)
  }

  private func keep(_ agreement: Agreement, of id: Partnership.ID) throws {
    // A line is an aspect.
    let aspects = agreement.aspects.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
    try session.run("DELETE FROM signatory WHERE partnership = \(id)")
    try session.run(
      """
      INSERT INTO agreement (partnership, kind, signed_on, ends_on, aspects)
      VALUES (\(id), \(agreement.kind.rawValue), \(agreement.signed), \(agreement.endsOn), \(aspects))
      ON CONFLICT (partnership) DO UPDATE SET kind = excluded.kind, signed_on = excluded.signed_on,
        ends_on = excluded.ends_on, aspects = excluded.aspects
      """)
    for (position, signatory) in agreement.signatories.enumerated() {
      try session.run(
        """
        INSERT INTO signatory (partnership, organisation, name, title, position)
        VALUES (\(id), \(signatory.organisation), \(signatory.name), \(signatory.title), \(position))
        """)
    }
  }
}

extension Partnership {
  fileprivate var ownTitle: String { title.versions[title.original] ?? "" }
}

extension Partnership.Stage {
  fileprivate var proposer: Organisation.ID? { if case .proposed(let party, _) = self { party } else { nil } }

  fileprivate var ending: Partnership.Ending? { if case .ended(_, let why) = self { why } else { nil } }

  fileprivate var day: Day? {
    switch self {
    case .inferred: nil
    case .proposed(_, let day), .agreed(let day), .ended(let day, _): day
    case .signed(let agreement): agreement.signed
    }
  }
}
