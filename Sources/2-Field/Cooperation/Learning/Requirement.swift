/// Something that a phase, or the whole exchange, still waits for.
package enum Requirement: Sendable, Hashable {
  /// So many people are missing in the role.
  case unfilled(Role.ID, missing: Int)
  case unanswered(Prompt.ID, by: Exchange.Owner, about: Exchange.Subject)
  /// The prompt has too few contributions: so many are missing.
  case tooFew(Prompt.ID, missing: Int)
  /// Nobody has signed yet for the organisation with such a mandate.
  case unsigned(Mandate.Role, for: Organisation.ID)
}

extension Exchange {
  /// Everything that the present phase still waits for before it is done, in the method's order.
  package func unmet(under method: Method) -> [Requirement] {
    guard case .running = stage, let phase = method.phase(visit.phase) else { return [] }
    return unfilled(under: method) + phase.prompts.flatMap { unmet(in: $0, under: method) }
      + missing(phase.gate.signers, on: .visit(visit.number))
  }

  /// Roles that must be filled by now and are not.
  private func unfilled(under method: Method) -> [Requirement] {
    let entered = Set(visits.map(\.phase))
    let wanted = Set(method.phases.filter { entered.contains($0.id) }.flatMap(\.casts))
    return method.roles.filter { wanted.contains($0.id) }.compactMap { role in
      let missing = role.places.lowerBound - players(of: role.id).count
      return missing > 0 ? .unfilled(role.id, missing: missing) : nil
    }
  }

  func unmet(in prompt: Prompt, under method: Method) -> [Requirement] {
    guard prompt.atLeast > 0 else { return [] }
    if case .many = prompt.times, prompt.about == .exchange || prompt.about == .oneself {
      let missing = prompt.atLeast - visit.standing(prompt.id).count
      let isAsked = prompt.condition == nil || holds(prompt.condition, for: nil, under: method)
      return missing > 0 && isAsked ? [.tooFew(prompt.id, missing: missing)] : []
    }
    return owners(asked: prompt).filter { holds(prompt.condition, for: $0, under: method) }.flatMap { owner in
      subjects(of: prompt, for: owner).compactMap { subject in
        hasAnswered(prompt, owner, subject) ? nil : .unanswered(prompt.id, by: owner, about: subject)
      }
    }
  }

  private func hasAnswered(_ prompt: Prompt, _ owner: Owner, _ subject: Subject) -> Bool {
    guard case .many = prompt.times else { return visit.standing(prompt.id, owner: owner, about: subject) != nil }
    return visit.standing(prompt.id).contains { $0.owner == owner && $0.about == subject }
  }

  /// Those who are asked, as they count: sides, persons, or the group.
  func owners(asked prompt: Prompt) -> [Owner] {
    switch (prompt.asked, prompt.times) {
    case (.everyone, .one): [.group]
    case (.everyone, _): participants.map { .person($0.person) }
    case (.roles(let roles), .one): roles.filter { !players(of: $0).isEmpty }.map(Owner.role)
    case (.roles, _): participants.filter { owner(of: $0.person, to: prompt) != nil }.map { .person($0.person) }
    }
  }

  /// What `owner` is asked about, one by one.
  package func subjects(of prompt: Prompt, for owner: Owner) -> [Subject] {
    switch prompt.about {
    case .exchange, .oneself: [.whole]
    case .eachOf(let role): players(of: role).filter { owner != .person($0) }.map(Subject.person)
    case .eachAnswer(let source): visits.flatMap { $0.standing(source) }.map { .contribution($0.number) }
    }
  }
}

extension Requirement {
  /// What is missing, in a sentence whose blanks are filled with the method's and the people's own names.
  package func words(
    in exchange: Exchange, under method: Method, organisations: [Organisation.ID: String], in languages: [Language]
  ) -> Phrase {
    func title(_ role: Role.ID) -> String { method.role(role)?.title.reading(in: languages).text ?? role.text }
    func question(_ prompt: Prompt.ID) -> String {
      method.prompt(prompt)?.question.reading(in: languages).text ?? prompt.text
    }
    switch self {
    case .unfilled(let role, let missing):
      return Phrase(
        "requirement.unfilled", "{role}: still {count} to find.", ["role": title(role), "count": "\(missing)"])
    case .unanswered(let prompt, .group, _):
      return Phrase("requirement.unanswered", "“{question}” has no answer yet.", ["question": question(prompt)])
    case .unanswered(let prompt, .role(let role), _):
      return Phrase(
        "requirement.unanswered-by", "{who} has not answered “{question}” yet.",
        ["who": title(role), "question": question(prompt)])
    case .unanswered(let prompt, .person(let person), _):
      return Phrase(
        "requirement.unanswered-by", "{who} has not answered “{question}” yet.",
        ["who": exchange.participant(person)?.name ?? "", "question": question(prompt)])
    case .tooFew(let prompt, let missing):
      return Phrase(
        "requirement.too-few", "“{question}” still needs {count} more.",
        ["question": question(prompt), "count": "\(missing)"])
    case .unsigned(let mandate, let organisation):
      return mandate.unsigned(["organisation": organisations[organisation] ?? organisation.text])
    }
  }
}

extension Mandate.Role {
  fileprivate func unsigned(_ blanks: [String: String]) -> Phrase {
    switch self {
    case .politicalLeader:
      Phrase(
        "requirement.unsigned.political-leader", "The political leader of {organisation} has not signed yet.", blanks)
    case .technicalLeader:
      Phrase(
        "requirement.unsigned.technical-leader", "The technical leader of {organisation} has not signed yet.", blanks)
    case .officer:
      Phrase("requirement.unsigned.officer", "An officer of {organisation} has not signed yet.", blanks)
    case .expert: Phrase("requirement.unsigned.expert", "An expert of {organisation} has not signed yet.", blanks)
    }
  }
}
