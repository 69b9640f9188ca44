package import Cooperation
package import SQL

extension Session { package var accounts: Accounts { Accounts(session: self) } }

/// The accounts on record; their passwords' hashes are kept apart and never travel with them.
package struct Accounts {
  let session: any Session

  package func find(_ id: Account.ID) throws -> Account? {
    try session.first(
      "SELECT id, email, person, language, disabled, duty FROM account WHERE id = \(id)", Account.init(row:))
  }

  package func find(_ email: Email) throws -> Account? {
    try session.first(
      "SELECT id, email, person, language, disabled, duty FROM account WHERE email = \(email.text)",
      Account.init(row:))
  }

  /// In the order of their addresses.
  package func all() throws -> [Account] {
    try session.rows(
      "SELECT id, email, person, language, disabled, duty FROM account ORDER BY email", Account.init(row:))
  }

  /// - Throws: `DatabaseError` with the reason `.duplicate` where the address is taken.
  package func insert(_ account: Account, password hash: String?, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO account (id, email, person, password, language, duty, disabled, created_at)
      VALUES (\(account.id), \(account.email.text), \(account.person), \(hash), \(account.language),
        \(account.duty?.rawValue), \(account.isDisabled), \(now))
      """)
  }

  package func update(_ account: Account) throws {
    try session.run(
      """
      UPDATE account SET language = \(account.language), duty = \(account.duty?.rawValue),
        disabled = \(account.isDisabled)
      WHERE id = \(account.id)
      """)
  }

  /// The hash of the account's password; nil where it has none.
  package func password(of id: Account.ID) throws -> String? {
    try session.first("SELECT password FROM account WHERE id = \(id)") { row in row.textIfAny(0) } ?? nil
  }

  package func setPassword(_ hash: String, of id: Account.ID) throws {
    try session.run("UPDATE account SET password = \(hash) WHERE id = \(id)")
  }

  /// What the account may do, organisation by organisation.
  package func roles(of id: Account.ID) throws -> [Organisation.ID: Account.Role] {
    let rows = try session.rows(
      "SELECT organisation, role FROM organisation_role WHERE account = \(id) ORDER BY organisation"
    ) { row in
      (try row.id(0) as Organisation.ID, try row.value(1) { Account.Role(rawValue: $0) })
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The names of the people behind accounts.
  package func names(_ ids: Set<Account.ID>) throws -> [Account.ID: String] {
    let rows = try session.rows(
      """
      SELECT account.id, person.name FROM account JOIN person ON person.id = account.person
      WHERE account.id IN (\(list: ids.sorted()))
      """
    ) { row in (try row.id(0) as Account.ID, try row.text(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Someone who acts for an organisation.
  package struct Member: Sendable {
    package let account: Account
    package let name: String
    package let role: Account.Role
  }

  /// Everyone who acts for an organisation, by name.
  package func team(of organisation: Organisation.ID) throws -> [Member] {
    try session.rows(
      """
      SELECT a.id, a.email, a.person, a.language, a.disabled, a.duty, p.name, r.role
      FROM organisation_role r JOIN account a ON a.id = r.account JOIN person p ON p.id = a.person
      WHERE r.organisation = \(organisation) ORDER BY p.name, a.id
      """
    ) { row in
      Member(
        account: try Account(row: row), name: try row.text(6), role: try row.value(7) { Account.Role(rawValue: $0) })
    }
  }

  package func deleteRole(of id: Account.ID, in organisation: Organisation.ID) throws {
    try session.run("DELETE FROM organisation_role WHERE account = \(id) AND organisation = \(organisation)")
  }

  /// Closes an account and leaves nothing that leads to its person but its number: no address, no password, no role.
  package func erase(_ id: Account.ID) throws {
    try session.run(
      """
      UPDATE account SET email = \("\(id)@erased.invalid"), password = NULL, language = NULL, duty = NULL, disabled = 1
      WHERE id = \(id)
      """)
    try session.run("DELETE FROM organisation_role WHERE account = \(id)")
  }

  package func setRole(_ role: Account.Role, of id: Account.ID, in organisation: Organisation.ID) throws {
    try session.run(
      """
      INSERT INTO organisation_role (account, organisation, role) VALUES (\(id), \(organisation), \(role.rawValue))
      ON CONFLICT (account, organisation) DO UPDATE SET role = excluded.role
      """)
  }
}

extension Account {
  /// - Parameter row: id, email, person, language, disabled, duty.
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row.id(0), email: try row.value(1) { Email($0) }, person: try row.id(2),
      language: try row.valueIfAny(3) { Language($0) }, isDisabled: try row.flag(4),
      duty: try row.valueIfAny(5) { Duty(rawValue: $0) })
  }
}
