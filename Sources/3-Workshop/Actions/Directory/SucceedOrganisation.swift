package import Cooperation
import SQL
import Storage

/// An owner says what an organisation has become part of, or that it is one of its own after all.
package struct SucceedOrganisation: Sendable {
  let organisation: Organisation.ID
  let succession: Organisation.Succession?

  /// - Parameter succession: nil for an organisation of its own.
  package init(_ organisation: Organisation.ID, _ succession: Organisation.Succession?) {
    (self.organisation, self.succession) = (organisation, succession)
  }

  /// Everything that was recorded of it stays with it.
  ///
  /// - Throws: `Denial` to whoever does not own it; `Missing`; `Organisation.Succession.Refusal`.
  package func run(on occasion: Occasion) throws -> Organisation {
    try occasion.viewer.require(.owner, for: organisation)
    return try occasion.change { change in
      var changed = try change.session.organisations.require(organisation)
      if let succession { try check(succession, change.session) }
      changed.succession = succession
      let kept = try change.session.organisations.update(changed, at: change.now)
      let detail = succession.map { "\($0.successor) \($0.day)" } ?? ""
      try change.record("succeed-organisation", organisation.text, for: organisation, detail: detail)
      return kept
    }
  }

  /// Follows those who come after to their end, which must be another than where it began.
  private func check(_ succession: Organisation.Succession, _ session: any Session) throws {
    var next: Organisation.ID? = succession.successor
    while let id = next {
      guard id != organisation else { throw Organisation.Succession.Refusal.circle }
      next = try session.organisations.require(id).succession?.successor
    }
  }
}
