import Cooperation
import Methods
import Testing

@Suite("The learning checklist") struct ChecklistTests {
  let method: Method

  init() throws { method = try #require(Library.method("learning-checklist")) }

  @Test("asks the guide's seventeen questions under its seven headings, of both sides, blind")
  func questions() {
    let prompts = method.phases[0].prompts
    var groups: [Int] = []
    for prompt in prompts {
      if prompt.heading != nil { groups.append(0) }
      groups[groups.count - 1] += 1
    }
    #expect(groups == [3, 2, 4, 2, 2, 2, 2])
    #expect(prompts.allSatisfy { $0.asked == .roles(["learner", "host"]) && $0.sight == .whenClosed })
  }

  @Test("asks how to overcome the language barrier only where there is one")
  func condition() throws {
    var player = try Player(method, seed: 2)
    player.joinAll()
    let learner = Player.people[0]
    try player.take(.cast(learner, as: "learner"), by: learner)
    let way = Exchange.Step.write(.init("language-way", .choices(["interpreter"]), of: learner))
    try player.take(.write(.init("host-language", .choice("yes"), of: learner)), by: learner)
    #expect(throws: Exchange.Refusal.notAskedNow("language-way")) { try player.take(way, by: learner) }
    try player.take(.write(.init("host-language", .choice("no"), of: learner)), by: learner)
    try player.take(way, by: learner)
  }

  @Test("says where the two sides do not go together, once both have opened their answers")
  func mismatches() throws {
    var player = try Player.answered(method, learner: ["days-to-learn": "10"], host: ["days-to-share": "3"])
    #expect(player.exchange.mismatches(under: method).isEmpty)
    try player.take(.enter("talk", after: 1), by: Player.people[0])
    let found = player.exchange.mismatches(under: method)
    #expect(found.map(\.comparison.id) == ["days-offered"])
    #expect(
      found.first?.words(under: method, in: ["en"]).text
        == "The host gives 3 days to sharing; the learner counts on 10 days of learning.")
    for language in Language.interface {
      let reading = try #require(found.first?.words(under: method, in: [language]))
      #expect(reading.language == language && reading.text.contains("10") && !reading.text.contains("{"))
    }
  }

  @Test("says nothing about figures that a side has not given")
  func blanks() throws {
    var player = try Player.answered(method, learner: ["days-to-learn": "10"], host: [:])
    try player.take(.enter("talk", after: 1), by: Player.people[0])
    #expect(player.exchange.mismatches(under: method).isEmpty)
  }
}

extension Player {
  /// Both sides with the first of every choice, and the figures given here.
  static func answered(_ method: Method, learner: [Prompt.ID: String], host: [Prompt.ID: String]) throws -> Player {
    var player = try Player(method, seed: 2)
    player.joinAll()
    for (person, role, figures) in [(people[0], "learner", learner), (people[1], "host", host)]
      as [(Person.ID, Role.ID, [Prompt.ID: String])]
    {
      try player.take(.cast(person, as: role), by: person)
      for prompt in method.phases[0].prompts where prompt.condition == nil {
        let figure = figures[prompt.id].flatMap { Amount($0) }.map(Answer.number)
        let option = prompt.kind.options.first?.id
        let choice = option.map { prompt.kind.slug == "choice" ? Answer.choice($0) : .choices([$0]) }
        if let answer = figure ?? choice { try player.take(.write(.init(prompt.id, answer, of: person)), by: person) }
      }
    }
    return player
  }
}
