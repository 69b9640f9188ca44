package import Cooperation
import SQL
import Storage

/// An organisation names someone who speaks for it.
package struct AddMandate: Sendable {
  let organisation: Organisation.ID
  let holder: Holder
  let role: Mandate.Role
  let title: String
  let from: Day
  let until: Day?

  /// Who is to hold it.
  package enum Holder: Sendable {
    /// Someone on record who holds or held a mandate of the same organisation.
    case known(Person.ID)
    case new(name: String, languages: [Language], contact: String, showsContact: Bool)
  }

  package init(
    in organisation: Organisation.ID, for holder: Holder, as role: Mandate.Role, title: String, from: Day, until: Day?
  ) {
    (self.organisation, self.holder, self.role) = (organisation, holder, role)
    (self.title, self.from, self.until) = (title, from, until)
  }

  /// The same mandate given twice is one.
  ///
  /// - Throws: `Denial`; `Missing`; `Mandate.Refusal`.
  package func run(on occasion: Occasion) throws -> Mandate {
    try occasion.viewer.require(.editor, for: organisation)
    return try occasion.once({ session in try same(in: session) }) { change in
      _ = try change.session.organisations.require(organisation)
      let person = try person(in: &change)
      let mandate = try Mandate(
        id: change.identifier(), person: person.id, organisation: organisation, role: role, title: title, from: from,
        until: until)
      try change.session.mandates.insert(mandate)
      try change.record("add-mandate", mandate.id.text, for: organisation, detail: "\(person.name): \(title)")
      return mandate
    }
  }

  private func person(in change: inout Change) throws -> Person {
    switch holder {
    case .known(let id):
      guard try change.session.mandates.holders(in: organisation).contains(where: { $0.person.id == id }) else {
        throw Missing(id)
      }
      return try change.session.people.require(id)
    case .new(let name, let languages, let contact, let showsContact):
      let person = Person(
        id: change.identifier(), name: name, languages: languages, contact: contact, showsContact: showsContact)
      try change.session.people.insert(person)
      return person
    }
  }

  private func same(in session: any Session) throws -> Mandate? {
    try session.mandates.holders(in: organisation).first { known in
      let isHolder =
        switch holder {
        case .known(let id): known.person.id == id
        case .new(let name, _, _, _): known.person.name == name
        }
      return isHolder && known.mandate.role == role && known.mandate.title == title && known.mandate.from == from
    }?.mandate
  }
}
