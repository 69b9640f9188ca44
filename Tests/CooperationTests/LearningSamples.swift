import Cooperation

/// A small method that has a bit of everything, and people to run it.
enum Sample {
  /// A teller asks, advisers speak in turn, one keeps notes; if the question proves wrong, back to it.
  static func talk() throws(Method.Refusal) -> Method {
    try Method(
      id: "talk", version: 3, title: text("Talk"), summary: text("A small talk."),
      source: .init(citation: "Made for tests"), clocks: [.live, .slow], roles: talkRoles,
      phases: [begin, ask, advise], outputs: [talkOutput])
  }

  private static let talkRoles = [
    Role(
      id: "lead", title: text("Lead"), task: text("Leads."), places: 1...1, leads: true, bars: [.alsoPlays("adviser")]),
    Role(id: "teller", title: text("Teller"), task: text("Asks."), places: 1...1, bars: [.alsoPlays("adviser")]),
    Role(id: "adviser", title: text("Adviser"), task: text("Advises."), places: 2...3),
    Role(id: "notes", title: text("Notes"), task: text("Writes."), places: 1...1),
  ]

  private static let begin = Phase(
    id: "begin", title: text("Begin"), guidance: .init(what: text("Find your roles.")),
    minutes: .init(2...5, typical: 3),
    days: .init(1...3, typical: 2), casts: ["lead", "teller", "adviser", "notes"],
    prompts: [
      Prompt(
        id: "headline", question: text("What is your case?"), kind: .text(limit: 20), asked: .everyone,
        times: .many(inTurn: false)),
      Prompt(
        id: "pick", question: text("Which case?"), kind: .vote(on: .answers("headline"), each: 2), asked: .everyone,
        times: .each),
    ],
    ways: [.init(to: "ask")])

  private static let ask = Phase(
    id: "ask", title: text("Ask"), guidance: .init(what: text("Find the question.")),
    minutes: .init(5...10, typical: 5), days: .init(1...3, typical: 1),
    prompts: [
      Prompt(
        id: "found", question: text("Have you a question?"),
        kind: .choice([Option(id: "yes", title: text("Yes")), Option(id: "help", title: text("Help me"))]),
        asked: .roles(["teller"]), atLeast: 1),
      Prompt(
        id: "question", question: text("Your question"), kind: .text(limit: 200), asked: .roles(["teller"]), atLeast: 1,
        condition: Condition("found", isOneOf: ["yes"]), scribes: ["notes"]),
    ],
    ways: [.init(to: "advise")])

  private static let advise = Phase(
    id: "advise", title: text("Advise"), guidance: .init(what: text("Speak in turn.")),
    minutes: .init(10...15, typical: 10), days: .init(1...3, typical: 3),
    prompts: [
      Prompt(
        id: "idea", question: text("Your idea"), kind: .text(limit: 200), asked: .roles(["adviser"]),
        times: .many(inTurn: true), atLeast: 2, scribes: ["notes"], isNamed: false),
      Prompt(
        id: "worth", question: text("How useful?"), kind: .scale(1...5, labels: [:]), asked: .roles(["teller"]),
        times: .each, about: .eachAnswer("idea")),
    ],
    ways: [.init(to: nil, condition: Condition("found", isOneOf: ["yes"])), .init(to: "ask")])

  private static let talkOutput = Output(
    id: "report", kind: .reportBack, title: text("Report-back"), audience: .parties,
    sections: [
      .init(title: text("The question"), quotes: ["question"]), .init(title: text("Ideas"), quotes: ["idea", "worth"]),
    ],
    signers: [Signer(.politicalLeader, of: .eachParty)])

  /// Two sides answer the same question without seeing each other's answer.
  static func mirror() throws(Method.Refusal) -> Method {
    let sides: Prompt.Asked = .roles(["one", "other"])
    let phase = Phase(
      id: "answer", title: text("Answer"), guidance: .init(what: text("Answer alone.")),
      days: .init(1...14, typical: 7), casts: ["one", "other"],
      prompts: [
        Prompt(
          id: "days", question: text("Days"), kind: .number(unit: text("days")), asked: sides, atLeast: 1,
          sight: .whenClosed),
        Prompt(id: "secret", question: text("Aside"), kind: .text(limit: 50), asked: sides, sight: .roles(["one"])),
      ],
      gate: .init(closers: ["one", "other"]), ways: [.init(to: nil), .init(to: "answer")])
    return try Method(
      id: "mirror", version: 1, title: text("Mirror"), summary: text("Two sides."),
      source: .init(citation: "Made for tests"), clocks: [.slow],
      roles: [
        Role(
          id: "one", title: text("One"), task: text("Answers."), places: 1...9,
          bars: [.sameOrganisation(as: "other"), .otherOrganisation]),
        Role(id: "other", title: text("Other"), task: text("Answers."), places: 1...9, bars: [.otherOrganisation]),
      ],
      phases: [phase],
      comparisons: [
        Comparison(
          id: "short", left: .init("days", of: "one"), right: .init("days", of: "other"), relation: .less,
          words: text("{left} against {right}"))
      ])
  }

