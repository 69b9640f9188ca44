package import Cooperation
package import Markup

extension Exchange.Step {
  /// The step as one object of JSON: what the journal keeps and what the API takes.
  package var text: String {
    var json = JSON(capacity: 256)
    write(into: &json)
    return json.text
  }

  /// - Throws: with line and reason for what is not a step.
  package init(reading text: String) throws(StepError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: Array(text.utf8))
    } catch {
      throw StepError(line: error.line, words: error.words)
    }
    try self.init(value)
  }

  /// - Throws: with line and reason for what is not a step.
  package init(_ value: JSONValue) throws(StepError) {
    let fields = StepFields(value)
    switch try fields.text("do") {
    case "join":
      self = .join(
        .init(try fields.id("person"), of: try fields.id("organisation"), name: try fields.text("name")))
    case "cast": self = .cast(try fields.id("person"), as: try fields.slug("role"))
    case "step-down": self = .stepDown(try fields.id("person"), from: try fields.slug("role"))
    case "hand-over":
      self = .handOver(try fields.slug("role"), from: try fields.id("from"), to: try fields.id("to"))
    case "write":
      self = .write(
        .init(
          try fields.slug("prompt"), try Answer(fields.value("answer")), about: try fields.subject("about"),
          of: try fields.id("of")))
    case "withdraw": self = .withdraw(try fields.number("entry"))
    case "enter": self = .enter(try fields.slug("phase"), after: try fields.number("after"))
    case "conclude": self = .conclude(after: try fields.number("after"))
    case "sign": self = .sign(try Exchange.Signing(fields))
    case "abandon": self = .abandon(because: try fields.text("because"))
    case let other: throw StepError(line: value.line, words: "there is no step “\(other)”")
    }
  }

  package func write(into json: inout JSON) { json.object { writeFields(into: &$0) } }

  /// Writes the fields of the step into an object that is open.
  package func writeFields(into json: inout JSON) {
    switch self {
    case .join(let participant):
      json["do"] = "join"
      json["person"] = participant.person.text
      json["organisation"] = participant.organisation.text
      json["name"] = participant.name
    case .cast(let person, let role):
      json["do"] = "cast"
      json["person"] = person.text
      json["role"] = role.text
    case .stepDown(let person, let role):
      json["do"] = "step-down"
      json["person"] = person.text
      json["role"] = role.text
    case .handOver(let role, let from, let to):
      json["do"] = "hand-over"
      json["role"] = role.text
      json["from"] = from.text
      json["to"] = to.text
    default: writeRest(into: &json)
    }
  }

  private func writeRest(into json: inout JSON) {
    switch self {
    case .write(let writing): writing.write(into: &json)
    case .withdraw(let number):
      json["do"] = "withdraw"
      json.number("entry", number)
    case .enter(let phase, let number):
      json["do"] = "enter"
      json["phase"] = phase.text
      json.number("after", number)
    case .conclude(let number):
      json["do"] = "conclude"
      json.number("after", number)
    case .sign(let signing): signing.write(into: &json)
    case .abandon(let reason):
      json["do"] = "abandon"
      json["because"] = reason
    case .join, .cast, .stepDown, .handOver: break
    }
  }
}

/// Why a text is not a step.
package struct StepError: Error, Equatable, CustomStringConvertible {
  package let line: Int
  /// As a clause: `a text is not closed`.
  package let words: String

  package init(line: Int, words: String) { (self.line, self.words) = (line, words) }

  package var description: String { "line \(line): \(words)" }
}

extension Exchange.Writing {
  fileprivate func write(into json: inout JSON) {
    json["do"] = "write"
    json["prompt"] = prompt.text
    json["of"] = of.text
    switch about {
    case .whole: break
    case .person(let person): json.object("about") { $0["person"] = person.text }
    case .contribution(let number): json.object("about") { $0.number("entry", number) }
    }
    json.object("answer") { answer.write(into: &$0) }
  }
}

extension Exchange.Signing {
  fileprivate init(_ fields: StepFields) throws(StepError) {
    let signed: Exchange.Signed =
      fields.has("visit") ? .visit(try fields.number("visit")) : .output(try fields.slug("output"))
    let signatory = Exchange.Signatory(
      person: try fields.id("person"), name: try fields.text("name"), mandate: try fields.id("mandate"),
      role: try fields.word("role"), title: try fields.text("title"), organisation: try fields.id("organisation"))
    self.init(signed, by: signatory, digest: try fields.digest("digest"))
  }

  fileprivate func write(into json: inout JSON) {
    json["do"] = "sign"
    switch of {
    case .visit(let number): json.number("visit", number)
    case .output(let output): json["output"] = output.text
    }
    json["person"] = signatory.person.text
    json["name"] = signatory.name
    json["mandate"] = signatory.mandate.text
    json["role"] = signatory.role.rawValue
    json["title"] = signatory.title
    json["organisation"] = signatory.organisation.text
    if let digest { json["digest"] = digest.description }
  }
}
