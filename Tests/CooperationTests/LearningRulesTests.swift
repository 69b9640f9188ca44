import Cooperation
import Testing

@Suite("Casting an exchange") struct CastingTests {
  @Test("gives each role no more people than it has places")
  func places() throws {
    var run = try Run.castTalk()
    try run.join([(6, 3)])
    #expect(throws: Exchange.Refusal.noPlaceLeft("teller")) {
      try run.take(.cast(Sample.person(6), as: "teller"), by: 6)
    }
  }

  @Test("keeps roles apart that nobody may have together, whichever comes first")
  func bars() throws {
    var run = try Run(Sample.talk())
    try run.join([(1, 1), (3, 2)])
    try run.take(.cast(Sample.person(1), as: "lead"), by: 1)
    #expect(throws: Exchange.Refusal.barred(.alsoPlays("lead"))) {
      try run.take(.cast(Sample.person(1), as: "adviser"), by: 1)
    }
    try run.take(.cast(Sample.person(3), as: "adviser"), by: 3)
    #expect(throws: Exchange.Refusal.barred(.alsoPlays("adviser"))) {
      try run.take(.cast(Sample.person(3), as: "teller"), by: 3)
    }
  }

  @Test("keeps two sides to one organisation each, and to different ones")
  func sides() throws {
    var run = try Run(Sample.mirror(), by: .slow)
    try run.join([(1, 1), (2, 1), (3, 2)])
    try run.take(.cast(Sample.person(1), as: "one"), by: 1)
    #expect(throws: Exchange.Refusal.barred(.otherOrganisation)) {
      try run.take(.cast(Sample.person(3), as: "one"), by: 3)
    }
    #expect(throws: Exchange.Refusal.barred(.sameOrganisation(as: "one"))) {
      try run.take(.cast(Sample.person(2), as: "other"), by: 2)
    }
  }

  @Test("is done for others only by whoever leads; a role can be handed over in one step")
  func handOver() throws {
    var run = try Run.castTalk()
    try run.join([(6, 3)])
    #expect(throws: Exchange.Refusal.onlyLeaders) { try run.take(.stepDown(Sample.person(3), from: "adviser"), by: 4) }
    try run.take(.handOver("teller", from: Sample.person(2), to: Sample.person(6)), by: 1)
    #expect(run.exchange.players(of: "teller") == [Sample.person(6)])
    #expect(run.exchange.roles(of: Sample.person(2)).isEmpty)
    #expect(run.exchange.castings.filter { $0.role == "teller" }.map(\.until) == [run.exchange.count, nil])
  }

  @Test("is not open to those who have not joined, nor to the same person twice")
  func strangers() throws {
    var run = try Run(Sample.talk())
    #expect(throws: Exchange.Refusal.notTakingPart(Sample.person(8))) {
      try run.take(.cast(Sample.person(8), as: "lead"), by: 8)
    }
    try run.join([(1, 1)])
    #expect(throws: Exchange.Refusal.alreadyHere) { try run.join([(1, 2)]) }
  }
}

@Suite("Answering in an exchange") struct AnsweringTests {
  @Test("is for those who are asked, in the phase that asks")
  func roles() throws {
    var run = try Run.castTalk()
    #expect(throws: Exchange.Refusal.notOpen("idea")) { try run.write("idea", .text("Early"), by: 3) }
    run = try .advisingTalk()
    #expect(throws: Exchange.Refusal.notAsked("idea")) { try run.write("idea", .text("I lead and advise"), by: 1) }
    #expect(throws: Exchange.Refusal.notOpen("question")) { try run.write("question", .text("Late"), by: 2) }
    #expect(throws: Exchange.Refusal.noSuchPrompt("song")) { try run.write("song", .text("La"), by: 2) }
  }

  @Test("can be written down by whoever keeps the notes, and by nobody else")
  func scribes() throws {
    var run = try Run.advisingTalk()
    let writing = Exchange.Writing("idea", .text("Spoken"), of: Sample.person(3))
    #expect(throws: Exchange.Refusal.notYours) { try run.take(.write(writing), by: 4) }
    try run.take(.write(writing), by: 5)
    let taken = try #require(run.exchange.visit.contributions.last)
    #expect(taken.of == Sample.person(3) && taken.by == Sample.person(5))
  }

