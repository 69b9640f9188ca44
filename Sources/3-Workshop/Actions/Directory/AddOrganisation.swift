package import Cooperation
import SQL
import Storage

/// Someone puts an organisation on record, and becomes an owner of its page.
package struct AddOrganisation: Sendable {
  let organisation: Organisation

  /// - Parameter organisation: with an identifier of its own, so that the same form sent twice adds it once.
  package init(_ organisation: Organisation) { self.organisation = organisation }

  /// - Throws: `Denial.signIn`; `Occupied`; `Stale` where it was added before and says something else.
  package func run(on occasion: Occasion) throws -> Organisation {
    if !occasion.viewer.isAdministrator { _ = try occasion.viewer.person() }
    if let known = try occasion.known({ session in try session.organisations.find(organisation.id) }) {
      guard occasion.viewer.may(.editor, for: known.id) else { throw Occupied(known.id) }
      var same = organisation
      (same.standing, same.revision) = (known.standing, known.revision)
      if Set(same.identifiers) == Set(known.identifiers) { same.identifiers = known.identifiers }
      guard same == known else { throw Stale(known.id) }
      return known
    }
    return try occasion.change { change in
      var added = organisation
      (added.standing, added.revision) = (.claimed, 1)
      try change.session.organisations.insert(added, at: change.now)
      if let account = change.viewer.account {
        try change.session.accounts.setRole(.owner, of: account.id, in: added.id)
      }
      try change.record("add-organisation", added.id.text, for: added.id, detail: added.ownName)
      return added
    }
  }
}

/// Another thing of that identifier is on record, and belongs to someone else.
package struct Occupied: Refusal, Equatable {
  package let subject: String

  package init(_ subject: some CustomStringConvertible) { self.subject = subject.description }

  package var kind: RefusalKind { .conflict }
  package var words: Phrase {
    Phrase("refusal.occupied", "The identifier {id} names something else already.", ["id": subject])
  }
}

extension Organisation {
  var ownName: String { name.versions[name.original] ?? "" }
}

extension Occasion {
  /// What is on record before the change.
  func known<Value>(_ find: (any Session) throws -> Value?) throws -> Value? {
    try database.read { session in try find(session) }
  }
}