  static func text(_ english: String) -> Texts { Texts(english, in: "en") }
  static func person(_ number: Int) -> Person.ID { Person.ID(bits: UInt128(number)) }
  static func city(_ number: Int) -> Organisation.ID { Organisation.ID(bits: UInt128(1000 + number)) }
  static let noon = Instant(microseconds: 1_800_000_000_000_000)

  static func opening(of method: Method, by clock: Method.Clock, parties: [Organisation.ID]) -> Exchange.Opening {
    Exchange.Opening(
      id: Exchange.ID(bits: 7), method: method.id, version: method.version, title: "Markets", host: city(1),
      parties: parties, clock: clock, language: "en", convenor: person(1), at: noon)
  }

  /// A mayor of the city with this number, who signs.
  static func mayor(_ number: Int) -> Exchange.Signatory {
    Exchange.Signatory(
      person: person(90 + number), name: "Mayor \(number)", mandate: Mandate.ID(bits: UInt128(500 + number)),
      role: .politicalLeader, title: "Mayor", organisation: city(number))
  }

  static let digest = String(repeating: "a", count: 64)
}

/// An exchange on its way, told in short sentences.
struct Run {
  let method: Method
  var exchange: Exchange
  var journal: [Exchange.Entry] = []

  init(_ method: Method, by clock: Method.Clock = .live, parties: [Organisation.ID] = [Sample.city(1), Sample.city(2)])
    throws(Exchange.Refusal)
  {
    self.method = method
    exchange = try Exchange(Sample.opening(of: method, by: clock, parties: parties), under: method)
  }

  mutating func take(_ step: Exchange.Step, by person: Int, token: Slug<Exchange.Entry>? = nil) throws(Exchange.Refusal)
  {
    let now = Sample.noon.adding(seconds: exchange.count + 1)
    let then = try exchange.taking(step, by: Sample.person(person), at: now, token: token, under: method)
    if then.count > exchange.count, let entry = then.latest { journal.append(entry) }
    exchange = then
  }

  /// `people` join, each of the city that follows.
  mutating func join(_ people: [(person: Int, city: Int)]) throws(Exchange.Refusal) {
    for (person, city) in people {
      try take(.join(.init(Sample.person(person), of: Sample.city(city), name: "Person \(person)")), by: person)
    }
  }

  mutating func write(_ prompt: Prompt.ID, _ answer: Answer, about: Exchange.Subject = .whole, by person: Int)
    throws(Exchange.Refusal)
  {
    try take(.write(.init(prompt, answer, about: about, of: Sample.person(person))), by: person)
  }

  /// The talk with everyone in their role: 1 leads, 2 tells, 3 and 4 advise, 5 keeps notes.
  static func castTalk() throws -> Run {
    var run = try Run(Sample.talk())
    try run.join([(1, 1), (2, 1), (3, 2), (4, 2), (5, 2)])
    for (person, role) in [(1, "lead"), (2, "teller"), (3, "adviser"), (4, "adviser"), (5, "notes")] as [(Int, Role.ID)]
    {
      try run.take(.cast(Sample.person(person), as: role), by: person)
    }
    return run
  }

  /// The talk, at the phase where the advisers speak.
  static func advisingTalk() throws -> Run {
    var run = try castTalk()
    try run.take(.enter("ask", after: 1), by: 1)
    try run.write("found", .choice("yes"), by: 2)
    try run.write("question", .text("What shall we do?"), by: 2)
    try run.take(.enter("advise", after: 2), by: 1)
    return run
  }

  static func concludedTalk() throws -> Run {
    var run = try advisingTalk()
    try run.write("idea", .text("Ask the traders"), by: 3)
    try run.write("idea", .text("Count the stalls\nsection: forged"), by: 4)
    try run.write("worth", .scale(4), about: .contribution(run.exchange.count), by: 2)
    try run.take(.conclude(after: 3), by: 1)
    return run
  }
}
