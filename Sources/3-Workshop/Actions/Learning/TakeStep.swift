package import Cooperation
import SQL
import Storage

/// Someone in an exchange does something: says who plays what, answers, goes on, ends it.
package struct TakeStep: Sendable {
  let exchange: Exchange.ID
  let step: Exchange.Step
  let token: Slug<Exchange.Entry>?

  /// - Parameter token: the same for a step that is sent twice, so that it is taken once.
  package init(in exchange: Exchange.ID, _ step: Exchange.Step, token: Slug<Exchange.Entry>? = nil) {
    (self.exchange, self.step, self.token) = (exchange, step.cleaned, token)
  }

  /// - Throws: `Denial.signIn`; `Missing` where it is none of their business; `Exchange.Refusal`; `.otherWay` for
  ///   joining and signing, which are actions of their own.
  package func run(on occasion: Occasion) throws -> Room {
    switch step {
    case .join, .sign: throw Refused.otherWay
    default: break
    }
    let person = try occasion.viewer.person().person
    return try occasion.change { change in
      let (room, _) = try change.session.exchanges.require(exchange, for: change.viewer, on: change.now.day)
      let next = try room.taking(step, by: person, at: change.now, token: token)
      try change.keep(next, after: room, step.name)
      return next
    }
  }

  package enum Refused: Refusal {
    case otherWay

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      Phrase("refusal.other-way", "Joining and signing are checked: send them without the facts we look up ourselves.")
    }
  }
}

extension Change {
  /// Keeps the steps that `room` has taken since it was `before`, and says so in the audit: never what was answered.
  mutating func keep(_ room: Room, after before: Room, _ name: String) throws {
    let count = before.exchange.count
    if room.exchange.count > count { try session.exchanges.append(room, from: count) }
    let verb: Audit.Verb = room.exchange.count > count ? "take-step" : "repeat-step"
    try record(verb, room.id.text, for: room.exchange.opening.host, detail: name)
  }
}

extension Exchange.Step {
  /// What kind of step it is, without what it says.
  var name: String {
    switch self {
    case .join: "join"
    case .cast: "cast"
    case .stepDown: "step-down"
    case .handOver: "hand-over"
    case .write(let writing): "write \(writing.prompt)"
    case .withdraw: "withdraw"
    case .enter(let phase, _): "enter \(phase)"
    case .conclude: "conclude"
    case .sign: "sign"
    case .abandon: "abandon"
    }
  }

  /// The step without characters that would hide or turn around what others read.
  var cleaned: Exchange.Step {
    switch self {
    case .write(let writing):
      .write(.init(writing.prompt, writing.answer.cleaned, about: writing.about, of: writing.of))
    case .abandon(let reason): .abandon(because: cleanedLines(reason.prefix(2000)))
    default: self
    }
  }
}

extension Answer {
  fileprivate var cleaned: Answer {
    switch self {
    case .text(let text): .text(cleanedLines(text))
    case .table(let rows): .table(rows.map { row in row.map { $0?.cleaned } })
    default: self
    }
  }
}
