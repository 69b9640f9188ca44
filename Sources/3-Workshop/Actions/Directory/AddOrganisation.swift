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
    return try occasion.once({ session in try known(in: session, for: occasion.viewer) }) { change in
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

  /// What was added under its identifier before; nil for nothing.
  private func known(in session: any Session, for viewer: Viewer) throws -> Organisation? {
    guard let known = try session.organisations.find(organisation.id) else { return nil }
    guard viewer.may(.editor, for: known.id) else { throw Occupied(known.id) }
    var same = organisation
    (same.standing, same.revision) = (known.standing, known.revision)
    if Set(same.identifiers) == Set(known.identifiers) { same.identifiers = known.identifiers }
    guard same == known else { throw Stale(known.id) }
    return known
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
