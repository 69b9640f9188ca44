package import Cooperation
import SQL
import Storage

/// A network or an association says that it knows one of its members: it is what it says it is. Of the networks and
/// associations themselves, and of whoever belongs to none, a reviewer of the instance says so.
package struct VerifyOrganisation: Sendable {
  let organisation: Organisation.ID
  let body: Organisation.ID?

  /// - Parameter body: nil for the instance.
  package init(_ organisation: Organisation.ID, by body: Organisation.ID?) {
    (self.organisation, self.body) = (organisation, body)
  }

  /// Said again, the first day stays.
  ///
  /// - Throws: `Denial` to whoever does not speak for the body, or is no reviewer; `Missing` where it is no member;
  ///   `Refused`.
  package func run(on occasion: Occasion) throws {
    try occasion.mayVerify(by: body)
    try occasion.change { change in
      guard !change.viewer.speaks(for: organisation) else { throw Refused.ownWord }
      let session = change.session, known = try said(in: session)
      try session.verifications.keep(organisation, by: body, on: known ?? change.now.day)
      try change.record("verify-organisation", organisation.text, for: body)
    }
  }

  /// The day on which it was said before.
  private func said(in session: any Session) throws -> Day? {
    guard let body else { return try session.verifications.byInstance(organisation) }
    let member = try session.organisations.require(organisation)
    guard let membership = try session.memberships.of(organisation).first(where: { $0.body == body }) else {
      throw Missing(organisation)
    }
    switch try session.organisations.require(body).standing {
    case .verified: break
    case .invented where member.standing == .invented: break
    default: throw Refused.unknownBody
    }
    return membership.verified
  }

  package enum Refused: Refusal, Equatable {
    /// Nobody has said of the body itself that it is what it claims to be.
    case unknownBody
    /// Whoever says so speaks for the organisation too.
    case ownWord

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      switch self {
      case .unknownBody:
        Phrase(
          "refusal.unverified-body",
          "This body has not been verified itself yet. Ask the people who run this site; then it may verify its members."
        )
      case .ownWord:
        Phrase("refusal.own-verification", "You speak for this organisation yourself. Someone else must verify it.")
      }
    }
  }
}

/// A network or an association, or a reviewer for the instance, takes back that it knows an organisation.
package struct WithdrawVerification: Sendable {
  let organisation: Organisation.ID
  let body: Organisation.ID?

  /// - Parameter body: nil for the instance.
  package init(of organisation: Organisation.ID, by body: Organisation.ID?) {
    (self.organisation, self.body) = (organisation, body)
  }

  /// - Throws: `Denial` to whoever does not speak for the body, or is no reviewer; `Missing` where it is no member.
  package func run(on occasion: Occasion) throws {
    try occasion.mayVerify(by: body)
    try occasion.change { change in
      try change.session.verifications.keep(organisation, by: body, on: nil)
      try change.record("withdraw-verification", organisation.text, for: body)
    }
  }
}

extension Occasion {
  fileprivate func mayVerify(by body: Organisation.ID?) throws(Denial) {
    guard let body else { return try viewer.require(.reviewer) }
    guard !viewer.speaks(for: body) else { return }
    throw viewer.account == nil ? .signIn : .notYours
  }
}
