package import Cooperation
import SQL
import Storage

/// An organisation says until when someone speaks, or spoke, for it.
package struct EndMandate: Sendable {
  let mandate: Mandate.ID
  let organisation: Organisation.ID
  let day: Day?

  /// - Parameter day: the last day; nil for a mandate that lasts after all.
  package init(_ mandate: Mandate.ID, in organisation: Organisation.ID, on day: Day?) {
    (self.mandate, self.organisation, self.day) = (mandate, organisation, day)
  }

  /// - Throws: `Denial`; `Missing`, also for a mandate of another organisation; `Mandate.Refusal`.
  package func run(on occasion: Occasion) throws -> Mandate {
    try occasion.viewer.require(.editor, for: organisation)
    return try occasion.change { change in
      let known = try change.session.mandates.require(mandate)
      guard known.organisation == organisation else { throw Missing(mandate) }
      let ended = try Mandate(
        id: known.id, person: known.person, organisation: organisation, role: known.role, title: known.title,
        from: known.from, until: day)
      try change.session.mandates.update(ended)
      try change.record("end-mandate", mandate.text, for: organisation, detail: day?.description ?? "")
      return ended
    }
  }
}