  @Test("goes in turn where the method says so, but not when nobody else could speak")
  func turns() throws {
    var run = try Run.advisingTalk()
    try run.write("idea", .text("One"), by: 3)
    #expect(throws: Exchange.Refusal.notYourTurn("idea")) { try run.write("idea", .text("Two"), by: 3) }
    #expect(run.exchange.turns(under: run.method).map(\.people) == [[Sample.person(4)]])
    try run.take(.stepDown(Sample.person(4), from: "adviser"), by: 4)
    try run.write("idea", .text("Two"), by: 3)
    #expect(run.exchange.visit.contributions.count == 2)
  }

  @Test("replaces one's own earlier answer, and keeps both in the record")
  func replaces() throws {
    var run = try Run.castTalk()
    try run.take(.enter("ask", after: 1), by: 1)
    try run.write("found", .choice("help"), by: 2)
    #expect(throws: Exchange.Refusal.notAskedNow("question")) { try run.write("question", .text("Why?"), by: 2) }
    try run.write("found", .choice("yes"), by: 2)
    try run.write("question", .text("Why?"), by: 2)
    let answers = run.exchange.visit.contributions.filter { $0.prompt == "found" }
    #expect(answers.map(\.standing) == [.replaced(by: answers[1].number), .stands])
  }

  @Test("can be taken back by its author while the phase lasts")
  func withdraw() throws {
    var run = try Run.advisingTalk()
    try run.write("idea", .text("One"), by: 3)
    let number = run.exchange.count
    #expect(throws: Exchange.Refusal.notYours) { try run.take(.withdraw(number), by: 4) }
    try run.take(.withdraw(number), by: 3)
    #expect(throws: Exchange.Refusal.noSuchContribution(number)) { try run.take(.withdraw(number), by: 3) }
    #expect(run.exchange.answers(to: "idea", visibleTo: Sample.person(2), under: run.method).isEmpty)
  }

  @Test("is refused, with the reason, when it does not fit what is asked")
  func unfit() throws {
    var run = try Run.castTalk()
    func refuses(_ prompt: Prompt.ID, _ answer: Answer, by person: Int, _ unfit: Answer.Unfit) {
      #expect(throws: Exchange.Refusal.unfit(prompt, unfit)) { try run.write(prompt, answer, by: person) }
    }
    refuses("headline", .text(" \n"), by: 2, .empty)
    refuses("headline", .text(String(repeating: "é", count: 21)), by: 2, .tooLong(limit: 20))
    refuses("headline", .scale(3), by: 2, .anotherKind(wanted: "text"))
    try run.write("headline", .text(String(repeating: "é", count: 20)), by: 2)
    let first = Answer.Candidate.contribution(run.exchange.count)
    refuses("pick", .vote([first, first]), by: 3, .sameTwice)
    refuses("pick", .vote([.contribution(99)]), by: 3, .noSuchContribution(99))
    refuses("pick", .vote([.option("a")]), by: 3, .anotherKind(wanted: "vote"))
    try run.write("pick", .vote([first]), by: 3)
    try run.write("pick", .vote([first]), by: 4)
    #expect(run.exchange.tally(of: "pick", visibleTo: Sample.person(1), under: run.method).map(\.count) == [2])
  }

  @Test("about each answer waits for a contribution that is there")
  func aboutAnswers() throws {
    var run = try Run.advisingTalk()
    #expect(throws: Exchange.Refusal.noSuchSubject("worth")) {
      try run.write("worth", .scale(3), about: .contribution(3), by: 2)
    }
    try run.write("idea", .text("One"), by: 3)
    try run.write("worth", .scale(3), about: .contribution(run.exchange.count), by: 2)
    #expect(throws: Exchange.Refusal.unfit("worth", .outside(1...5))) {
      try run.write("worth", .scale(6), about: .contribution(run.exchange.count - 1), by: 2)
    }
  }
}

