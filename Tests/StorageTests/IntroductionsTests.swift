import Actions
import Cooperation
import SQL
import Storage
import TestSupport
import Testing

extension Introductions.Filter {
  fileprivate static func of(_ part: Introductions.Part) -> Self {
    var filter = Self()
    filter.part = part
    return filter
  }

  fileprivate static func of(_ standing: Introduction.Standing) -> Self {
    var filter = Self()
    filter.standing = standing
    return filter
  }

  fileprivate static var stuck: Self {
    var filter = Self()
    filter.isStuck = true
    return filter
  }
}

@Suite("Introductions on record") struct IntroductionsTests {
  @Test("come back as they went in, word for word", arguments: Engine.allCases)
  func whole(engine: Engine) throws {
    let database = try talking(engine)
    let asked = try database.ask(1, Talk.request(.through(Talk.network.id)))
    #expect(asked.request.themes == ["drainage-and-floods"])
    let later = try AnswerIntroduction(
      .number(1), .later(until: Talk.today.adding(days: 40)), saying: "After the vote."
    )
    .run(on: database.occasion(Talk.asked, after: 2))
    let accepted = try AnswerIntroduction(.number(1), .accepts(contact: "ines@medellin.example"))
      .run(on: database.occasion(Talk.asked, after: 41))
    #expect(later.words.count == 2 && accepted.standing == .accepted)
    let kept = try database.read { session in try session.introductions.require(.number(1), for: Talk.asker) }
    #expect(kept == accepted)
    #expect(kept.contacts.map(\.saying.contact) == ["rui@durban.example", "ines@medellin.example"])
  }

