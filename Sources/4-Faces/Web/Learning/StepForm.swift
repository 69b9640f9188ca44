import Actions
import Cooperation
import HTTP
import Markup
import Methods

/// What someone wants to do in a room, as a form or a program says it.
enum StepForm {
  case step(Exchange.Step)
  /// Several answers at once, and what is wrong with those that cannot be read.
  case answers([GiveAnswers.Given], unfit: [(Prompt.ID, Cooperation.Answer.Unfit)])
  case join(JoinExchange.Who, Organisation.ID?, named: String)
  case sign(Exchange.Signed, Mandate.ID?, Digest?)

  /// - Throws: `Problem` (422) for what is no step; `Exchange.Refusal` for an answer that does not fit.
  init(_ fields: Fields, in room: Room?) throws {
    let form = Reading(fields: fields)
    switch fields["do"] {
    case "answer": self = form.answers(room)
    case "write": self = .step(try form.writing(room))
    case "withdraw": self = .step(.withdraw(try form.number("entry")))
    case "cast": self = .step(.cast(try form.id("person"), as: try form.slug("role")))
    case "step-down": self = .step(.stepDown(try form.id("person"), from: try form.slug("role")))
    case "hand-over": self = .step(try form.handOver())
    case "enter": self = .step(.enter(try form.slug("phase"), after: try form.number("after")))
    case "conclude": self = .step(.conclude(after: try form.number("after")))
    case "abandon": self = .step(.abandon(because: fields["because"] ?? ""))
    case "join": self = form.join()
    case "sign": self = try form.signing()
    case let other: throw Problem("no-such-step", 422, "There is no such step.", detail: other ?? "")
    }
  }

  /// The step of a program, as the journal writes it.
  init(_ json: JSONValue, in room: Room?) throws {
    let kind = json["do"]?.text
    if kind == "join" || kind == "sign" {
      let members = json.members ?? []
      let texts = members.compactMap { member -> Fields.Field? in
        (member.value.text ?? member.value.int.map(String.init)).map { .init(member.name, $0) }
      }
      try self.init(Fields(texts), in: room)
      return
    }
    do throws(StepError) {
      self = .step(try Exchange.Step(json))
    } catch {
      throw Problem("no-such-step", 422, "This is no step as it should be.", detail: "\(error)")
    }
  }

  /// The fields of a form, each as what it should be.
  fileprivate struct Reading {
    let fields: Fields

    func id<Subject>(_ name: String) throws -> Identifier<Subject> {
      guard let id = fields[name].flatMap({ Identifier<Subject>($0) }) else { throw unreadable(name) }
      return id
    }

    func slug<Subject>(_ name: String) throws -> Slug<Subject> {
      guard let slug = fields[name].flatMap({ Slug<Subject>($0) }) else { throw unreadable(name) }
      return slug
    }

    func number(_ name: String) throws -> Int {
      guard let number = fields[name].flatMap({ Int($0) }) else { throw unreadable(name) }
      return number
    }

    private func unreadable(_ name: String) -> Problem {
      Problem(
        "no-such-step", 422, "This step cannot be read.", detail: "\(name): \(fields[name] ?? "missing")",
        fields: [.init(name, "missing or not as it should be")])
    }
  }
}

extension StepForm.Reading {
  func answers(_ room: Room?) -> StepForm {
    var given: [GiveAnswers.Given] = [], unfit: [(Prompt.ID, Cooperation.Answer.Unfit)] = []
    for prompt in fields.values("asked").compactMap({ Prompt.ID($0) }).compactMap({ room?.method.prompt($0) }) {
      let values = fields.values("answer-\(prompt.id)")
      let seen = fields["seen-\(prompt.id)"].flatMap { Int($0) }
      if values.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
        given.append(.init(prompt.id, nil, seen: seen))
        continue
      }
      do throws(Cooperation.Answer.Unfit) {
        given.append(.init(prompt.id, try Cooperation.Answer(reading: values, as: prompt.kind), seen: seen))
      } catch {
        unfit.append((prompt.id, error))
      }
    }
    return .answers(given, unfit: unfit)
  }

  func writing(_ room: Room?) throws -> Exchange.Step {
    let id: Prompt.ID = try slug("prompt")
    guard let prompt = room?.method.prompt(id) else { throw Exchange.Refusal.noSuchPrompt(id) }
    let subject: Exchange.Subject =
      if let about = fields["about"] {
        if let person = Person.ID(about) { .person(person) } else { .contribution(try number("about")) }
      } else {
        .whole
      }
    do throws(Cooperation.Answer.Unfit) {
      let answer = try Cooperation.Answer(reading: fields.values(fields["field"] ?? "answer"), as: prompt.kind)
      return .write(.init(id, answer, about: subject, of: try person()))
    } catch {
      throw Exchange.Refusal.unfit(id, error)
    }
  }

  private func person() throws(Cooperation.Answer.Unfit) -> Person.ID {
    guard let person = fields["of"].flatMap({ Person.ID($0) }) else { throw .noSuchOption }
    return person
  }

  func handOver() throws -> Exchange.Step {
    let seat = (fields["seat"] ?? "").split(separator: " ")
    if seat.count == 2, let role = Role.ID(seat[0]), let from = Person.ID(seat[1]) {
      return .handOver(role, from: from, to: try id("to"))
    }
    return .handOver(try slug("role"), from: try id("from"), to: try id("to"))
  }

  func join() -> StepForm {
    let organisation = fields["organisation"].flatMap { Organisation.ID($0) }
    let named = fields["organisation-name"] ?? ""
    if let person = fields["person"].flatMap({ Person.ID($0) }) {
      return .join(.known(person), organisation, named: named)
    }
    if let name = fields["name"] { return .join(.written(name: name), organisation, named: named) }
    return .join(.oneself(invitation: fields["invitation"] ?? ""), organisation, named: named)
  }

  func signing() throws -> StepForm {
    let mandate = fields["mandate"].flatMap { Mandate.ID($0) }
    if fields["visit"] != nil { return .sign(.visit(try number("visit")), mandate, nil) }
    return .sign(.output(try slug("output")), mandate, fields["digest"].flatMap { Digest($0) })
  }
}
