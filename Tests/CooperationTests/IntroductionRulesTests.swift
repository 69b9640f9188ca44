import Cooperation
import Testing

@Suite("An introduction") struct IntroductionRulesTests {
  private let asker = Organisation.ID(bits: 1), asked = Organisation.ID(bits: 2), body = Organisation.ID(bits: 3)
  private let rui = Person.ID(bits: 11), ines = Person.ID(bits: 12)
  private let start = Instant(start: Day(number: 20_000))

  private func request(_ way: Introduction.Way = .direct) throws -> Introduction.Request {
    let talk = try #require(Introduction.Talk("Tuesdays", minutes: 45))
    return try Introduction.Request(
      asker, to: asked, way, themes: ["drains"], message: "How do you keep them open?", in: "en", talk: talk)
  }

  private func made(_ way: Introduction.Way = .direct) throws -> Introduction {
    try .asked(.init(bits: 1), request(way), by: rui, sharing: "rui@example.org", at: start)
  }

  private func word(
    _ saying: Introduction.Saying, of party: Organisation.ID, after days: Int = 1, _ text: String = ""
  ) -> Introduction.Word {
    Introduction.Word(saying, of: party, by: ines, at: start.adding(days: days), text: text)
  }

  @Test("is between two different organisations, with a third between them at most, and says something")
  func requests() throws {
    let talk = try #require(Introduction.Talk("", minutes: 15))
    #expect(throws: Introduction.Refusal.sameTwice) {
      try Introduction.Request(asker, to: asker, message: "a", in: "en", talk: talk)
    }
    for way in [Introduction.Way.through(asked), .brokered(by: asker)] {
      #expect(throws: Introduction.Refusal.ownBroker) { try request2(way, talk) }
    }
    #expect(throws: Introduction.Refusal.nothingSaid) {
      try Introduction.Request(asker, to: asked, message: " \n", in: "en", talk: talk)
    }
    #expect(Introduction.Talk("", minutes: 14) == nil && Introduction.Talk("", minutes: 241) == nil)
    #expect(throws: Introduction.Refusal.contactMissing) {
      try Introduction.asked(.init(bits: 1), request(), by: rui, sharing: "", at: start)
    }
  }

  private func request2(_ way: Introduction.Way, _ talk: Introduction.Talk) throws {
    _ = try Introduction.Request(asker, to: asked, way, message: "a", in: "en", talk: talk)
  }

  @Test("is accepted by whoever was asked, and only then shows how to reach each other")
  func accepted() throws {
    let made = try made()
    #expect(made.stage == .waiting(since: start.day) && made.awaited == [asked] && made.contacts.isEmpty)
    #expect(throws: Introduction.Refusal.notAsked) { try made.answered(word(.accepts(contact: "x"), of: asker)) }
    #expect(throws: Introduction.Refusal.contactMissing) { try made.answered(word(.accepts(contact: ""), of: asked)) }
    let accepted = try made.answered(word(.accepts(contact: "ines@example.org"), of: asked))
    #expect(accepted.stage == .accepted(on: start.day.adding(days: 1)))
    #expect(accepted.contacts.map(\.saying.contact) == ["rui@example.org", "ines@example.org"])
    #expect(throws: Introduction.Refusal.over(.accepted)) {
      try accepted.answered(word(.declines(.noCapacity), of: asked))
    }
    #expect(throws: Introduction.Refusal.over(.accepted)) { try accepted.withdrawn(word(.withdraws, of: asker)) }
  }

  @Test("can be put off to a day that is still to come, and answered then")
  func later() throws {
    let made = try made(), day = start.day
    #expect(throws: Introduction.Refusal.notLater(day.adding(days: 1))) {
      try made.answered(word(.later(until: day.adding(days: 1)), of: asked))
    }
    let far = day.adding(days: 400)
    #expect(throws: Introduction.Refusal.tooLate(far)) { try made.answered(word(.later(until: far), of: asked)) }
    let later = try made.answered(word(.later(until: day.adding(days: 30)), of: asked))
    #expect(later.stage == .later(until: day.adding(days: 30)) && later.isOpen)
    #expect(!later.isStuck(on: day.adding(days: 30)) && later.isStuck(on: day.adding(days: 31)))
    #expect(try later.answered(word(.accepts(contact: "x"), of: asked, after: 31)).standing == .accepted)
  }

  @Test("is declined with a reason, and in own words where the reason is another")
  func declined() throws {
    let made = try made()
    #expect(throws: Introduction.Refusal.wordsMissing) { try made.answered(word(.declines(.other), of: asked)) }
    let declined = try made.answered(word(.declines(.other), of: asked, "We are being merged."))
    #expect(declined.stage == .declined(by: asked, .other, on: start.day.adding(days: 1)))
    #expect(throws: Introduction.Refusal.over(.declined)) {
      try declined.answered(word(.accepts(contact: "x"), of: asked))
    }
  }

  @Test("is taken back by whoever asked, while it is open")
  func withdrawn() throws {
    let made = try made()
    #expect(throws: Introduction.Refusal.notYours) { try made.withdrawn(word(.withdraws, of: asked)) }
    #expect(try made.withdrawn(word(.withdraws, of: asker)).standing == .withdrawn)
    let brokered = try self.made(.brokered(by: body))
    #expect(throws: Introduction.Refusal.notYours) { try brokered.withdrawn(word(.withdraws, of: asker)) }
    #expect(try brokered.withdrawn(word(.withdraws, of: body)).standing == .withdrawn)
  }

  @Test("by a body needs both to accept, and either may still say no")
  func brokered() throws {
    let made = try Introduction.asked(.init(bits: 1), request(.brokered(by: body)), by: rui, sharing: "", at: start)
    #expect(made.answering == [asker, asked] && made.owner == body)
    let one = try made.answered(word(.accepts(contact: "a"), of: asker))
    #expect(one.standing == .waiting && one.awaited == [asked] && one.contacts.isEmpty)
    #expect(throws: Introduction.Refusal.saidAlready) { try one.answered(word(.accepts(contact: "b"), of: asker)) }
    #expect(try one.answered(word(.declines(.noCapacity), of: asker)).standing == .declined)
    let both = try one.answered(word(.accepts(contact: "b"), of: asked))
    #expect(both.standing == .accepted && both.contacts.map(\.saying.contact) == ["a", "b"])
  }

  @Test("does not move where nobody has answered for two weeks")
  func stuck() throws {
    let made = try made()
    #expect(!made.isStuck(on: start.day.adding(days: 13)) && made.isStuck(on: start.day.adding(days: 14)))
    let listed = Introduction.Listed(.waiting, asked: start.day, since: start.day, until: nil)
    #expect(!listed.isStuck(on: start.day.adding(days: 13)) && listed.isStuck(on: start.day.adding(days: 14)))
  }

  @Test("counts by quarters that begin in January, April, July and October")
  func quarters() {
    for (day, first) in [("2026-01-01", "2026-01-01"), ("2026-05-31", "2026-04-01"), ("2026-12-31", "2026-10-01")] {
      #expect(Day(day)?.quarterStart == Day(first))
    }
  }
}
