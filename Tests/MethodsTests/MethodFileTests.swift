import Cooperation
import Methods
import Testing

@Suite("A method file") struct MethodFileTests {
  @Test("that is closed becomes a method")
  func reads() throws {
    let file = try MethodFile(reading: Array(small.utf8))
    #expect(file.method.phases.map(\.id) == ["ask", "tell"])
    #expect(file.method.prompt("found")?.kind.options.map(\.id) == ["yes", "no"])
    #expect(file.method.phases[0].casts == ["lead", "teller"])
    #expect(file.warnings.allSatisfy { $0.code == "missing-language" })
  }

  @Test("that is not is refused, with line and reason", arguments: Fault.all)
  func refuses(fault: Fault) throws {
    let found = MethodFile.findings(in: Array(fault.text.utf8)).filter { $0.level == .error }
    #expect(found.contains { $0.line == fault.line && $0.code == fault.code }, "\(found)")
  }

  @Test("with a word misspelt is told what was probably meant")
  func suggests() {
    let text = small.replacing("\"visible\": \"when-closed\"", with: "\"visibel\": \"when-closed\"")
    let found = MethodFile.findings(in: Array(text.utf8)).first { $0.level == .error }
    #expect(found?.message == "A prompt has no field “visibel”. Did you mean “visible”?")
  }

  @Test("with several faults is told all of them at once")
  func all() {
    let text = small.replacing("\"by\": \"teller\"", with: "\"by\": \"tellr\"").replacing("\"end\"", with: "\"finish\"")
    let found = MethodFile.findings(in: Array(text.utf8)).filter { $0.level == .error }
    #expect(Set(found.map(\.code)).isSuperset(of: ["unknown-role", "never-ends", "unknown-phase"]))
    #expect(found.map(\.line).sorted() == found.map(\.line))
  }
}

/// The small file with one thing spoilt.
struct Fault: Sendable, CustomTestStringConvertible {
  let code: String
  let line: Int
  let text: String
  var testDescription: String { code }

  private init?(_ code: String, _ line: Int, _ good: String, _ bad: String) {
    guard small.contains(good) else { return nil }
    (self.code, self.line) = (code, line)
    text = small.replacing(good, with: bad, maxReplacements: 1)
  }

  static let all: [Fault] = [
    Fault("not-json", 5, "\"clocks\": [\"slow\"],", "\"clocks\" [\"slow\"],"),
    Fault("wrong-kind", 5, "\"clocks\": [\"slow\"]", "\"clocks\": \"slow\""),
    Fault("unknown-word", 5, "[\"slow\"]", "[\"quick\"]"),
    Fault("no-clock", 5, "[\"slow\"]", "[]"),
    Fault("wrong-number", 1, "\"version\": 1", "\"version\": 0"),
    Fault("not-a-name", 1, "\"small\"", "\"Small One\""),
    Fault("missing-english", 2, "{\"en\": \"Small\"}", "{\"fr\": \"Petit\"}"),
    Fault("unknown-language", 2, "\"en\": \"Small\"", "\"en\": \"Small\", \"x\": \"Small\""),
    Fault("missing-field", 4, "\"citation\"", "\"link\""),
    Fault("wrong-range", 7, "[1, 1]", "[2, 1]"),
    Fault("unknown-role", 8, "{\"role\": \"lead\"}", "{\"role\": \"leader\"}"),
    Fault("same-name-twice", 8, "\"id\": \"teller\"", "\"id\": \"lead\""),
    Fault("wrong-range", 12, "\"typical\": 2", "\"typical\": 9"),
    Fault("no-length", 11, "\"days\": {", "\"minutes\": {"),
    Fault("unknown-kind", 14, "\"kind\": \"choice\"", "\"kind\": \"chioce\""),
    Fault("unknown-list", 14, "\"options\": \"yes-no\"", "\"options\": \"yes-or-no\""),
    Fault("unknown-role", 15, "\"visible\": \"when-closed\"", "\"visible\": {\"roles\": [\"nobody\"]}"),
    Fault("asked-later", 14, "\"required\": true}", "\"onlyIf\": {\"prompt\": \"found\", \"is\": \"yes\"}}"),
    Fault("unknown-option", 17, "\"is\": \"no\"", "\"is\": \"maybe\""),
    Fault("unknown-prompt", 17, "\"prompt\": \"found\", \"is\": \"no\"", "\"prompt\": \"lost\", \"is\": \"no\""),
    Fault("unknown-phase", 17, "\"to\": \"ask\"", "\"to\": \"asking\""),
    Fault("dead-end", 23, "\"next\": [\"end\"]", "\"next\": []"),
    Fault("unreachable", 19, "\"tell\",", "\"end\","),
    Fault("unknown-prompt", 26, "[\"what\"]", "[\"why\"]"),
    Fault("unknown-role", 27, "\"of\": \"teller\"", "\"of\": \"tellers\""),
    Fault("not-comparable", 29, "\"is\": \"differs\"", "\"is\": \"less\""),
    Fault("takes-one", 15, "\"required\": true, \"vis", "\"atLeast\": 2, \"vis"),
    Fault("nobody-closes", 11, "\"leads\": true", "\"leads\": false"),
  ].compactMap { $0 }
}

private let small = """
  {"id": "small", "version": 1,
   "title": {"en": "Small"},
   "summary": {"en": "A small method."},
   "source": {"citation": "Made for tests"},
   "clocks": ["slow"],
   "roles": [
    {"id": "lead", "title": {"en": "Lead"}, "task": {"en": "Leads."}, "people": [1, 1], "leads": true},
    {"id": "teller", "title": {"en": "Teller"}, "task": {"en": "Tells."}, "people": [1, 2], "bars": [{"role": "lead"}]}
   ],
   "phases": [
    {"id": "ask", "title": {"en": "Ask"}, "guidance": {"what": {"en": "Ask."}},
     "days": {"from": 1, "typical": 2, "to": 3},
     "prompts": [
      {"id": "found", "question": {"en": "Found?"}, "kind": "choice", "options": "yes-no", "by": "teller", "required": true},
      {"id": "what", "question": {"en": "What?"}, "kind": "text", "limit": 90, "by": "teller", "required": true, "visible": "when-closed"}
     ],
     "next": ["tell", {"to": "ask", "when": {"prompt": "found", "is": "no"}}]
    },
    {"id": "tell", "title": {"en": "Tell"}, "guidance": {"what": {"en": "Tell."}},
     "days": {"from": 1, "typical": 2, "to": 3},
     "prompts": [
     ],
     "next": ["end"]
    }],
   "outputs": [
    {"id": "report", "kind": "report-back", "title": {"en": "Report"}, "audience": "parties", "sections": [{"title": {"en": "What"}, "quotes": ["what"]}],
     "signedBy": [{"mandate": "political-leader", "of": "teller"}]}],
   "comparisons": [{"id": "same", "words": {"en": "{left}, {right}"},
     "left": {"prompt": "found", "role": "teller"}, "is": "differs", "right": {"prompt": "found", "role": "teller"}}],
   "lists": [{"id": "yes-no", "options": [{"id": "yes", "title": {"en": "Yes"}}, {"id": "no", "title": {"en": "No"}}]}]
  }
  """
