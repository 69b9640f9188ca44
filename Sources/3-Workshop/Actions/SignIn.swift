package import Cooperation
package import SQL
package import Secrets
import Storage

/// Someone shows that an account is theirs, and their browser gets a session.
package struct SignIn: Sendable {
  let email: Email
  let password: String
  /// Where it comes from: the client's address.
  let client: String
  /// The session that the browser had before, which ends; nil for none.
  let previous: String?

  package init(_ email: Email, password: String, from client: String, replacing previous: String? = nil) {
    (self.email, self.password, self.client, self.previous) = (email, password, client, previous)
  }

  /// A session for the browser.
  package struct Opened: Sendable {
    /// What the browser keeps.
    package let token: Token
    package let account: Account
    package let expires: Instant
  }

  /// How long a session lasts, and how often one may fail within a quarter of an hour.
  static let days = 30, failuresOfAddress = 5, failuresOfClient = 20

  /// Checks the password, which takes a while on purpose: never on a thread that others wait for.
  ///
  /// - Throws: `.wrong` without saying which of the two was; `.tooOften` with when to try again.
  package func run(in database: any Database, at now: Instant) throws -> Opened {
    try Self.refuseTooOften(email.text, Self.failuresOfAddress, in: database, at: now)
    try Self.refuseTooOften(client, Self.failuresOfClient, in: database, at: now)
    let found = try database.read { session in
      try session.accounts.find(email).map { ($0, try session.accounts.password(of: $0.id)) }
    }
    // An unknown address costs the same time as a wrong password, so that nobody can tell them apart.
    let hash = found?.1.flatMap { PasswordHash($0) } ?? Self.nobodys
    let isRight = hash.matches(password)
    guard let account = found?.0, isRight, !account.isDisabled, found?.1 != nil else {
      try database.transaction { session in
        try session.signIns.addFailure(of: email.text, at: now)
        try session.signIns.addFailure(of: client, at: now)
      }
      throw Refused.wrong
    }
    return try open(account, in: database, at: now)
  }

  private func open(_ account: Account, in database: any Database, at now: Instant) throws -> Opened {
    let token = Token(), expires = now.adding(days: Self.days)
    try database.transaction { session in
      // A session is never handed on: whoever knew the one before the sign-in knows nothing of this one.
      if let previous { try session.signIns.delete(previous) }
      try session.signIns.insert(
        .init(hash: token.hash, account: account.id, formKey: Token().text, created: now, expires: expires))
      try session.signIns.deleteExpired(at: now)
      try session.signIns.forgetFailures(before: now.adding(days: -1))
    }
    return Opened(token: token, account: account, expires: expires)
  }

  /// - Throws: `Refused.tooOften` where someone has failed as `subject` so often within a quarter of an hour.
  static func refuseTooOften(_ subject: String, _ most: Int, in database: any Database, at now: Instant) throws {
    let failures = try database.read { session in
      try session.signIns.failures(of: subject, since: now.adding(minutes: -15))
    }
    guard failures < most else { throw Refused.tooOften }
  }

  /// The hash of a password that nobody knows.
  private static let nobodys: PasswordHash = {
    guard let hash = try? PasswordHash(of: Token().text) else { preconditionFailure("argon2id works") }
    return hash
  }()

  package enum Refused: Refusal {
    case wrong, tooOften

    package var kind: RefusalKind { .forbidden }

    package var words: Phrase {
      switch self {
      case .wrong: Phrase("refusal.wrong-password", "This address and this password do not belong together.")
      case .tooOften: Phrase("refusal.too-often", "Too many attempts. Wait a quarter of an hour, then try again.")
      }
    }
  }
}
