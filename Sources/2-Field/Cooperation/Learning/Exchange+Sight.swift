extension Exchange {
  /// The answers to `prompt` that stand and that `person` may read, in the order they came. Nil is someone who does not
  /// take part: they read what is open to all once its phase is over.
  package func answers(to prompt: Prompt.ID, visibleTo person: Person.ID?, under method: Method) -> [Contribution] {
    guard let asked = method.prompt(prompt) else { return [] }
    return visits.flatMap { visit in
      visit.standing(prompt).filter { isVisible($0, to: asked, in: visit, for: person) }
    }
  }

  /// The answers of one visit, standing, replaced and withdrawn, that `person` may read.
  package func contributions(of visit: Visit, visibleTo person: Person.ID?, under method: Method) -> [Contribution] {
    visit.contributions.filter { contribution in
      method.prompt(contribution.prompt).map { isVisible(contribution, to: $0, in: visit, for: person) } ?? false
    }
  }

  /// Who has answered `prompt` in the present phase and who has not: never what they said.
  package func progress(of prompt: Prompt, under method: Method) -> [Progress] {
    let given = visit.standing(prompt.id)
    return owners(asked: prompt).filter { holds(prompt.condition, for: $0, under: method) }.map { owner in
      Progress(owner: owner, given: given.count { $0.owner == owner }, of: subjects(of: prompt, for: owner).count)
    }
  }

  /// How far someone has come with a prompt.
  package struct Progress: Sendable, Equatable {
    package let owner: Owner
    package let given: Int
    /// How many are asked of them; where they may give many, 1.
    package let of: Int
  }

  private func isVisible(
    _ contribution: Contribution, to prompt: Prompt, in visit: Visit, for person: Person.ID?
  ) -> Bool {
    guard let person, seats[person] != nil else {
      return prompt.sight == .atOnce ? visit.ending != .open : prompt.sight == .whenClosed && visit.isOpened
    }
    if contribution.of == person || contribution.by == person || owns(contribution.owner, person) { return true }
    switch prompt.sight {
    case .atOnce: return true
    case .whenClosed: return visit.isOpened
    case .roles(let roles): return roles.contains(where: self.roles(of: person).contains)
    }
  }

  /// The votes for each candidate, the most first and the earliest first among equals; only what `person` may read.
  package func tally(of prompt: Prompt.ID, visibleTo person: Person.ID?, under method: Method) -> [Votes] {
    var votes: [Votes] = []
    for case .vote(let candidates) in answers(to: prompt, visibleTo: person, under: method).map(\.answer) {
      for candidate in candidates {
        if let place = votes.firstIndex(where: { $0.candidate == candidate }) {
          votes[place].count += 1
        } else {
          votes.append(Votes(candidate: candidate, count: 1))
        }
      }
    }
    return votes.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  /// How many votes a candidate has.
  package struct Votes: Sendable, Equatable {
    package let candidate: Answer.Candidate
    package internal(set) var count: Int
  }
}

extension Prompt.Sight {
  var isForAll: Bool { if case .roles = self { false } else { true } }
}
