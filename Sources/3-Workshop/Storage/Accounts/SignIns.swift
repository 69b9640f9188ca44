package import Cooperation
package import SQL

extension Session { package var signIns: SignIns { SignIns(session: self) } }

/// The browsers that are signed in and the keys that programs have, by the hash of what they show.
package struct SignIns {
  let session: any Session

  /// One of them, with whose it is.
  package struct SignIn: Sendable {
    package let hash: String
    package let account: Account.ID
    /// What the forms of this browser bring back; nil for a program.
    package let formKey: String?
    /// What a program's key is for; empty for a browser.
    package let label: String
    package let created: Instant
    package let expires: Instant

    package init(
      hash: String, account: Account.ID, formKey: String?, label: String = "", created: Instant, expires: Instant
    ) {
      (self.hash, self.account, self.formKey) = (hash, account, formKey)
      (self.label, self.created, self.expires) = (label, created, expires)
    }
  }

  /// Nil where there is none, or its time is over at `now`.
  package func find(_ hash: String, at now: Instant) throws -> SignIn? {
    try session.first(
      """
      SELECT token_hash, account, form_key, label, created_at, expires_at FROM session
      WHERE token_hash = \(hash) AND expires_at > \(now)
      """, SignIn.init(row:))
  }

  /// The keys that an account has given to programs, the newest first.
  package func keys(of account: Account.ID) throws -> [SignIn] {
    try session.rows(
      """
      SELECT token_hash, account, form_key, label, created_at, expires_at FROM session
      WHERE account = \(account) AND form_key IS NULL ORDER BY created_at DESC, token_hash
      """, SignIn.init(row:))
  }

  package func insert(_ signIn: SignIn) throws {
    try session.run(
      """
      INSERT INTO session (token_hash, account, form_key, label, created_at, expires_at)
      VALUES (\(signIn.hash), \(signIn.account), \(signIn.formKey), \(signIn.label), \(signIn.created),
        \(signIn.expires))
      """)
  }

  package func delete(_ hash: String) throws { try session.run("DELETE FROM session WHERE token_hash = \(hash)") }
  package func deleteAll(of account: Account.ID) throws {
    try session.run("DELETE FROM session WHERE account = \(account)")
  }
  /// Ends the sessions of an account's browsers, all but one; the keys of its programs stay.
  package func deleteBrowsers(of account: Account.ID, except hash: String?) throws {
    try session.run(
      """
      DELETE FROM session WHERE account = \(account) AND form_key IS NOT NULL AND token_hash <> \(hash ?? "")
      """)
  }
  package func deleteExpired(at now: Instant) throws {
    try session.run("DELETE FROM session WHERE expires_at <= \(now)")
  }

  /// How often someone has failed to sign in as `subject` (an address, a client) since a moment.
  package func failures(of subject: String, since: Instant) throws -> Int {
    try session.first("SELECT COUNT(*) FROM sign_in_attempt WHERE subject = \(subject) AND at > \(since)") { row in
      try row.int(0)
    } ?? 0
  }

  package func addFailure(of subject: String, at now: Instant) throws {
    try session.run("INSERT INTO sign_in_attempt (subject, at) VALUES (\(subject), \(now))")
  }

  package func forgetFailures(of subject: String) throws {
    try session.run("DELETE FROM sign_in_attempt WHERE subject = \(subject)")
  }

  package func forgetFailures(before: Instant) throws {
    try session.run("DELETE FROM sign_in_attempt WHERE at <= \(before)")
  }
}

extension SignIns.SignIn {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      hash: try row.text(0), account: try row.id(1), formKey: row.textIfAny(2), label: try row.text(3),
      created: try row.instant(4), expires: try row.instant(5))
  }
}
