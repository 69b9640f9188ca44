package import Cooperation
import Methods
import SQL
import Secrets
import Storage

/// Someone calls an exchange: a run of a method, in the name of some organisations.
package struct StartExchange: Sendable {
  let plan: Plan

  package init(_ plan: Plan) { self.plan = plan }

  /// What is settled when an exchange begins.
  package struct Plan: Sendable, Equatable {
    package var method: Method.ID
    package var title: String
    package var clock: Method.Clock
    /// Whose exchange it is; the convenor edits for it.
    package var host: Organisation.ID
    /// In whose name it is run; their leaders sign.
    package var parties: [Organisation.ID]
    package var partnership: Partnership.ID?
    /// The need that it is about, of one of the parties; nil for none.
    package var need: Need.ID?
    package var language: Language
    /// Whether everyone may read it once it is concluded.
    package var isPublic: Bool
    /// Whether the convenor takes part from the beginning, for the host.
    package var convenorJoins: Bool

    package init(
      method: Method.ID, title: String, clock: Method.Clock, host: Organisation.ID, parties: [Organisation.ID],
      partnership: Partnership.ID? = nil, need: Need.ID? = nil, language: Language = "en", isPublic: Bool = false,
      convenorJoins: Bool = true
    ) {
      (self.method, self.title, self.clock, self.host, self.parties) = (method, title, clock, host, parties)
      (self.partnership, self.need, self.language, self.isPublic) = (partnership, need, language, isPublic)
      self.convenorJoins = convenorJoins
    }
  }

  /// - Throws: `Denial` unless they edit for the host; `Missing`; `Refused`; `Exchange.Refusal`.
  package func run(on occasion: Occasion) throws -> Room {
    let account = try occasion.viewer.person()
    try occasion.viewer.require(.editor, for: plan.host)
    guard let title = cleaned(plan.title) else { throw Refused.titleMissing }
    guard let method = Methods.Library.method(plan.method) else { throw Missing(plan.method) }
    return try occasion.change { change in
      try check(in: change.session, for: change.viewer)
      let opening = Exchange.Opening(
        id: change.identifier(), method: method.id, version: method.version, title: title, host: plan.host,
        partnership: plan.partnership, parties: plan.parties, clock: plan.clock, language: plan.language,
        convenor: account.person, at: change.now)
      var room = try Room(opening, under: method, isPublic: plan.isPublic, invitation: Token().text)
      if plan.convenorJoins {
        let person = try change.session.people.require(account.person)
        let name = cleaned(person.name) ?? account.email.text
        let joining = Exchange.Step.join(.init(person.id, of: plan.host, name: name))
        room = try room.taking(joining, by: person.id, at: change.now)
      }
      try change.session.exchanges.insert(room)
      if let need = plan.need { try change.session.exchanges.tie(room.id, to: need) }
      try change.record("start-exchange", room.id.text, for: plan.host, detail: title)
      return room
    }
  }

  private func check(in session: any Session, for viewer: Viewer) throws {
    let known = Set(try session.organisations.find(plan.parties).map(\.id))
    if let unknown = plan.parties.first(where: { !known.contains($0) }) { throw Missing(unknown) }
    if let id = plan.need {
      guard plan.parties.contains(try session.needs.require(id, for: viewer).organisation) else {
        throw Refused.notTheirs
      }
    }
    guard let id = plan.partnership else { return }
    let partnership = try session.partnerships.require(id)
    guard partnership.parties.all.contains(where: { $0.organisation == plan.host }) else { throw Refused.notOfThese }
  }

  package enum Refused: Refusal {
    case titleMissing, notOfThese, notTheirs

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      switch self {
      case .titleMissing: Phrase("refusal.exchange-title", "Give it a title of at most 200 characters.")
      case .notOfThese:
        Phrase("refusal.exchange-partnership", "An exchange of a partnership is called by one of its parties.")
      case .notTheirs:
        Phrase("refusal.exchange-need", "An exchange about a need is run in the name of whoever has it, among others.")
      }
    }
  }
}
