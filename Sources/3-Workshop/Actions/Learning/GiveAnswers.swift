package import Cooperation
import SQL
import Storage

/// Someone answers several prompts at once. What can be taken is kept; what cannot is told prompt by prompt.
package struct GiveAnswers: Sendable {
  let exchange: Exchange.ID
  let answers: [Given]
  let token: Slug<Exchange.Entry>?

  package init(in exchange: Exchange.ID, _ answers: [Given], token: Slug<Exchange.Entry>? = nil) {
    (self.exchange, self.answers, self.token) = (exchange, answers, token)
  }

  /// An answer to one prompt; nil is one that was left empty.
  package struct Given: Sendable {
    package let prompt: Prompt.ID
    package let answer: Answer?
    /// The number of the entry whose answer stood there when it was typed; nil for none. What was not changed by this
    /// person is not said again in their name, whatever others have said meanwhile.
    package let seen: Int?

    package init(_ prompt: Prompt.ID, _ answer: Answer?, seen: Int? = nil) {
      (self.prompt, self.answer, self.seen) = (prompt, answer, seen)
    }
  }

  /// The room after what could be taken, and why the rest could not.
  package struct Outcome: Sendable {
    package let room: Room
    package let refused: [(prompt: Prompt.ID, why: Exchange.Refusal)]
  }

  /// - Throws: `Denial.signIn`; `Missing` where it is none of their business.
  package func run(on occasion: Occasion) throws -> Outcome {
    let person = try occasion.viewer.person().person
    return try occasion.change { change in
      let (before, _) = try change.session.exchanges.require(exchange, for: change.viewer, on: change.now.day)
      var room = before, refused: [(Prompt.ID, Exchange.Refusal)] = []
      for (place, given) in answers.enumerated() {
        guard let step = given.step(in: room, by: person) else { continue }
        let token = token.flatMap { Slug<Exchange.Entry>("\($0.text.prefix(56))-\(place)") }
        do throws(Exchange.Refusal) {
          room = try room.taking(step.cleaned, by: person, at: change.now, token: token)
        } catch {
          refused.append((given.prompt, error))
        }
      }
      try change.keep(room, after: before, "answers")
      return Outcome(room: room, refused: refused)
    }
  }
}

extension GiveAnswers.Given {
  /// What has to happen; nil where nothing was changed.
  fileprivate func step(in room: Room, by person: Person.ID) -> Exchange.Step? {
    let standing = room.exchange.present(prompt, of: person, under: room.method)
    guard let answer else { return standing.flatMap { $0.number == seen ? .withdraw($0.number) : nil } }
    let step = Exchange.Step.write(.init(prompt, answer, of: person)).cleaned
    guard case .write(let writing) = step else { return nil }
    let shown = seen.flatMap { room.exchange.contribution($0)?.answer }
    return writing.answer == shown || writing.answer == standing?.answer ? nil : step
  }
}
