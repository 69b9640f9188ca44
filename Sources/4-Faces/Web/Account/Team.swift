import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Secrets
import Storage

// Who may act for an organisation, said by its owners.
extension Site {
  static let team: [Entry] = [
    Entry(Address.team, Site.showTeam, .list), Entry(Address.invitingColleague, Site.inviteColleague, .list.adding),
    Entry(Address.changingColleague, Site.changeColleague), Entry(Address.endingColleague, Site.endColleague),
  ]

  func showTeam(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.owner, for: id)
    return Shown(try teamPage(id))
  }

  private func teamPage(
    _ id: Organisation.ID, _ filled: Filled = Filled(), fresh: TeamPage.Fresh? = nil
  ) throws -> TeamPage {
    try database.read { session in
      TeamPage(
        id, name: try session.organisations.require(id).name,
        members: try session.accounts.team(of: id).map { .init($0.account, name: $0.name, role: $0.role) },
        filled: filled, fresh: fresh)
    }
  }

  /// Lets someone in; a new account's first password is shown once, on the page that answers.
  func inviteColleague(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    _ = try visit.person()
    try visit.viewer.require(.owner, for: id)
    var entered = Entered(visit)
    let noEmail = Phrase("sign-in.no-email", "That is not an e-mail address.")
    let email = entered.one("email", otherwise: noEmail) { Email($0) }
    let name = entered.line("name"), role = entered.role()
    if email == nil { entered.refuse("email", noEmail) }
    guard let email, let role, entered.isGood else {
      return Refused(try teamPage(id, entered.filled()), entered.problems)
    }
    if let known = try database.read({ session in try session.accounts.find(email) }) {
      try GrantRole(role, to: known.id, in: id).run(on: visit.occasion(in: self))
      return Changed(Address.team(id), try teamPage(id), isNew: true, .added)
    }
    let filled = entered.filled()
    return Response(200, body: .later { self.answer(visit) { try self.add(email, name, role, id, filled, visit) } })
  }

  private func add(
    _ email: Email, _ name: String, _ role: Account.Role, _ id: Organisation.ID, _ filled: Filled, _ visit: Visit
  ) throws -> any Answer {
    let password = Token().text
    do {
      _ = try AddAccount(
        email, name: name.isEmpty ? email.text : name, password: try PasswordHash(of: password), for: id, as: role
      ).run(on: visit.occasion(in: self))
    } catch let refusal as AddAccount.Refused {
      let problem = Filled.Problem("email", visit.reader.words[refusal.words])
      return Refused(try teamPage(id, Filled(values: filled.values, problems: [problem])), [problem], status: 409)
    }
    return Shown(try teamPage(id, fresh: .init(email: email, password: password)), status: 201)
  }

  func changeColleague(_ visit: Visit, _ id: Organisation.ID, _ account: Account.ID) throws -> any Answer {
    _ = try visit.person()
    try visit.viewer.require(.owner, for: id)
    var entered = Entered(visit)
    guard let role = entered.role() else { return Refused(try teamPage(id, entered.filled()), entered.problems) }
    try GrantRole(role, to: account, in: id).run(on: visit.occasion(in: self))
    return Changed(Address.team(id), try teamPage(id), .saved)
  }

  func endColleague(_ visit: Visit, _ id: Organisation.ID, _ account: Account.ID) throws -> any Answer {
    _ = try visit.person()
    try EndRole(of: account, in: id).run(on: visit.occasion(in: self))
    let isStillOwner = visit.viewer.isAdministrator || account != visit.viewer.account?.id
    guard isStillOwner else { return Changed(Address.account(), try accountPage(visit), .ended) }
    return Changed(Address.team(id), try teamPage(id), .ended)
  }
}

extension Entered {
  fileprivate mutating func role() -> Account.Role? {
    let why = Phrase("team.no-role", "Choose one of the three.")
    let role = one("role", otherwise: why) { Account.Role(rawValue: $0) }
    if role == nil { refuse("role", why) }
    return role
  }
}