  @Test("are there for the two, the body between them and the administrator alone", arguments: Engine.allCases)
  func visible(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request(.through(Talk.network.id)))
    let stranger = Talk.viewer(amelia, [City.vitoria.id: .owner])
    try database.read { session throws in
      for viewer in [Talk.asker, Talk.asked, Talk.broker, .commandLine] {
        #expect(try session.introductions.find(.number(1), for: viewer) != nil)
        #expect(try session.introductions.list(for: viewer, on: Talk.today, in: "en").total == 1)
      }
      for viewer in [stranger, .visitor] {
        #expect(try session.introductions.find(.number(1), for: viewer) == nil)
        #expect(try session.introductions.list(for: viewer, on: Talk.today, in: "en").total == 0)
      }
    }
  }

  @Test("are listed by part, state and whether they move", arguments: Engine.allCases)
  func listed(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request())
    try database.ask(2, Talk.request(need: nil), after: 10)
    try database.ask(3, Talk.request(.brokered(by: Talk.network.id), need: nil), as: Talk.broker, after: 11)
    _ = try AnswerIntroduction(.number(3), by: City.medellin.id, .accepts(contact: "m"))
      .run(on: database.occasion(Talk.asked, after: 12))
    _ = try WithdrawIntroduction(.number(2)).run(on: database.occasion(Talk.asker, after: 12))
    try database.read { session throws in
      let after = { (days: Int) in Talk.today.adding(days: days) }
      #expect(try numbers(.of(.answer), Talk.asked, session, after(12)) == [1])
      #expect(try numbers(.of(.answer), Talk.asker, session, after(12)) == [3], "a body asks both")
      #expect(try numbers(.of(.received), Talk.asked, session, after(12)) == [1, 2, 3])
      #expect(try numbers(.of(.asked), Talk.asker, session, after(12)) == [1, 2])
      #expect(try numbers(.of(.brokered), Talk.broker, session, after(12)) == [3])
      #expect(try numbers(.of(.withdrawn), Talk.asker, session, after(12)) == [2])
      #expect(try numbers(.stuck, Talk.asker, session, after(12)) == [])
      #expect(try numbers(.stuck, Talk.asker, session, after(14)) == [1])
      #expect(try numbers(.stuck, Talk.broker, session, after(25)) == [3])
      let parts = try session.introductions.parts(.init(), for: Talk.asker, on: Talk.today)
      #expect(parts.map(\.number) == [1, 0, 2, 0])
      let first = try session.introductions.list(for: Talk.asker, on: Talk.today, in: "en").items.last
      #expect(first?.stage.standing == .withdrawn)
      let latest = try session.introductions.latest(of: City.durban.id, to: [City.medellin.id], in: "en")
      #expect(latest[City.medellin.id]?.subject?.text == nil || latest[City.medellin.id]?.id.bits == 1)
    }
  }

  private func numbers(
    _ filter: Introductions.Filter, _ viewer: Viewer, _ session: any Session, _ day: Day
  ) throws -> [Int] {
    let found = try session.introductions.list(filter, for: viewer, on: day, in: "en")
    #expect(try session.introductions.count(filter, for: viewer, on: day) == found.total)
    return found.items.map { Int($0.id.bits) }.sorted()
  }

  @Test("forget how someone can be reached when they ask for it", arguments: Engine.allCases)
  func erased(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request())
    _ = try AnswerIntroduction(.number(1), .accepts(contact: "m")).run(on: database.occasion(Talk.asked, after: 1))
    try EraseContact(of: rui.id).run(on: database.occasion(Talk.asker, after: 2))
    let kept = try database.read { session in try session.introductions.require(.number(1), for: Talk.asker) }
    #expect(kept.standing == .accepted && kept.contacts.map(\.saying.contact) == ["m"])
  }

  @Test("are refused where something does not fit, and nothing is kept", arguments: Engine.allCases)
  func refused(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request())
    #expect(try database.ask(1, Talk.request()).words.count == 1, "the same form twice asks once")
    #expect(throws: Stale(Introduction.ID.number(1))) { try database.ask(1, Talk.request(.direct, "Other words")) }
    #expect(throws: AskIntroduction.Refused.askedAlready(.number(1))) { try database.ask(2, Talk.request()) }
    #expect(throws: Missing(Need.ID.number(2))) { try database.ask(2, Talk.request(need: .number(2))) }
    #expect(throws: Denial.notYours) { try database.ask(2, Talk.request(need: nil), as: Talk.asked) }
    #expect(throws: Denial.signIn) { try database.ask(2, Talk.request(need: nil), as: .commandLine) }
    let stranger = City.barcelona.id
    #expect(throws: AskIntroduction.Refused.noMember(City.durban.id, of: stranger)) {
      try database.ask(2, Talk.request(.through(stranger), need: nil))
    }
    #expect(throws: Introduction.Refusal.notAsked) {
      try AnswerIntroduction(.number(1), .declines(.noCapacity)).run(on: database.occasion(Talk.asker))
    }
    #expect(throws: Introduction.Refusal.notYours) {
      try WithdrawIntroduction(.number(1)).run(on: database.occasion(Talk.asked))
    }
    let reader = Talk.viewer(amelia, [City.medellin.id: .reader])
    #expect(throws: Denial.notYours) {
      try AnswerIntroduction(.number(1), .declines(.noCapacity)).run(on: database.occasion(reader))
    }
    let other = Talk.viewer(amelia, [City.vitoria.id: .owner])
    #expect(throws: Missing(Introduction.ID.number(1))) {
      try AnswerIntroduction(.number(1), .declines(.noCapacity)).run(on: database.occasion(other))
    }
    let kept = try database.read { session in
      try session.introductions.list(for: .commandLine, on: Talk.today, in: "en")
    }
    #expect(kept.total == 1)
  }

  @Test("make no second word of the same answer", arguments: Engine.allCases)
  func twice(engine: Engine) throws {
    let database = try talking(engine)
    try database.ask(1, Talk.request())
    for day in 1...2 {
      let answered = try AnswerIntroduction(.number(1), .declines(.otherField)).run(
        on: database.occasion(Talk.asked, after: day))
      #expect(answered.words.count == 2)
    }
    #expect(throws: Introduction.Refusal.over(.declined)) {
      try AnswerIntroduction(.number(1), .accepts(contact: "m")).run(on: database.occasion(Talk.asked, after: 3))
    }
    let lines = try database.read { session in
      try session.audit.lines(of: "\(Introduction.ID.number(1))").map(\.verb.text)
    }
    #expect(lines.sorted() == ["ask-introduction", "decline-introduction"])
  }
}
