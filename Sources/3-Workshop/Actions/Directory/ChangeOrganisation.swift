package import Cooperation
import SQL
import Storage

/// Someone of an organisation changes what its page says.
package struct ChangeOrganisation: Sendable {
  let organisation: Organisation

  /// - Parameter organisation: as it is to be, with the revision that this was based on.
  package init(to organisation: Organisation) { self.organisation = organisation }

  /// What only a list said of it is, from now on, said by itself.
  ///
  /// - Throws: `Denial`; `Missing`; `Stale`.
  package func run(on occasion: Occasion) throws -> Organisation {
    try occasion.viewer.require(.editor, for: organisation.id)
    return try occasion.change { change in
      let known = try change.session.organisations.require(organisation.id)
      var changed = organisation
      changed.succession = known.succession
      changed.standing = known.standing == .inferred ? .claimed : known.standing
      let kept = try change.session.organisations.update(changed, at: change.now)
      try change.record("change-organisation", kept.id.text, for: kept.id, detail: kept.ownName)
      return kept
    }
  }
}
