import Cooperation
import Languages
import Markup

/// What stands in a room, in the words of one reader, and no more than they may know.
struct Telling {
  let room: Room
  let standing: Room.Standing
  let names: [Organisation.ID: String]
  let reader: Reader

  var exchange: Exchange { room.exchange }
  var method: Method { room.method }
  /// Whoever reads, where they take part or called it.
  var me: Person.ID? { if case .inside(let person) = standing { person } else { nil } }
  var isSeated: Bool { me.flatMap(exchange.participant) != nil }
  var leads: Bool { me.map { exchange.leads($0, under: method) } ?? false }

  func text(_ texts: Texts) -> String { reader.words.reading(texts).text }
  func title(_ role: Role.ID) -> String { method.role(role).map { text($0.title) } ?? role.text }
  func title(_ phase: Phase.ID) -> String { method.phase(phase).map { text($0.title) } ?? phase.text }
  func name(_ organisation: Organisation.ID) -> String { names[organisation] ?? organisation.text }

  /// Someone by name; by their organisation alone for readers from outside.
  func name(_ person: Person.ID) -> String {
    guard let participant = exchange.participant(person) else {
      return person == exchange.opening.convenor
        ? reader("room.convenor", "the convenor") : reader("room.someone", "someone")
    }
    if standing == .reader {
      return reader("room.someone-of", "someone of {organisation}", ["organisation": name(participant.organisation)])
    }
    return person == me ? reader("room.you", "you") : participant.name
  }

  func name(_ owner: Exchange.Owner) -> String {
    switch owner {
    case .group: reader("room.group", "the group")
    case .role(let role): title(role)
    case .person(let person): name(person)
    }
  }

  /// An answer as it is read out; a vote for what someone wrote names what they wrote.
  func said(_ contribution: Exchange.Contribution) -> String {
    guard let prompt = method.prompt(contribution.prompt) else { return "" }
    guard case .vote(let votes) = contribution.answer else {
      return contribution.answer.words(to: prompt.kind, in: [reader.words.language])
    }
    return votes.map { candidate($0, prompt) }.joined(separator: "; ")
  }

  func candidate(_ candidate: Answer.Candidate, _ prompt: Prompt) -> String {
    guard case .contribution(let number) = candidate else {
      return Answer.vote([candidate]).words(to: prompt.kind, in: [reader.words.language])
    }
    return exchange.contribution(number).map { "“\(said($0))”" } ?? "#\(number)"
  }

  /// Whom or what an answer is about; nil for the exchange itself.
  func about(_ subject: Exchange.Subject) -> String? {
    switch subject {
    case .whole: nil
    case .person(let person): name(person)
    case .contribution(let number): exchange.contribution(number).map { "“\(said($0))”" }
    }
  }

  /// The answers to a prompt that stand and that the reader may see.
  func answers(to prompt: Prompt.ID) -> [Exchange.Contribution] {
    exchange.answers(to: prompt, visibleTo: me, under: method)
  }
}

extension Telling {
  /// Everything that the present phase still waits for, in sentences.
  ///
  /// That a question is open can tell what was answered unseen to another. Of others such a thing is not said.
  var waitsFor: [String] { words(of: exchange.unmet(under: method)) }

  func words(of requirements: [Requirement]) -> [String] {
    var all: [String] = []
    for requirement in requirements {
      let sentence = words(of: requirement)
      if !all.contains(sentence) { all.append(sentence) }
    }
    return all
  }

  private func words(of requirement: Requirement) -> String {
    if case .unanswered(let prompt, let owner, _) = requirement, isSecret(prompt, of: owner) {
      return reader("requirement.something", "{who} still has something to answer.", ["who": name(owner)])
    }
    return reader.words[
      requirement.words(in: exchange, under: method, organisations: names, in: [reader.words.language])]
  }

  private func isSecret(_ id: Prompt.ID, of owner: Exchange.Owner) -> Bool {
    guard let prompt = method.prompt(id), let condition = prompt.condition,
      method.prompt(condition.prompt)?.sight != .atOnce
    else { return false }
    return !isMine(owner)
  }

  private func isMine(_ owner: Exchange.Owner) -> Bool {
    switch owner {
    case .group: isSeated
    case .role(let role): me.map { exchange.roles(of: $0).contains(role) } ?? false
    case .person(let person): person == me
    }
  }

  /// How many of the questions that are asked unseen each side has answered: never those that depend on an answer.
  var blindProgress: [(who: String, given: Int, of: Int)] {
    guard case .running = exchange.stage, let phase = method.phase(exchange.visit.phase) else { return [] }
    var order: [Exchange.Owner] = [], given: [Exchange.Owner: Int] = [:], asked: [Exchange.Owner: Int] = [:]
    for prompt in phase.prompts where prompt.sight != .atOnce && prompt.condition == nil {
      for progress in exchange.progress(of: prompt, under: method) {
        if asked[progress.owner] == nil { order.append(progress.owner) }
        asked[progress.owner, default: 0] += 1
        if progress.given > 0 { given[progress.owner, default: 0] += 1 }
      }
    }
    return order.map { (name($0), given[$0] ?? 0, asked[$0] ?? 0) }
  }

  /// Where it stands, in a sentence: whose turn it is, or how it ended.
  var state: String {
    switch exchange.stage {
    case .concluded(let at):
      reader("room.concluded", "Concluded on {day}.", ["day": reader.words.day(at.day)]) + " " + signing
    case .abandoned(let at, _, let reason):
      reader(
        "room.abandoned", "Ended on {day} before it was done: “{reason}”",
        ["day": reader.words.day(at.day), "reason": reason])
    case .running: turn
    }
  }

  private var signing: String {
    let open = method.outputs.flatMap { exchange.missing($0.signers, on: .output($0.id)) }
    if open.isEmpty { return reader("room.complete", "Nothing is left to do.") }
    return reader.count(
      open.count, "room.unsigned", one: "One signature is still to come.", other: "{n} signatures are still to come.")
  }

  private var turn: String {
    let people = exchange.turns(under: method).flatMap(\.people)
    if let me, people.contains(me) { return reader("room.turn.yours", "It is your turn.") }
    if people.isEmpty {
      return exchange.unmet(under: method).isEmpty
        ? reader("room.turn.done", "All that must be said here is said.")
        : reader("room.turn.nobody", "It still waits for something; see below.")
    }
    var names: [String] = []
    for person in people where !names.contains(name(person)) { names.append(name(person)) }
    return reader("room.turn.others", "It is the turn of {who}.", ["who": reader.words.list(names)])
  }
}
