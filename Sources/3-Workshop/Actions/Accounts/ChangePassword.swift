package import Cooperation
import SQL
import Secrets
import Storage

/// Someone takes a new password; every other browser in which they are signed in is signed out.
package struct ChangePassword: Sendable {
  let current: String
  let fresh: String
  /// The session of the browser that asks, which stays; nil for none.
  let session: String?

  package init(from current: String, to fresh: String, keeping session: String?) {
    (self.current, self.fresh, self.session) = (current, fresh, session)
  }

  /// The fewest characters that a password may have.
  package static let shortest = 10

  /// Hashes twice, which takes a while on purpose: never on a thread that others wait for.
  ///
  /// - Throws: `Denial.signIn`; `Refused`; `SignIn.Refused.tooOften` after too many wrong guesses.
  package func run(on occasion: Occasion) throws {
    let account = try occasion.viewer.person()
    guard fresh.unicodeScalars.count >= Self.shortest else { throw Refused.tooShort }
    guard fresh.utf8.count <= PasswordHash.longest else { throw Refused.tooLong }
    try SignIn.refuseTooOften(account.email.text, SignIn.failuresOfAddress, in: occasion.database, at: occasion.now)
    let kept = try occasion.database.read { session in try session.accounts.password(of: account.id) }
    guard kept.flatMap({ PasswordHash($0) })?.matches(current) == true else {
      try occasion.database.transaction { session in
        try session.signIns.addFailure(of: account.email.text, at: occasion.now)
      }
      throw Refused.wrong
    }
    let hash = try PasswordHash(of: fresh)
    try occasion.change { change in
      try change.session.accounts.setPassword(hash.text, of: account.id)
      try change.session.signIns.deleteBrowsers(of: account.id, except: session)
      try change.record("change-password", account.id.text, for: nil)
    }
  }

  package enum Refused: Refusal {
    case wrong, tooShort, tooLong

    package var kind: RefusalKind { .invalid }

    package var words: Phrase {
      switch self {
      case .wrong: Phrase("refusal.not-your-password", "This is not the password that you have now.")
      case .tooShort:
        Phrase("refusal.short-password", "Take at least {n} characters: a few words are best.", ["n": "\(shortest)"])
      case .tooLong: Phrase("refusal.long-password", "This password is too long to be kept.")
      }
    }
  }
}
