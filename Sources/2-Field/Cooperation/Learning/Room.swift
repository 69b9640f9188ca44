/// An exchange as its room shows it: with the method it keeps to and the journal it is the sum of.
package struct Room: Sendable {
  package let exchange: Exchange
  package let method: Method
  /// In order.
  package let journal: [Exchange.Entry]
  /// Whether everyone may read it once it is concluded. Settled when it begins, and told to all who join.
  package let isPublic: Bool
  /// What the link holds that lets people join; no one else can guess it.
  package let invitation: String

  /// A room told from its journal.
  ///
  /// - Throws: what refuses the first entry that does not follow.
  package init(
    _ opening: Exchange.Opening, under method: Method, journal: [Exchange.Entry] = [], isPublic: Bool,
    invitation: String
  ) throws(Exchange.Refusal) {
    exchange = try Exchange(replaying: journal, of: opening, under: method)
    (self.method, self.journal, self.isPublic, self.invitation) = (method, journal, isPublic, invitation)
  }

  private init(_ exchange: Exchange, after room: Room, journal: [Exchange.Entry]) {
    (self.exchange, method, self.journal) = (exchange, room.method, journal)
    (isPublic, invitation) = (room.isPublic, room.invitation)
  }

  package var id: Exchange.ID { exchange.id }

  /// The room once `person` has taken `step`; the same where that step was taken before under this token.
  package func taking(
    _ step: Exchange.Step, by person: Person.ID, at now: Instant, token: Slug<Exchange.Entry>? = nil
  ) throws(Exchange.Refusal) -> Room {
    let then = try exchange.taking(step, by: person, at: now, token: token, under: method)
    guard then.count > exchange.count, let entry = then.latest else { return self }
    return Room(then, after: self, journal: journal + [entry])
  }

  /// Everyone and everything whose name the room's page needs.
  package var organisations: [Organisation.ID] {
    var all = exchange.opening.parties
    for one in [exchange.opening.host] + exchange.participants.map(\.organisation) where !all.contains(one) {
      all.append(one)
    }
    return all
  }
}

extension Room {
  /// What someone is to an exchange; decides what they may see.
  package enum Standing: Sendable, Equatable {
    /// Takes part, or called it.
    case inside(Person.ID)
    /// Speaks for a party or the host, has signed, or keeps the instance: reads what is open to all.
    case beside
    /// Reads what was made public.
    case reader
  }

  /// What `viewer` is to it on `day`; nil where it is none of their business.
  ///
  /// - Parameter mandates: the mandates of the viewer's person, past ones too.
  package func standing(of viewer: Viewer, holding mandates: [Mandate], on day: Day) -> Standing? {
    if let person = viewer.account?.person {
      if exchange.participant(person) != nil || exchange.opening.convenor == person { return .inside(person) }
      if exchange.signatures.contains(where: { $0.signatory.person == person }) { return .beside }
    }
    let sides = exchange.opening.parties + [exchange.opening.host]
    let speaks = mandates.contains { $0.holds(on: day) && sides.contains($0.organisation) }
    if viewer.isAdministrator || speaks || sides.contains(where: { viewer.may(.reader, for: $0) }) { return .beside }
    return isOpen ? .reader : nil
  }

  /// Whether everyone may read it now.
  package var isOpen: Bool { if case .concluded = exchange.stage { isPublic } else { false } }

  /// Whether someone of this standing may read a document of it.
  package func shows(_ output: Output, to standing: Standing?) -> Bool {
    guard case .concluded = exchange.stage else { return false }
    return switch (output.audience, standing) {
    case (.everyone, _), (_, .inside): true
    case (.parties, .beside): true
    case (.participants, .beside): false
    case (.parties, .reader): isOpen
    case (_, .reader), (_, nil): false
    }
  }
}
