extension Method {
  /// What is wrong with the ways from phase to phase.
  var faultsOfWays: [Fault] {
    let reached = reached, ending = ending
    return phases.flatMap { phase in
      let part = Part.phase(phase.id)
      if phase.ways.isEmpty { return [Fault(part, "next", .deadEnd)] }
      var faults = phase.ways.compactMap(\.to).filter { self.phase($0) == nil }.map { next in
        Fault(part, "next", .unknownPhase(next))
      }
      if !reached.contains(phase.id) { faults.append(Fault(part, "id", .unreachable)) }
      if !ending.contains(phase.id) { faults.append(Fault(part, "next", .neverEnds)) }
      for condition in phase.ways.compactMap(\.condition) {
        faults += self.faults(in: condition, part, "next", before: nil)
      }
      if mayBeStuck(phase) { faults.append(Fault(part, "next", .mayBeStuck)) }
      return faults
    }
  }

  /// The phases that some row of ways leads to from the first.
  private var reached: Set<Phase.ID> {
    guard let first = phases.first else { return [] }
    var reached: Set<Phase.ID> = [first.id], open = [first.id]
    while let next = open.popLast() {
      for way in phase(next)?.ways.compactMap(\.to) ?? [] where reached.insert(way).inserted { open.append(way) }
    }
    return reached
  }

  /// The phases from which some row of ways leads to the end.
  private var ending: Set<Phase.ID> {
    var ending: Set<Phase.ID> = [], grows = true
    while grows {
      let more = phases.filter { phase in
        !ending.contains(phase.id) && phase.ways.contains { $0.to.map(ending.contains) ?? true }
      }
      ending.formUnion(more.map(\.id))
      grows = !more.isEmpty
    }
    return ending
  }

  /// Whether every way has a condition, and they do not cover every choice of one prompt that has to be answered.
  private func mayBeStuck(_ phase: Phase) -> Bool {
    guard let decider = phase.ways.first?.condition.flatMap({ prompt($0.prompt) }) else { return false }
    let conditions = phase.ways.compactMap(\.condition)
    if conditions.count < phase.ways.count { return false }
    let covered = Set(conditions.filter { $0.prompt == decider.id }.flatMap(\.options))
    let isAsked = place(of: decider.id).map { $0.phase <= index(of: phase.id) ?? 0 } ?? false
    let isSure = decider.atLeast > 0 && decider.condition == nil && isAsked
    return !isSure || !decider.kind.options.allSatisfy { covered.contains($0.id) }
  }
}
