import Cooperation
import Storage

/// A draft whose parties have been looked for on record.
struct Named {
  let draft: ActivityDraft
  /// Those found, each once, in the file's order.
  private(set) var parties: [Party] = []
  /// Those that a person has to decide on, with the role that they would have.
  private(set) var undecided: [(label: String, role: Party.Role)] = []

  init(_ draft: ActivityDraft, _ actors: Actors) throws {
    self.draft = draft
    for each in draft.roles {
      switch try actors.meaning(of: each.mention, by: draft.publisher, in: draft.identifier, line: draft.line) {
      case .known(let id): take(Party(id, each.role))
      case .undecided(let label): wait(label, each.role)
      case .nobody: continue
      }
    }
  }

  /// Whether there are enough to make a partnership.
  var isEnough: Bool { parties.count >= 2 }

  /// An organisation with several roles is shown in the foremost.
  private mutating func take(_ party: Party) {
    guard let place = parties.firstIndex(where: { $0.organisation == party.organisation }) else {
      return parties.append(party)
    }
    if party.role.rank < parties[place].role.rank { parties[place] = party }
  }

  private mutating func wait(_ label: String, _ role: Party.Role) {
    guard let place = undecided.firstIndex(where: { $0.label == label }) else { return undecided.append((label, role)) }
    if role.rank < undecided[place].role.rank { undecided[place].role = role }
  }
}

extension Named {
  /// The partnership that it comes to, with its money and results.
  ///
  /// - Parameter known: its parties so far, which stay where fewer than two are found now.
  func partnership(
    as id: Partnership.ID, kind: (Organisation.ID) throws -> Organisation.Kind, otherwise known: Parties? = nil
  ) throws -> KeptPartnership {
    let parties = try isEnough ? Parties(parties) : known ?? Parties(parties)
    let stage: Partnership.Stage = draft.ending.map { .ended(on: $0.day, why: $0.why) } ?? .inferred
    let partnership = Partnership(
      id: id, title: draft.title, form: try form(of: parties, kind), parties: parties, stage: stage, about: draft.about,
      topic: draft.topic, began: draft.began)
    return KeptPartnership(
      partnership: partnership,
      contributions: draft.contributions.map { $0.of(id) },
      outcomes: draft.outcomes.map { $0.of(id) })
  }

  /// What fits best of the forms; most are projects or programmes.
  private func form(
    of parties: Parties, _ kind: (Organisation.ID) throws -> Organisation.Kind
  ) throws -> Partnership.Form {
    if draft.isTriangular && parties.all.count >= 3 { return .triangular }
    let kinds = try parties.speaking.map(kind)
    if kinds.allSatisfy({ $0 == .localGovernment }) { return .cityToCity }
    if kinds.allSatisfy({ $0 == .association }) { return .associationCapacityBuilding }
    return .programme
  }
}

extension Contribution {
  fileprivate func of(_ partnership: Partnership.ID) -> Contribution {
    guard partnership != self.partnership else { return self }
    return Contribution(
      id: id, partnership: partnership, kind: kind, organisation: organisation, money: money, day: day, until: until,
      note: note)
  }
}

extension Outcome {
  fileprivate func of(_ partnership: Partnership.ID) -> Outcome {
    guard partnership != self.partnership else { return self }
    return Outcome(
      id: id, partnership: partnership, level: level, title: title, about: about, indicators: indicators,
      revision: revision)
  }
}
