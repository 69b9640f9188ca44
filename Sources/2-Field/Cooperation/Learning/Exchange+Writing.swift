extension Exchange {
  mutating func write(_ writing: Writing, _ entry: Entry, under method: Method) throws(Refusal) {
    guard let place = method.place(of: writing.prompt) else { throw .noSuchPrompt(writing.prompt) }
    let phase = method.phases[place.phase], prompt = phase.prompts[place.prompt], last = visits.count - 1
    guard phase.id == visits[last].phase else { throw .notOpen(prompt.id) }
    guard let owner = owner(of: writing.of, to: prompt) else { throw .notAsked(prompt.id) }
    guard entry.by == writing.of || roles(of: entry.by).contains(where: prompt.scribes.contains)
    else { throw .notYours }
    guard holds(prompt.condition, for: owner, under: method) else { throw .notAskedNow(prompt.id) }
    try check(writing, to: prompt)
    let contribution = Contribution(
      number: entry.number, at: entry.at, prompt: prompt.id, owner: owner, of: writing.of, by: entry.by,
      about: writing.about, answer: writing.answer)
    if case .many(let inTurn) = prompt.times {
      if inTurn, !isTurn(of: writing.of, at: prompt) { throw .notYourTurn(prompt.id) }
      visits[last].contributions.append(contribution)
    } else {
      visits[last].put(contribution)
    }
  }

  mutating func withdraw(_ number: Int, _ entry: Entry, under method: Method) throws(Refusal) {
    let last = visits.count - 1
    guard let place = visits[last].place(of: number) else { throw .noSuchContribution(number) }
    let contribution = visits[last].contributions[place]
    guard contribution.standing == .stands else { throw .noSuchContribution(number) }
    guard entry.by == contribution.of || entry.by == contribution.by || owns(contribution.owner, entry.by)
    else { throw .notYours }
    visits[last].contributions[place].standing = .withdrawn(by: entry.number)
    let key = Visit.Place(prompt: contribution.prompt, owner: contribution.owner, about: contribution.about)
    if visits[last].index[key] == place { visits[last].index[key] = nil }
  }

  private func check(_ writing: Writing, to prompt: Prompt) throws(Refusal) {
    guard fits(writing.about, prompt, of: writing.of) else { throw .noSuchSubject(prompt.id) }
    if let unfit = writing.answer.unfit(for: prompt.kind) { throw .unfit(prompt.id, unfit) }
    guard case .vote(let votes) = writing.answer, case .vote(.answers(let source), _) = prompt.kind else { return }
    for case .contribution(let number) in votes where contribution(number, to: source) == nil {
      throw .unfit(prompt.id, .noSuchContribution(number))
    }
  }

  /// Whose answer it would be if `person` answered; nil where they are not asked.
  func owner(of person: Person.ID, to prompt: Prompt) -> Owner? {
    guard let seat = seats[person] else { return nil }
    switch (prompt.asked, prompt.times) {
    case (.everyone, .one): return .group
    case (.everyone, _): return .person(person)
    case (.roles(let roles), .one): return roles.first(where: seat.roles.contains).map(Owner.role)
    case (.roles(let roles), _): return roles.contains(where: seat.roles.contains) ? .person(person) : nil
    }
  }

  func owns(_ owner: Owner, _ person: Person.ID) -> Bool {
    switch owner {
    case .group: seats[person] != nil
    case .role(let role): roles(of: person).contains(role)
    case .person(let one): one == person
    }
  }

  /// Whether what was chosen makes `condition` hold: by the one role that was asked, or, where more were, by `owner`.
  func holds(_ condition: Condition?, for owner: Owner?, under method: Method) -> Bool {
    guard let condition else { return true }
    guard let deciding = method.prompt(condition.prompt)?.asked.onlyRole.map(Owner.role) ?? owner else { return false }
    for visit in visits.reversed() {
      if let own = visit.standing(condition.prompt, owner: deciding, about: .whole) {
        return own.answer.chooses(condition.options)
      }
    }
    return false
  }

  /// The contribution of entry `number`, if it answers `prompt` and stands.
  func contribution(_ number: Int, to prompt: Prompt.ID) -> Contribution? {
    for visit in visits.reversed() {
      if let place = visit.place(of: number) {
        let found = visit.contributions[place]
        return found.prompt == prompt && found.standing == .stands ? found : nil
      }
    }
    return nil
  }

  private func fits(_ subject: Subject, _ prompt: Prompt, of person: Person.ID) -> Bool {
    switch (prompt.about, subject) {
    case (.exchange, .whole), (.oneself, .whole): true
    case (.eachOf(let role), .person(let other)): other != person && roles(of: other).contains(role)
    case (.eachAnswer(let source), .contribution(let number)): contribution(number, to: source) != nil
    default: false
    }
  }

  /// Nobody speaks twice running while another could.
  private func isTurn(of person: Person.ID, at prompt: Prompt) -> Bool {
    guard let last = visit.contributions.last(where: { $0.prompt == prompt.id && $0.standing == .stands }),
      last.of == person
    else { return true }
    return !participants.contains { $0.person != person && owner(of: $0.person, to: prompt) != nil }
  }
}

extension Exchange.Visit {
  /// Puts an answer in the place of the one before it.
  mutating func put(_ contribution: Exchange.Contribution) {
    let key = Place(prompt: contribution.prompt, owner: contribution.owner, about: contribution.about)
    if let before = index[key] { contributions[before].standing = .replaced(by: contribution.number) }
    index[key] = contributions.count
    contributions.append(contribution)
  }
}
