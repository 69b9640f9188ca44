package import Cooperation
import SQL
import Storage

/// A network or an association says that it knows one of its members: it is what it says it is.
package struct VerifyOrganisation: Sendable {
  let organisation: Organisation.ID
  let body: Organisation.ID

  package init(_ organisation: Organisation.ID, by body: Organisation.ID) {
    (self.organisation, self.body) = (organisation, body)
  }

  /// Said again, the first day stays.
  ///
  /// - Throws: `Denial` to whoever does not act for the body; `Missing` where it is no member.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.editor, for: body)
    try occasion.change { change in
      let known = try change.session.memberships.of(organisation).first { $0.body == body }
      try change.session.memberships.verify(organisation, by: body, on: known?.verified ?? change.now.day)
      try change.record("verify-organisation", organisation.text, for: body)
    }
  }
}

/// A network or an association takes back that it knows a member.
package struct WithdrawVerification: Sendable {
  let organisation: Organisation.ID
  let body: Organisation.ID

  package init(of organisation: Organisation.ID, by body: Organisation.ID) {
    (self.organisation, self.body) = (organisation, body)
  }

  /// - Throws: `Denial` to whoever does not act for the body; `Missing` where it is no member.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.editor, for: body)
    try occasion.change { change in
      try change.session.memberships.verify(organisation, by: body, on: nil)
      try change.record("withdraw-verification", organisation.text, for: body)
    }
  }
}
