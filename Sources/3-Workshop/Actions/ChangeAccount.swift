package import Cooperation
import SQL
import Storage

/// Someone chooses the language that they want to read.
package struct ChangeLanguage: Sendable {
  let language: Language?

  /// - Parameter language: nil for whatever the browser says.
  package init(to language: Language?) { self.language = language }

  /// - Throws: `Denial.signIn`.
  package func run(on occasion: Occasion) throws {
    var account = try occasion.viewer.person()
    account.language = language
    try occasion.change { change in
      try change.session.accounts.update(account)
      try change.record("change-language", account.id.text, for: nil, detail: language?.tag ?? "")
    }
  }
}

/// An account is closed, or opened again, by whoever keeps the instance.
package struct DisableAccount: Sendable {
  let email: Email

  package init(_ email: Email) { self.email = email }

  /// - Throws: `Denial`, `Missing`.
  package func run(on occasion: Occasion) throws -> Account {
    try occasion.viewer.require(.administrator)
    return try occasion.change { change in
      guard var account = try change.session.accounts.find(email) else { throw Missing(email) }
      account.isDisabled = true
      try change.session.accounts.update(account)
      try change.session.signIns.deleteAll(of: account.id)
      try change.record("disable-account", account.id.text, for: nil)
      return account
    }
  }
}
