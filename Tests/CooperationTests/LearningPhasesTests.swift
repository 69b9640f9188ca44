import Cooperation
import Testing

@Suite("Going through the phases of an exchange") struct PhasesTests {
  @Test("waits for every role that must be filled, all told at once")
  func casting() throws {
    var run = try Run(Sample.talk())
    try run.join([(1, 1), (3, 2)])
    try run.take(.cast(Sample.person(3), as: "adviser"), by: 1)
    #expect(
      throws: Exchange.Refusal.stillNeeds([
        .unfilled("lead", missing: 1), .unfilled("teller", missing: 1), .unfilled("adviser", missing: 1),
        .unfilled("notes", missing: 1),
      ])
    ) { try run.take(.enter("ask", after: 1), by: 1) }
  }

  @Test("waits for required answers, and only for those that are asked after what was chosen")
  func answers() throws {
    var run = try Run.castTalk()
    try run.take(.enter("ask", after: 1), by: 1)
    let found = Requirement.unanswered("found", by: .role("teller"), about: .whole)
    #expect(run.exchange.unmet(under: run.method) == [found])
    #expect(run.exchange.turns(under: run.method).map(\.people) == [[Sample.person(2)]])
    try run.write("found", .choice("yes"), by: 2)
    #expect(run.exchange.unmet(under: run.method) == [.unanswered("question", by: .role("teller"), about: .whole)])
    try run.write("found", .choice("help"), by: 2)
    #expect(run.exchange.unmet(under: run.method).isEmpty)
  }

  @Test("is for whoever leads, along the ways that the method has")
  func ways() throws {
    var run = try Run.castTalk()
    #expect(throws: Exchange.Refusal.mayNotClose("begin")) { try run.take(.enter("ask", after: 1), by: 2) }
    #expect(throws: Exchange.Refusal.doesNotFollow("advise")) { try run.take(.enter("advise", after: 1), by: 1) }
    #expect(throws: Exchange.Refusal.doesNotFollow(nil)) { try run.take(.conclude(after: 1), by: 1) }
  }

  @Test("closes a phase once when two people close it at the same moment")
  func twoHands() throws {
    var run = try Run.castTalk()
    try run.take(.enter("ask", after: 1), by: 1)
    #expect(throws: Exchange.Refusal.phaseOver(1)) { try run.take(.enter("ask", after: 1), by: 1) }
  }

  @Test("goes back to the question when it proves wrong, and asks it again")
  func back() throws {
    var run = try Run.castTalk()
    try run.take(.enter("ask", after: 1), by: 1)
    try run.write("found", .choice("help"), by: 2)
    try run.take(.enter("advise", after: 2), by: 1)
    try run.write("idea", .text("Ask what hurts"), by: 3)
    #expect(throws: Exchange.Refusal.wayNotOpen(nil)) { try run.take(.conclude(after: 3), by: 1) }
    #expect(run.exchange.ways(under: run.method).map(\.to) == ["ask"])
    try run.take(.enter("ask", after: 3), by: 1)
    #expect(run.exchange.unmet(under: run.method).count == 1)
    #expect(run.exchange.visits.map(\.phase) == ["begin", "ask", "advise", "ask"])
  }

  @Test("says when a phase should be over, and locks nothing when it is later")
  func clock() throws {
    var run = try Run.castTalk()
    #expect(run.exchange.due(under: run.method) == Sample.noon.adding(minutes: 3))
    run.exchange = try run.exchange.taking(
      .enter("ask", after: 1), by: Sample.person(1), at: Sample.noon.adding(days: 400), under: run.method)
    #expect(run.exchange.visit.phase == "ask")
    let slow = try Run(Sample.talk(), by: .slow)
    #expect(slow.exchange.due(under: slow.method) == Sample.noon.adding(days: 2))
    #expect(throws: Exchange.Refusal.clockNotOffered(.live)) { _ = try Run(Sample.mirror(), by: .live) }
  }

  @Test("can be ended early by whoever leads, with a reason; after that nothing more is taken")
  func abandoned() throws {
    var run = try Run.castTalk()
    #expect(throws: Exchange.Refusal.onlyLeaders) { try run.take(.abandon(because: "No time"), by: 3) }
    #expect(throws: Exchange.Refusal.reasonMissing) { try run.take(.abandon(because: " "), by: 1) }
    try run.take(.abandon(because: "Elections were called"), by: 1)
    #expect(throws: Exchange.Refusal.over) { try run.write("headline", .text("Still"), by: 2) }
    #expect(ReportBack("report", of: run.exchange, under: run.method, organisations: [:]) == nil)
  }
}

@Suite("Telling an exchange again") struct ReplayTests {
  @Test("from its journal gives the same exchange")
  func replay() throws {
    let run = try Run.concludedTalk()
    #expect(try Exchange(replaying: run.journal, of: run.exchange.opening, under: run.method) == run.exchange)
  }

  @Test("is refused where an entry is missing, comes twice or goes back in time")
  func gaps() throws {
    let run = try Run.concludedTalk()
    var gap = run.journal, twice = run.journal
    gap.remove(at: 3)
    twice.insert(run.journal[3], at: 4)
    for broken in [gap, twice] {
      #expect(throws: Exchange.Refusal.self) {
        try Exchange(replaying: broken, of: run.exchange.opening, under: run.method)
      }
    }
    let early = Exchange.Entry(
      number: 1, at: Sample.noon.adding(days: -1), by: Sample.person(1), step: run.journal[0].step)
    #expect(throws: Exchange.Refusal.outOfOrder(expected: 1)) {
      try Exchange(replaying: [early], of: run.exchange.opening, under: run.method)
    }
  }

  @Test("takes a step once when it is sent twice under one token, and refuses another under the same")
  func tokens() throws {
    var run = try Run.advisingTalk()
    let step = Exchange.Step.write(.init("idea", .text("Once"), of: Sample.person(3)))
    try run.take(step, by: 3, token: "t1")
    let count = run.exchange.count
    try run.take(step, by: 3, token: "t1")
    #expect(run.exchange.count == count && run.journal.count == count)
    #expect(throws: Exchange.Refusal.tokenSpent) {
      try run.take(.write(.init("idea", .text("Other"), of: Sample.person(3))), by: 3, token: "t1")
    }
    #expect(throws: Exchange.Refusal.tokenSpent) { try run.take(step, by: 4, token: "t1") }
  }

  @Test("keeps to the version of the method that it began with")
  func pinned() throws {
    let run = try Run.castTalk()
    #expect(throws: Exchange.Refusal.otherMethod) {
      try run.exchange.taking(.conclude(after: 1), by: Sample.person(1), at: Sample.noon, under: Sample.mirror())
    }
  }
}
