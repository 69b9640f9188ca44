package import Cooperation
import SQL
import Storage

/// An organisation asks another to talk, by itself or through a body of both; or a body asks two of its members.
package struct AskIntroduction: Sendable {
  let id: Introduction.ID
  let request: Introduction.Request
  let contact: String

  /// - Parameters:
  ///   - id: a name of its own, so that the same form sent twice asks once.
  ///   - request: who would talk with whom; its themes do not matter, for they are those of what it is about.
  ///   - contact: what the other side sees of whoever asks once it accepts; not needed from a body.
  package init(_ id: Introduction.ID, _ request: Introduction.Request, sharing contact: String) {
    (self.id, self.request, self.contact) = (id, request, contact)
  }

  /// - Throws: `Denial`; `Missing` for what is not on record or not public; `Introduction.Refusal`; `Refused`;
  ///   `Occupied`; `Stale` where it was asked before and says something else.
  package func run(on occasion: Occasion) throws -> Introduction {
    let person = try occasion.viewer.acting(for: request.owner)
    return try occasion.once(known) { change in
      let request = try whole(in: change.session)
      let asked = try Introduction.asked(id, request, by: person, sharing: contact, at: change.now)
      try change.session.introductions.insert(asked)
      try change.record(
        "ask-introduction", id.text, for: request.owner, detail: request.sides.map(\.text).joined(separator: " "))
      return asked
    }
  }

  /// What was asked under its identifier before; nil for nothing.
  private func known(in session: any Session) throws -> Introduction? {
    guard let known = try session.introductions.find(id) else { return nil }
    guard known.owner == request.owner else { throw Occupied(id) }
    guard known.request.says(what: request) else { throw Stale(id) }
    return known
  }

  /// The request with the themes of what it is about, once everything that it speaks of is there.
  private func whole(in session: any Session) throws -> Introduction.Request {
    let known = Set(try session.organisations.find(request.all).map(\.id))
    if let unknown = request.all.first(where: { !known.contains($0) }) { throw Missing(unknown) }
    if let broker = request.way.broker {
      for side in request.sides where try !session.memberships.of(side).contains(where: { $0.body == broker }) {
        throw Refused.noMember(side, of: broker)
      }
    }
    let need = try request.need.map { try session.needs.require($0, for: .visitor) }
    let practice = try request.practice.map { try session.practices.require($0, for: .visitor) }
    for owner in [need?.organisation, practice?.organisation].compactMap(\.self)
    where !request.sides.contains(owner) { throw Refused.notTheirs }
    if let open = try session.introductions.open(like: request) { throw Refused.askedAlready(open) }
    return try Introduction.Request(
      request.asker, to: request.asked, request.way, need: request.need, practice: request.practice,
      themes: need?.topic.themes ?? practice?.topic.themes ?? [], message: request.message, in: request.language,
      talk: request.talk)
  }

  package enum Refused: Refusal, Equatable {
    case noMember(Organisation.ID, of: Organisation.ID)
    case notTheirs
    case askedAlready(Introduction.ID)

    package var kind: RefusalKind {
      switch self {
      case .noMember, .notTheirs: .invalid
      case .askedAlready: .conflict
      }
    }

    package var words: Phrase {
      switch self {
      case .noMember:
        Phrase(
          "refusal.no-common-body", "Both must belong to the network or association that brings them together.")
      case .notTheirs: Phrase("refusal.not-of-the-two", "The need or practice belongs to neither of the two.")
      case .askedAlready(let id):
        Phrase(
          "refusal.asked-already", "You have asked them about this already, and it is still open: {id}.",
          ["id": id.text])
      }
    }
  }
}

extension Introduction.Request {
  fileprivate func says(what other: Introduction.Request) -> Bool {
    all == other.all && way == other.way && need == other.need && practice == other.practice
      && message == other.message && talk == other.talk
  }
}
