package import Cooperation
import SQL
import Storage

/// Someone takes part in an exchange: whoever has its link, or whom its leader writes in by name.
package struct JoinExchange: Sendable {
  let exchange: Exchange.ID
  let organisation: Organisation.ID
  let who: Who
  let token: Slug<Exchange.Entry>?

  package init(
    _ exchange: Exchange.ID, _ who: Who, of organisation: Organisation.ID, token: Slug<Exchange.Entry>? = nil
  ) {
    (self.exchange, self.who, self.organisation, self.token) = (exchange, who, organisation, token)
  }

  package enum Who: Sendable {
    /// Whoever is signed in, with what the link holds; empty for someone who sees the room anyway.
    case oneself(invitation: String)
    /// Someone without an account, by the name they go by.
    case written(name: String)
    /// Someone on record.
    case known(Person.ID)
  }

  /// - Throws: `Denial.signIn`; `Missing`; `Refused`; `Exchange.Refusal`.
  package func run(on occasion: Occasion) throws -> Room {
    let account = try occasion.viewer.person()
    return try occasion.change { change in
      let room = try room(for: change)
      if let token, room.exchange.hasTaken(token) {
        try change.keep(room, after: room, "join")
        return room
      }
      guard try change.session.organisations.find(organisation) != nil else { throw Missing(organisation) }
      let person = try person(account.person, in: room, &change)
      guard let name = cleaned(person.name) else { throw Exchange.Refusal.nameMissing }
      let joining = Exchange.Step.join(.init(person.id, of: organisation, name: name))
      let next = try room.taking(joining, by: account.person, at: change.now, token: token)
      try change.keep(next, after: room, "join")
      return next
    }
  }

  private func room(for change: Change) throws -> Room {
    if case .oneself(let invitation) = who, !invitation.isEmpty {
      return try change.session.exchanges.require(exchange, invitation: invitation)
    }
    return try change.session.exchanges.require(exchange, for: change.viewer, on: change.now.day).0
  }

  private func person(_ own: Person.ID, in room: Room, _ change: inout Change) throws -> Person {
    switch who {
    case .oneself:
      let mandates = try change.session.mandates.of(own)
      let speaks = mandates.contains { $0.organisation == organisation && $0.holds(on: change.now.day) }
      guard speaks || change.viewer.may(.reader, for: organisation) else { throw Refused.notYourOrganisation }
      return try change.session.people.require(own)
    case .known(let id):
      guard room.exchange.leads(own, under: room.method) else { throw Exchange.Refusal.onlyLeaders }
      return try change.session.people.require(id)
    case .written(let name):
      guard room.exchange.leads(own, under: room.method) else { throw Exchange.Refusal.onlyLeaders }
      guard case .running = room.exchange.stage else { throw Exchange.Refusal.over }
      guard let name = cleaned(name) else { throw Exchange.Refusal.nameMissing }
      let person = Person(id: change.identifier(), name: name)
      try change.session.people.insert(person)
      return person
    }
  }

  package enum Refused: Refusal {
    case notYourOrganisation

    package var kind: RefusalKind { .forbidden }
    package var words: Phrase {
      Phrase(
        "refusal.join-organisation",
        "You take part for an organisation that you speak for. Ask whoever leads the exchange to write you in.")
    }
  }
}
