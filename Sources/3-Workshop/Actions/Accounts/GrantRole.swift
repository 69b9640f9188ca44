package import Cooperation
import SQL
import Storage

/// An owner says as what someone with an account acts for their organisation.
package struct GrantRole: Sendable {
  let account: Account.ID
  let role: Account.Role
  let organisation: Organisation.ID

  package init(_ role: Account.Role, to account: Account.ID, in organisation: Organisation.ID) {
    (self.role, self.account, self.organisation) = (role, account, organisation)
  }

  /// - Throws: `Denial` unless an owner or an administrator says so; `Missing`; `Refused.lastOwner`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.owner, for: organisation)
    try occasion.change { change in
      _ = try change.session.organisations.require(organisation)
      guard try change.session.accounts.find(account) != nil else { throw Missing(account) }
      if role < .owner { try change.keepAnOwner(of: organisation, besides: account) }
      try change.session.accounts.setRole(role, of: account, in: organisation)
      try change.record("grant-role", account.text, for: organisation, detail: role.rawValue)
    }
  }

  package enum Refused: Refusal {
    case lastOwner

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      Phrase("refusal.last-owner", "Someone has to be owner: make another one owner first.")
    }
  }
}

/// An owner ends that someone acts for their organisation; it holds from their next request on.
package struct EndRole: Sendable {
  let account: Account.ID
  let organisation: Organisation.ID

  package init(of account: Account.ID, in organisation: Organisation.ID) {
    (self.account, self.organisation) = (account, organisation)
  }

  /// - Throws: `Denial`; `Missing` for someone who does not act for it; `GrantRole.Refused.lastOwner`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.owner, for: organisation)
    try occasion.change { change in
      let team = try change.session.accounts.team(of: organisation)
      guard team.contains(where: { $0.account.id == account }) else { throw Missing(account) }
      try change.keepAnOwner(of: organisation, besides: account)
      try change.session.accounts.deleteRole(of: account, in: organisation)
      try change.record("end-role", account.text, for: organisation)
    }
  }
}

extension Change {
  /// - Throws: `GrantRole.Refused.lastOwner` where `account` is the only owner.
  fileprivate func keepAnOwner(of organisation: Organisation.ID, besides account: Account.ID) throws {
    let owners = try session.accounts.team(of: organisation).filter { $0.role == .owner && !$0.account.isDisabled }
    guard owners.count != 1 || owners[0].account.id != account else { throw GrantRole.Refused.lastOwner }
  }
}
