package import Cooperation
import SQL
import Storage

/// Someone of either side says that an organisation belongs to a network or an association.
package struct AddMembership: Sendable {
  let membership: Membership

  package init(_ membership: Membership) { self.membership = membership }

  /// - Throws: `Denial` to whoever acts for neither; `Missing`.
  package func run(on occasion: Occasion) throws {
    try occasion.requireSide(of: membership)
    try occasion.change { change in
      _ = try change.session.organisations.require(membership.member)
      let body = try change.session.organisations.require(membership.body)
      guard body.kind.hasMembers else { throw Refused.noMembers(body.kind) }
      try change.session.memberships.insert(membership)
      try change.record(
        "add-membership", membership.body.text, for: membership.member, detail: membership.since?.description ?? "")
    }
  }

  package enum Refused: Refusal, Equatable {
    case noMembers(Organisation.Kind)

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      Phrase(
        "refusal.no-members", "Only a network, an association, a platform or an international organisation has members."
      )
    }
  }
}

/// Someone of either side says that an organisation no longer belongs to a body.
package struct EndMembership: Sendable {
  let membership: Membership

  package init(_ membership: Membership) { self.membership = membership }

  /// - Throws: `Denial` to whoever acts for neither; `Missing`.
  package func run(on occasion: Occasion) throws {
    try occasion.requireSide(of: membership)
    try occasion.change { change in
      try change.session.memberships.delete(membership)
      try change.record("end-membership", membership.body.text, for: membership.member)
    }
  }
}

extension Organisation.Kind {
  /// Whether others can belong to it.
  package var hasMembers: Bool {
    switch self {
    case .network, .association, .platform, .internationalOrganisation: true
    default: false
    }
  }
}

extension Occasion {
  fileprivate func requireSide(of membership: Membership) throws(Denial) {
    if viewer.may(.editor, for: membership.body) { return }
    try viewer.require(.editor, for: membership.member)
  }
}
