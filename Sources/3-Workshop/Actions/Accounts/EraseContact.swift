package import Cooperation
import SQL
import Storage

/// How a person can be reached is erased; their name and mandates stay, because others have signed with them.
package struct EraseContact: Sendable {
  let person: Person.ID

  package init(of person: Person.ID) { self.person = person }

  /// - Throws: `Missing`; `Denial` unless the person, an editor of an organisation that they speak for, or an
  ///   administrator does it.
  package func run(on occasion: Occasion) throws {
    try occasion.change { change in
      var known = try change.session.people.require(person)
      let mandates = try change.session.mandates.of(person)
      let mine = mandates.map(\.organisation).first { change.viewer.may(.editor, for: $0) }
      if mine == nil, change.viewer.account?.person != person { try change.viewer.require(.administrator) }
      (known.contact, known.showsContact) = ("", false)
      try change.session.people.update(known)
      try change.session.introductions.eraseContact(of: person)
      try change.record("erase-contact", person.text, for: mine ?? mandates.first?.organisation)
    }
  }
}

/// An account is closed and everything that leads to its person is erased: address, password, sessions, keys,
/// contact, and what they offered to others.
package struct EraseAccount: Sendable {
  let email: Email

  package init(_ email: Email) { self.email = email }

  /// - Throws: `Denial` unless an administrator does it; `Missing`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.administrator)
    try occasion.change { change in
      guard let account = try change.session.accounts.find(email) else { throw Missing(email) }
      try change.session.accounts.erase(account.id)
      try change.session.signIns.deleteAll(of: account.id)
      try change.session.savedSearches.deleteAll(of: account.id)
      try change.session.signIns.forgetFailures(of: email.text)
      var person = try change.session.people.require(account.person)
      (person.contact, person.showsContact) = ("", false)
      try change.session.people.update(person)
      try change.session.introductions.eraseContact(of: person.id)
      if try change.session.experts.find(person.id) != nil { try change.session.experts.delete(person.id) }
      try change.record("erase-account", account.id.text, for: nil)
    }
  }
}
