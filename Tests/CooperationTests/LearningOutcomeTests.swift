import Cooperation
import Testing

@Suite("Blind answers") struct BlindTests {
  @Test("stay unseen by the other side until the phase closes, and are then seen by all")
  func blind() throws {
    var run = try Run.answeredMirror(2, 10)
    func seen(by person: Int?) -> Int {
      run.exchange.answers(to: "days", visibleTo: person.map(Sample.person), under: run.method).count
    }
    #expect([seen(by: 1), seen(by: 2), seen(by: 3), seen(by: nil)] == [1, 1, 1, 0])
    let prompt = try #require(run.method.prompt("days"))
    #expect(run.exchange.progress(of: prompt, under: run.method).map(\.given) == [1, 1])
    #expect(run.exchange.mismatches(under: run.method).isEmpty)
    try run.take(.conclude(after: 1), by: 3)
    #expect([seen(by: 1), seen(by: 2), seen(by: 3), seen(by: nil)] == [2, 2, 2, 2])
  }

  @Test("stay sealed when the phase is left before it was done, or the exchange ended early")
  func sealed() throws {
    var run = try Run.answeredMirror(2, nil)
    try run.take(.enter("answer", after: 1), by: 3)
    #expect(run.exchange.answers(to: "days", visibleTo: Sample.person(3), under: run.method).isEmpty)
    try run.take(.abandon(because: "No time"), by: 1)
    #expect(run.exchange.answers(to: "days", visibleTo: Sample.person(3), under: run.method).isEmpty)
    #expect(run.exchange.answers(to: "days", visibleTo: Sample.person(2), under: run.method).count == 1)
  }

  @Test("that are for some roles only are never seen by others")
  func roles() throws {
    var run = try Run.answeredMirror(2, 10)
    try run.write("secret", .text("From one"), by: 1)
    try run.write("secret", .text("From the other"), by: 3)
    try run.take(.conclude(after: 1), by: 1)
    func seen(by person: Int?) -> Int {
      run.exchange.answers(to: "secret", visibleTo: person.map(Sample.person), under: run.method).count
    }
    #expect([seen(by: 1), seen(by: 3), seen(by: nil)] == [2, 1, 0])
  }
}

@Suite("Comparing two sides") struct ComparingTests {
  @Test("says where their answers do not go together, with both answers in the sentence")
  func mismatch() throws {
    var run = try Run.answeredMirror(2, 10)
    try run.take(.conclude(after: 1), by: 1)
    let mismatches = run.exchange.mismatches(under: run.method)
    #expect(mismatches.map { $0.words(under: run.method, in: ["en"]).text } == ["2 days against 10 days"])
  }

  @Test("says nothing where they do")
  func match() throws {
    var run = try Run.answeredMirror(10, 10)
    try run.take(.conclude(after: 1), by: 1)
    #expect(run.exchange.mismatches(under: run.method).isEmpty)
  }
}

@Suite("Signing a report-back") struct SigningTests {
  @Test("waits for the exchange to be concluded, then for the leader of each party")
  func complete() throws {
    var run = try Run.advisingTalk()
    #expect(throws: Exchange.Refusal.documentNotReady("report")) { try run.sign(by: 1) }
    run = try .concludedTalk()
    #expect(run.exchange.missing(run.method.outputs[0].signers, on: .output("report")).count == 2)
    try run.sign(by: 1)
    #expect(!run.exchange.isComplete(under: run.method))
    #expect(throws: Exchange.Refusal.alreadySigned) { try run.sign(by: 1) }
    #expect(throws: Exchange.Refusal.signatureNotAsked) { try run.sign(by: 3) }
    try run.sign(by: 2)
    #expect(run.exchange.isComplete(under: run.method))
    #expect(run.exchange.signatures(under: "report").map(\.signatory.title) == ["Mayor", "Mayor"])
  }

  @Test("freezes its text with the first signature")
  func frozen() throws {
    var run = try Run.concludedTalk()
    try run.sign(by: 1)
    #expect(throws: Exchange.Refusal.signsAnotherText) {
      try run.sign(by: 2, digest: String(repeating: "b", count: 64))
    }
  }

  @Test("is for the person whose mandate it is, while it holds")
  func mandate() throws {
    var run = try Run.concludedTalk()
    let signing = Exchange.Signing(.output("report"), by: Sample.mayor(1), digest: Digest(Sample.digest))
    #expect(throws: Exchange.Refusal.notYours) { try run.take(.sign(signing), by: 1) }
    let day = try #require(Day("2026-05-01"))
    let mandate = try Mandate(
      id: Mandate.ID(bits: 1), person: Sample.person(91), organisation: Sample.city(1), role: .politicalLeader,
      title: "Mayor", from: day.adding(days: -30), until: day)
    #expect(Exchange.Signatory(mandate, name: "A", on: day) != nil)
    #expect(Exchange.Signatory(mandate, name: "A", on: day.adding(days: 1)) == nil)
  }
}

@Suite("A report-back") struct ReportBackTests {
  @Test("tells who met, by which method, what was asked and what was said, always in the same words")
  func text() throws {
    let run = try Run.concludedTalk()
    let names = [Sample.city(1): "Aville", Sample.city(2): "Bville"]
    let report = try #require(ReportBack("report", of: run.exchange, under: run.method, organisations: names))
    #expect(report.participants.map(\.organisation) == ["Aville", "Aville", "Bville", "Bville", "Bville"])
    #expect(
      report.text.hasPrefix("copolis-document: 1\nexchange: \(run.exchange.id)\ndocument: report (report-back)\n"))
    #expect(
      report.text.hasSuffix(
        """
        section: The question
        question: Your question
        by: Teller
        answer: What shall we do?
        section: Ideas
        question: Your idea
        answer: Ask the traders
        answer: Count the stalls
          section: forged
        question: How useful?
        by: Person 2
        about: Count the stalls
          section: forged
        answer: 4

        """))
    let again = try Exchange(replaying: run.journal, of: run.exchange.opening, under: run.method)
    #expect(ReportBack("report", of: again, under: run.method, organisations: names)?.text == report.text)
  }
}

extension Run {
  /// The mirror with its answers given: 1 and 2 for the one side, 3 for the other; nil leaves it open.
  static func answeredMirror(_ one: Int?, _ other: Int?) throws -> Run {
    var run = try Run(Sample.mirror(), by: .slow)
    try run.join([(1, 1), (2, 1), (3, 2)])
    for (person, role) in [(1, "one"), (2, "one"), (3, "other")] as [(Int, Role.ID)] {
      try run.take(.cast(Sample.person(person), as: role), by: person)
    }
    for (person, days) in [(1, one), (3, other)] {
      if let amount = days.flatMap({ Amount("\($0)") }) { try run.write("days", .number(amount), by: person) }
    }
    return run
  }

  mutating func sign(by city: Int, digest: String = Sample.digest) throws(Exchange.Refusal) {
    let signing = Exchange.Signing(.output("report"), by: Sample.mayor(city), digest: Digest(digest))
    try take(.sign(signing), by: 90 + city)
  }
}
