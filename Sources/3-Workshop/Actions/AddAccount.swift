package import Cooperation
import SQL
package import Secrets
import Storage

/// Lets someone in: an account with a person, and what they may do for one organisation.
package struct AddAccount: Sendable {
  let email: Email
  let name: String
  let password: PasswordHash
  let organisation: Organisation.ID?
  let role: Account.Role
  let duty: Account.Duty?
  let language: Language?

  package init(
    _ email: Email, name: String, password: PasswordHash, for organisation: Organisation.ID? = nil,
    as role: Account.Role = .editor, duty: Account.Duty? = nil, language: Language? = nil
  ) {
    (self.email, self.name, self.password) = (email, name, password)
    (self.organisation, self.role, self.duty, self.language) = (organisation, role, duty, language)
  }

  /// - Throws: `Denial` unless an administrator, or an owner of the organisation, lets them in; `.taken`.
  package func run(on occasion: Occasion) throws -> Account {
    if let organisation, duty == nil {
      try occasion.viewer.require(.owner, for: organisation)
    } else {
      try occasion.viewer.require(.administrator)
    }
    return try occasion.change { change in
      guard try change.session.accounts.find(email) == nil else { throw Refused.taken }
      let person = Person(id: change.identifier(), name: name, languages: language.map { [$0] } ?? [])
      let account = Account(id: change.identifier(), email: email, person: person.id, language: language, duty: duty)
      try change.session.people.insert(person)
      try change.session.accounts.insert(account, password: password.text, at: change.now)
      if let organisation { try change.session.accounts.setRole(role, of: account.id, in: organisation) }
      try change.record("add-account", account.id.text, for: organisation, detail: name)
      return account
    }
  }

  package enum Refused: Refusal {
    case taken

    package var kind: RefusalKind { .conflict }
    package var words: Phrase { Phrase("refusal.email-taken", "Someone has an account with this address already.") }
  }
}
