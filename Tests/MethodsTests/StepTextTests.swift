import Cooperation
import Methods
import Testing

@Suite("A step of an exchange") struct StepTextTests {
  @Test("comes back from its text as it went in", arguments: samples)
  func roundTrip(step: Exchange.Step) throws {
    #expect(try Exchange.Step(reading: step.text) == step)
  }

  @Test(
    "that cannot be read is refused with the reason",
    arguments: [
      ("{\"do\": \"dance\"}", "there is no step “dance”"),
      ("{\"do\": \"withdraw\"}", "“entry” is missing"),
      ("{\"do\": \"withdraw\", \"entry\": \"3\"}", "“entry” should be a whole number"),
      (
        "{\"do\": \"cast\", \"person\": \"org_00000000000000000000000001\", \"role\": \"x\"}",
        "“person” should be an id that begins with per_"
      ),
      (
        "{\"do\": \"write\", \"prompt\": \"p\", \"of\": \"per_00000000000000000000000001\", \"answer\": {\"song\": 1}}",
        "this is no answer"
      ),
    ])
  func refused(text: String, words: String) {
    #expect(throws: StepError(line: 1, words: words)) { try Exchange.Step(reading: text) }
  }

  private static let person = Person.ID(bits: 1)
  private static let organisation = Organisation.ID(bits: 2)

  static let samples: [Exchange.Step] = steps + answers.map { .write(.init("p", $0, of: person)) }

  private static let steps: [Exchange.Step] = [
    .join(.init(person, of: organisation, name: "Amália \"A\" <b>\n")),
    .cast(person, as: "lead"), .stepDown(person, from: "lead"), .handOver("lead", from: person, to: Person.ID(bits: 3)),
    .write(.init("p", .scale(1), about: .person(person), of: person)),
    .write(.init("p", .scale(1), about: .contribution(7), of: person)),
    .withdraw(4), .enter("next", after: 2), .conclude(after: 3), .abandon(because: "Elections"),
    .sign(.init(.visit(2), by: signatory)),
    .sign(.init(.output("report"), by: signatory, digest: Digest(String(repeating: "0a", count: 32)))),
  ]

  private static let signatory = Exchange.Signatory(
    person: person, name: "Zé", mandate: Mandate.ID(bits: 4), role: .politicalLeader, title: "Mayor",
    organisation: organisation)

  private static let answers: [Answer] =
    [
      .text("Ünï\u{2028}code"), .choice("a"), .choices(["a", "b"]), .scale(-2), .ranking(["b", "a"]),
      .vote([.option("a"), .contribution(3)]), .table([[.text("x"), nil], [nil, .scale(1)]]),
    ]
    + [
      Amount("12.50").map(Answer.number), Day("2026-02-28").map(Answer.date),
      Amount("9").flatMap { amount in Currency("MZN").map { .money(amount, $0) } },
    ].compactMap { $0 }
}
