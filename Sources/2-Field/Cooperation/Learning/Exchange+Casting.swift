extension Exchange {
  mutating func join(_ participant: Participant, _ entry: Entry) throws(Refusal) {
    guard entry.by == participant.person || entry.by == opening.convenor || seats[entry.by] != nil
    else { throw .notTakingPart(entry.by) }
    guard seats[participant.person] == nil else { throw .alreadyHere }
    guard !participant.name.allSatisfy(\.isWhitespace) else { throw .nameMissing }
    seats[participant.person] = Seat(place: participants.count)
    participants.append(participant)
  }

  mutating func cast(_ person: Person.ID, _ role: Role.ID, _ entry: Entry, under method: Method) throws(Refusal) {
    guard entry.by == person || leads(entry.by, under: method) else { throw .onlyLeaders }
    try check(person, for: role, under: method)
    take(on: role, person, entry.number)
  }

  mutating func stepDown(_ person: Person.ID, _ role: Role.ID, _ entry: Entry, under method: Method) throws(Refusal) {
    guard entry.by == person || leads(entry.by, under: method) else { throw .onlyLeaders }
    guard roles(of: person).contains(role) else { throw .doesNotPlay(role) }
    layDown(role, person, entry.number)
  }

  mutating func handOver(
    _ role: Role.ID, _ from: Person.ID, _ to: Person.ID, _ entry: Entry, under method: Method
  ) throws(Refusal) {
    guard entry.by == from || leads(entry.by, under: method) else { throw .onlyLeaders }
    guard roles(of: from).contains(role) else { throw .doesNotPlay(role) }
    try check(to, for: role, insteadOf: from, under: method)
    layDown(role, from, entry.number)
    take(on: role, to, entry.number)
  }

  /// Whether `person` may take on `role` now, with `leaver` already thought away.
  private func check(
    _ person: Person.ID, for role: Role.ID, insteadOf leaver: Person.ID? = nil, under method: Method
  ) throws(Refusal) {
    guard let wanted = method.role(role) else { throw .noSuchRole(role) }
    guard let organisation = participant(person)?.organisation else { throw .notTakingPart(person) }
    let held = roles(of: person)
    guard !held.contains(role) else { throw .alreadyPlays(role) }
    let others = players(of: role).filter { $0 != leaver }
    guard others.count < wanted.places.upperBound else { throw .noPlaceLeft(role) }
    for bar in wanted.bars {
      switch bar {
      case .alsoPlays(let other): if held.contains(other) { throw .barred(bar) }
      case .sameOrganisation(let other): if organisations(playing: other).contains(organisation) { throw .barred(bar) }
      case .otherOrganisation:
        if others.contains(where: { participant($0)?.organisation != organisation }) { throw .barred(bar) }
      }
    }
    for other in method.roles {
      if other.bars.contains(.alsoPlays(role)), held.contains(other.id) { throw .barred(.alsoPlays(other.id)) }
      if other.bars.contains(.sameOrganisation(as: role)), organisations(playing: other.id).contains(organisation) {
        throw .barred(.sameOrganisation(as: other.id))
      }
    }
  }

  /// The organisations of those who play `role`, in the order they took it on, each once.
  package func organisations(playing role: Role.ID) -> [Organisation.ID] {
    var found: [Organisation.ID] = []
    for person in players(of: role) {
      if let organisation = participant(person)?.organisation, !found.contains(organisation) {
        found.append(organisation)
      }
    }
    return found
  }

  private mutating func take(on role: Role.ID, _ person: Person.ID, _ number: Int) {
    seats[person]?.roles.append(role)
    castings.append(Casting(person: person, role: role, since: number))
  }

  private mutating func layDown(_ role: Role.ID, _ person: Person.ID, _ number: Int) {
    seats[person]?.roles.removeAll { $0 == role }
    for place in castings.indices.reversed() {
      if castings[place].person == person, castings[place].role == role, castings[place].until == nil {
        castings[place].until = number
        return
      }
    }
  }
}
