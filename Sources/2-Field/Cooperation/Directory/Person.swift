/// Someone who acts for an organisation: mayor, officer, expert.
package struct Person: Identifiable, Sendable, Equatable, Named {
  package static let kind = "per"
  package typealias ID = Identifier<Person>

  package let id: ID
  package var name: String
  /// Languages they work in, the best first.
  package var languages: [Language]
  /// How to reach them; shown only where `showsContact` says so.
  package var contact: String
  /// Whether they agreed that `contact` may be shown to signed-in people.
  package var showsContact: Bool

  package init(id: ID, name: String, languages: [Language] = [], contact: String = "", showsContact: Bool = false) {
    (self.id, self.name, self.languages, self.contact, self.showsContact) = (id, name, languages, contact, showsContact)
  }
}

/// A person's role in an organisation, from a day to a day.
package struct Mandate: Identifiable, Sendable, Equatable, Named {
  package static let kind = "man"
  package typealias ID = Identifier<Mandate>

  package let id: ID
  package let person: Person.ID
  package let organisation: Organisation.ID
  package let role: Role
  /// What it is called there: "Mayor", "Vereador", "Head of international relations".
  package let title: String
  package let from: Day
  /// The last day; nil while it lasts.
  package let until: Day?

  /// - Throws: `.endsBeforeItBegins`.
  package init(
    id: ID, person: Person.ID, organisation: Organisation.ID, role: Role, title: String, from: Day, until: Day? = nil
  ) throws(Refusal) {
    if let until, until < from { throw .endsBeforeItBegins }
    (self.id, self.person, self.organisation, self.role) = (id, person, organisation, role)
    (self.title, self.from, self.until) = (title, from, until)
  }

  package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }

  package enum Role: String, Sendable, CaseIterable {
    case politicalLeader = "political-leader"
    case technicalLeader = "technical-leader"
    case officer, expert
  }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case endsBeforeItBegins

    package var kind: RefusalKind { .invalid }
    package var words: Phrase { Phrase("refusal.mandate-ends-before", "A mandate ends after it begins.") }
  }
}

/// An organisation's belonging to a network, association or committee.
package struct Membership: Sendable, Hashable {
  package let member: Organisation.ID
  package let body: Organisation.ID
  /// Nil where nobody has said.
  package let since: Day?
  /// The day on which the body said that the member is what it says it is; nil where it has not.
  package let verified: Day?

  /// - Throws: `.ofItself`.
  package init(
    of member: Organisation.ID, in body: Organisation.ID, since: Day? = nil, verified: Day? = nil
  ) throws(Refusal) {
    guard member != body else { throw .ofItself }
    (self.member, self.body, self.since, self.verified) = (member, body, since, verified)
  }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case ofItself

    package var kind: RefusalKind { .invalid }
    package var words: Phrase { Phrase("refusal.member-of-itself", "An organisation cannot be a member of itself.") }
  }
}

/// A membership seen from one of its sides: who stands at the other.
package struct Fellow: Sendable, Equatable {
  package let id: Organisation.ID
  package let name: Texts.Reading
  package let country: Country.Code?
  /// Nil where nobody has said.
  package let since: Day?
  /// The day on which the body said that it knows the member; nil where it has not.
  package let verified: Day?

  package init(id: Organisation.ID, name: Texts.Reading, country: Country.Code?, since: Day?, verified: Day? = nil) {
    (self.id, self.name, self.country, self.since, self.verified) = (id, name, country, since, verified)
  }
}