@Suite("A table") struct TableAnswerTests {
  @Test("takes rows of as many cells as it has columns, each of its column's kind")
  func cells() throws {
    let columns = [
      Prompt.Column(id: "what", title: Sample.text("What"), kind: .text(limit: 9)),
      Prompt.Column(id: "much", title: Sample.text("How much"), kind: .number(unit: nil)),
    ]
    let kind = Prompt.Kind.table(columns, limit: 2)
    let row: [Answer?] = [.text("Roof"), Amount("12").map(Answer.number)]
    #expect(
      Answer.table([row, [.text("Wall"), nil]]).words(to: kind, in: []) == """
        What: Roof; How much: 12
        What: Wall; How much: –
        """)
    let prompt = Prompt(id: "t", question: Sample.text("T"), kind: kind, asked: .roles(["one"]))
    func refusal(_ rows: [[Answer?]]) throws -> Exchange.Refusal? {
      var run = try Run(Sample.withPrompt(prompt), by: .slow)
      try run.join([(1, 1)])
      try run.take(.cast(Sample.person(1), as: "one"), by: 1)
      do throws(Exchange.Refusal) { try run.write("t", .table(rows), by: 1) } catch { return error }
      return nil
    }
    #expect(try refusal([row]) == nil)
    #expect(try refusal([[.text("Roof")]]) == .unfit("t", .columnsDiffer(wanted: 2)))
    #expect(try refusal([row, row, row]) == .unfit("t", .tooManyRows(limit: 2)))
    #expect(try refusal([[.scale(1), nil]]) == .unfit("t", .anotherKind(wanted: "text")))
    #expect(try refusal([[nil, nil]]) == .unfit("t", .empty))
  }
}

extension Sample {
  /// A method of one role, one phase and one prompt.
  static func withPrompt(_ prompt: Prompt) throws(Method.Refusal) -> Method {
    try Method(
      id: "one-prompt", version: 1, title: text("One"), summary: text("One prompt."),
      source: .init(citation: "Made for tests"), clocks: [.slow],
      roles: [Role(id: "one", title: text("One"), task: text("Answers."), places: 1...3, leads: true)],
      phases: [
        Phase(
          id: "only", title: text("Only"), guidance: .init(what: text("Answer.")), days: .init(1...2, typical: 1),
          prompts: [prompt], ways: [.init(to: nil)])
      ])
  }
}

@Suite("An answer from a form") struct AnswerReadingTests {
  @Test("is read as what the prompt asks for")
  func reads() throws {
    let options = [Option(id: "a", title: Sample.text("A")), Option(id: "b", title: Sample.text("B"))]
    #expect(try Answer(reading: [" kept as it is "], as: .text(limit: 90)) == .text(" kept as it is "))
    #expect(try Answer(reading: [" a "], as: .choice(options)) == .choice("a"))
    #expect(try Answer(reading: ["a", "", "b"], as: .choices(options)) == .choices(["a", "b"]))
    #expect(try Answer(reading: ["4"], as: .scale(1...5, labels: [:])) == .scale(4))
    #expect(try Answer(reading: ["7,5"], as: .number(unit: nil)) == Amount("7.5").map(Answer.number))
    #expect(try Answer(reading: ["2026-02-28"], as: .date) == Day("2026-02-28").map(Answer.date))
    #expect(try Answer(reading: ["12", "eur"], as: .money).words(to: .money, in: []) == "12 EUR")
    #expect(try Answer(reading: ["3"], as: .vote(on: .answers("x"), each: 1)) == .vote([.contribution(3)]))
    let columns = [Prompt.Column(id: "c", title: Sample.text("C"), kind: .text(limit: 9))]
    #expect(try Answer(reading: ["x", " ", "y"], as: .table(columns, limit: 5)) == .table([[.text("x")], [.text("y")]]))
  }

  @Test(
    "is refused where it is none",
    arguments: [
      ([" "], .text(limit: 9), .empty), (["nine"], .scale(1...5, labels: [:]), .outside(1...5)),
      (["31.2.2026"], .date, .anotherKind(wanted: "date")), (["12"], .money, .anotherKind(wanted: "money")),
      (["<b>"], .choice([]), .noSuchOption),
    ] as [([String], Prompt.Kind, Answer.Unfit)])
  func refuses(fields: [String], kind: Prompt.Kind, unfit: Answer.Unfit) {
    #expect(throws: unfit) { try Answer(reading: fields, as: kind) }
  }
}
