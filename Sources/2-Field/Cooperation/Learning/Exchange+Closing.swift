extension Exchange {
  /// The ways out of the present phase that are open now, and those that would be once the phase is done.
  package func ways(under method: Method) -> [Phase.Way] {
    guard case .running = stage, let phase = method.phase(visit.phase) else { return [] }
    return phase.ways.filter { holds($0.condition, for: nil, under: method) }
  }

  /// Whether `person` may close the present phase: a closer it names, else a role that leads; the convenor while nobody
  /// plays any of these.
  package func mayClose(_ person: Person.ID, under method: Method) -> Bool {
    guard case .running = stage, let phase = method.phase(visit.phase) else { return false }
    let closers = phase.gate.closers.isEmpty ? method.roles.filter(\.leads).map(\.id) : phase.gate.closers
    if roles(of: person).contains(where: closers.contains) { return true }
    return person == opening.convenor && closers.allSatisfy { players(of: $0).isEmpty }
  }

  /// Goes on, back (`next` was visited by the method's order before), or to the end (nil).
  mutating func close(
    _ number: Int, entering next: Phase.ID?, _ entry: Entry, under method: Method
  ) throws(Refusal) {
    guard number == visits.count, let phase = method.phase(visit.phase) else { throw .phaseOver(number) }
    guard mayClose(entry.by, under: method) else { throw .mayNotClose(phase.id) }
    let ways = phase.ways.filter { $0.to == next }
    guard !ways.isEmpty else { throw .doesNotFollow(next) }
    guard let way = ways.first(where: { holds($0.condition, for: nil, under: method) }) else {
      throw .wayNotOpen(next)
    }
    if method.isBack(way, from: phase.id) {
      visits[visits.count - 1].ending = unmet(under: method).isEmpty ? .closed(at: entry.at) : .left(at: entry.at)
    } else {
      let open = unmet(under: method)
      guard open.isEmpty else { throw .stillNeeds(open) }
      visits[visits.count - 1].ending = .closed(at: entry.at)
    }
    if let next {
      visits.append(Visit(number: number + 1, phase: next, entered: entry.at))
    } else {
      stage = .concluded(at: entry.at)
    }
  }
}
