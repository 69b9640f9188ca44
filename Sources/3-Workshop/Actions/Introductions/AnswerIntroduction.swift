package import Cooperation
import SQL
import Storage

/// A side that was asked to talk accepts, asks to come back to it later, or declines with a reason.
package struct AnswerIntroduction: Sendable {
  let id: Introduction.ID
  let party: Organisation.ID?
  let saying: Introduction.Saying
  let text: String

  /// - Parameters:
  ///   - party: who answers; nil for whichever side the viewer acts for.
  ///   - text: in their own words; may be empty.
  package init(
    _ id: Introduction.ID, by party: Organisation.ID? = nil, _ saying: Introduction.Saying, saying text: String = ""
  ) {
    (self.id, self.party, self.saying, self.text) = (id, party, saying, text)
  }

  /// The same answer given twice is one.
  ///
  /// - Throws: `Denial`; `Missing`, also to those who have nothing to do with it; `Introduction.Refusal`.
  package func run(on occasion: Occasion) throws -> Introduction {
    let known = try occasion.known { session in try session.introductions.require(id, for: occasion.viewer) }
    guard let known else { throw Missing(id) }
    let (party, person) = try answering(known, occasion.viewer)
    if let last = known.answer(of: party), last.saying == saying, last.text == text { return known }
    return try occasion.change { change in
      let before = try change.session.introductions.require(id, for: change.viewer)
      let word = Introduction.Word(saying, of: party, by: person, at: change.now, text: text)
      let answered = try before.answered(word)
      try change.session.introductions.append(answered, from: before.words.count)
      try change.record(saying.verb, id.text, for: party)
      return answered
    }
  }

  private func answering(
    _ known: Introduction, _ viewer: Viewer
  ) throws -> (party: Organisation.ID, person: Person.ID) {
    let own = known.answering.filter { (viewer.roles[$0] ?? .reader) >= .editor }
    // Whoever acts for both sides answers first for the one that has not.
    let party = party ?? own.first { known.awaited.contains($0) } ?? own.first
    guard let party else {
      _ = try viewer.person()
      throw known.answering.contains { viewer.roles[$0] != nil } ? Denial.notYours : Introduction.Refusal.notAsked
    }
    guard known.answering.contains(party) else { throw Introduction.Refusal.notAsked }
    return (party, try viewer.acting(for: party))
  }
}

extension Introduction.Saying {
  fileprivate var verb: Audit.Verb {
    switch self {
    case .accepts: "accept-introduction"
    case .later: "postpone-introduction"
    default: "decline-introduction"
    }
  }
}

/// Whoever asked takes it back.
package struct WithdrawIntroduction: Sendable {
  let id: Introduction.ID
  let text: String

  /// - Parameter text: why; may be empty.
  package init(_ id: Introduction.ID, because text: String = "") { (self.id, self.text) = (id, text) }

  /// Taking it back twice is taking it back once.
  ///
  /// - Throws: `Denial`; `Missing`, also to those who have nothing to do with it; `Introduction.Refusal`.
  package func run(on occasion: Occasion) throws -> Introduction {
    let known = try occasion.known { session in try session.introductions.require(id, for: occasion.viewer) }
    guard let known else { throw Missing(id) }
    let person = try withdrawing(known, occasion.viewer)
    if known.standing == .withdrawn { return known }
    return try occasion.change { change in
      let before = try change.session.introductions.require(id, for: change.viewer)
      let word = Introduction.Word(.withdraws, of: before.owner, by: person, at: change.now, text: text)
      let withdrawn = try before.withdrawn(word)
      try change.session.introductions.append(withdrawn, from: before.words.count)
      try change.record("withdraw-introduction", id.text, for: before.owner)
      return withdrawn
    }
  }

  private func withdrawing(_ known: Introduction, _ viewer: Viewer) throws -> Person.ID {
    if viewer.roles[known.owner] == nil {
      _ = try viewer.person()
      throw Introduction.Refusal.notYours
    }
    return try viewer.acting(for: known.owner)
  }
}
