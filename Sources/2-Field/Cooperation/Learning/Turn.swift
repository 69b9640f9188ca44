/// Someone whose turn it is: a role with something open, and who of it.
package struct Turn: Sendable, Equatable {
  package let prompt: Prompt.ID
  package let owner: Exchange.Owner
  package let people: [Person.ID]
}

extension Exchange {
  /// Whose turn it is now: everyone with a required answer still open, in the method's order.
  ///
  /// Where many answers are taken in turn, it is the turn of those who have spoken least.
  package func turns(under method: Method) -> [Turn] {
    guard case .running = stage, let phase = method.phase(visit.phase) else { return [] }
    return phase.prompts.flatMap { prompt -> [Turn] in
      if case .many = prompt.times { return turns(atMany: prompt, under: method) }
      return owing(unmet(in: prompt, under: method)).map { owner in
        Turn(prompt: prompt.id, owner: owner, people: participants.map(\.person).filter { owns(owner, $0) })
      }
    }
  }

  private func owing(_ requirements: [Requirement]) -> [Owner] {
    var owners: [Owner] = []
    for case .unanswered(_, let owner, _) in requirements where !owners.contains(owner) { owners.append(owner) }
    return owners
  }

  private func turns(atMany prompt: Prompt, under method: Method) -> [Turn] {
    guard !unmet(in: prompt, under: method).isEmpty || prompt.times == .many(inTurn: true) else { return [] }
    var spoken: [Person.ID: Int] = [:]
    for contribution in visit.standing(prompt.id) { spoken[contribution.of, default: 0] += 1 }
    let asked = owners(asked: prompt).compactMap { owner -> Person.ID? in
      if case .person(let person) = owner { person } else { nil }
    }
    let least = asked.map { spoken[$0] ?? 0 }.min()
    return asked.filter { (spoken[$0] ?? 0) == least }
      .map { Turn(prompt: prompt.id, owner: .person($0), people: [$0]) }
  }
}
