// What someone sees of their own part.
extension Exchange {
  /// What `person` has said to `prompt` in the present phase and stands, where one answer is taken of each; of a side,
  /// whoever of it said it.
  package func present(_ prompt: Prompt.ID, of person: Person.ID, under method: Method) -> Contribution? {
    guard let asked = method.prompt(prompt), let owner = owner(of: person, to: asked) else { return nil }
    return visit.standing(prompt, owner: owner, about: .whole)
  }

  /// What `person` has said to `prompt` about one subject in the present phase.
  package func present(
    _ prompt: Prompt.ID, of person: Person.ID, about subject: Subject, under method: Method
  ) -> Contribution? {
    guard let asked = method.prompt(prompt), let owner = owner(of: person, to: asked) else { return nil }
    return visit.standing(prompt, owner: owner, about: subject)
  }

  /// Whether `person` is asked `prompt`, by what they play.
  package func asks(_ prompt: Prompt, of person: Person.ID) -> Bool { owner(of: person, to: prompt) != nil }

  /// Whether what was chosen so far makes the prompt one that is asked of `person`; nil where the choice is still open.
  package func holds(_ prompt: Prompt, of person: Person.ID, under method: Method) -> Bool? {
    guard let condition = prompt.condition else { return true }
    guard let owner = owner(of: person, to: prompt) else { return false }
    if holds(condition, for: owner, under: method) { return true }
    let isOpen = method.phase(visit.phase)?.prompts.contains { $0.id == condition.prompt } ?? false
    return isOpen && present(condition.prompt, of: person, under: method) == nil ? nil : false
  }

  /// What `person` may be asked about, one by one.
  package func subjects(of prompt: Prompt, for person: Person.ID) -> [Subject] {
    owner(of: person, to: prompt).map { subjects(of: prompt, for: $0) } ?? []
  }

  /// Those whose answers `person` may write down to `prompt`, themselves not among them.
  package func others(_ prompt: Prompt, writtenBy person: Person.ID) -> [Participant] {
    guard roles(of: person).contains(where: prompt.scribes.contains) else { return [] }
    return participants.filter { $0.person != person && owner(of: $0.person, to: prompt) != nil }
  }

  /// The contribution of entry `number`, standing or not.
  package func contribution(_ number: Int) -> Contribution? {
    for visit in visits {
      if let place = visit.place(of: number) { return visit.contributions[place] }
    }
    return nil
  }

  /// Whether a step was taken under `token`.
  package func hasTaken(_ token: Slug<Entry>) -> Bool { tokens[token] != nil }

  /// Those of `mandates` with which someone could sign on `day` what still waits for it, in their order.
  package func mandates(
    _ mandates: [Mandate], fitFor signed: Signed, on day: Day, under method: Method
  ) -> [Mandate] {
    let signers: [Signer]
    switch signed {
    case .visit(let number):
      signers = number == visit.number ? method.phase(visit.phase)?.gate.signers ?? [] : []
    case .output(let output): signers = method.output(output)?.signers ?? []
    }
    let open = missing(signers, on: signed)
    return mandates.filter { mandate in
      mandate.holds(on: day) && open.contains(.unsigned(mandate.role, for: mandate.organisation))
    }
  }
}
