package import Cooperation
package import SQL
import Storage

/// The occasion of a change: who makes it, when, and where it is kept.
package struct Occasion: Sendable {
  package let database: any Database
  package let viewer: Viewer
  package let now: Instant
  /// Where new identifiers get their chance from; unlike any other occasion's.
  private let seed: UInt64

  package init(in database: any Database, viewer: Viewer, now: Instant, seed: UInt64) {
    (self.database, self.viewer, self.now, self.seed) = (database, viewer, now, seed)
  }

  /// Runs `body` in one transaction, in which every change is recorded for the audit.
  ///
  /// - Throws: what `body` throws, or `DatabaseError`; then nothing is kept.
  package func change<Result>(_ body: (inout Change) throws -> Result) throws -> Result {
    try database.transaction { session in try recorded(session, body) }
  }

  /// The same, unless `find` finds that it was done before: it looks first, and once more when nobody else can come
  /// between, so that the same form sent twice at once does one thing and is answered twice.
  func once<Result>(
    _ find: (any Session) throws -> Result?, _ body: (inout Change) throws -> Result
  ) throws -> Result {
    if let known = try known(find) { return known }
    return try database.transaction { session in try find(session) ?? recorded(session, body) }
  }

  private func recorded<Result>(
    _ session: any Session, _ body: (inout Change) throws -> Result
  ) throws -> Result {
    var change = Change(session: session, viewer: viewer, now: now, chance: Chance(seed: seed))
    let result = try body(&change)
    precondition(change.isRecorded, "a change is recorded before it is kept")
    return result
  }

  /// What is on record before the change.
  func known<Value>(_ find: (any Session) throws -> Value?) throws -> Value? {
    try database.read { session in try find(session) }
  }
}

/// A change under way. It never leaves the closure it was given to.
package struct Change {
  package let session: any Session
  package let viewer: Viewer
  package let now: Instant
  package var chance: Chance
  private(set) var isRecorded = false

  init(session: any Session, viewer: Viewer, now: Instant, chance: Chance) {
    (self.session, self.viewer, self.now, self.chance) = (session, viewer, now, chance)
  }

  /// A name that nothing else has.
  package mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(at: now, by: &chance) }

  /// Writes into the audit trail what was done, to what, for whom.
  ///
  /// - Parameter detail: what a person of that organisation would want to read there; no secrets.
  package mutating func record(
    _ verb: Audit.Verb, _ subject: String, for organisation: Organisation.ID?, detail: String = ""
  ) throws {
    let id: Audit.ID = identifier()
    try session.audit.insert(
      Audit(
        id: id, at: now, account: viewer.account?.id, verb: verb, subject: subject, organisation: organisation,
        detail: detail))
    isRecorded = true
  }
}
