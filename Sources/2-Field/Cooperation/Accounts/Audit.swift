/// A line of the audit trail: who did what, to what, when.
package struct Audit: Identifiable, Sendable, Equatable, Named {
  package static let kind = "aud"
  package typealias ID = Identifier<Audit>
  package typealias Verb = Slug<Audit>

  package let id: ID
  package let at: Instant
  /// Nil for the operator at the command line.
  package let account: Account.ID?
  /// What was done: `publish-need`, `sign-agreement`.
  package let verb: Verb
  /// The identifier of what it was done to.
  package let subject: String
  /// Whose it is; nil where it belongs to the instance.
  package let organisation: Organisation.ID?
  package let detail: String

  package init(
    id: ID, at: Instant, account: Account.ID?, verb: Verb, subject: String, organisation: Organisation.ID?,
    detail: String
  ) {
    (self.id, self.at, self.account, self.verb) = (id, at, account, verb)
    (self.subject, self.organisation, self.detail) = (subject, organisation, detail)
  }
}
