package import Cooperation
import SQL
import Storage

/// Someone says whether what a practice depends on is there in their city.
package struct CorrectTransferSheet: Sendable {
  let practice: Practice.ID
  let organisation: Organisation.ID
  let corrections: [TransferSheet.Condition: TransferSheet.Correction]
  let basis: Basis

  /// What a correction was made from.
  package enum Basis: Sendable, Equatable {
    /// As the sheet stood when it was last corrected at that moment; nil for never.
    case seen(Instant?)
    /// Whatever there is.
    case anything
  }

  package init(
    _ practice: Practice.ID, for organisation: Organisation.ID,
    _ corrections: [TransferSheet.Condition: TransferSheet.Correction], from basis: Basis
  ) {
    (self.practice, self.organisation, self.corrections, self.basis) = (practice, organisation, corrections, basis)
  }

  /// - Throws: `Denial`; `Missing`; `Stale`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.editor, for: organisation)
    try occasion.change { change in
      _ = try change.session.practices.require(practice, for: change.viewer)
      _ = try change.session.organisations.require(organisation)
      let known = try change.session.transferSheets.find(practice, for: organisation)
      if known.corrections == corrections, known.at != nil {
        try change.record("correct-transfer", practice.text, for: organisation, detail: "the same")
        return
      }
      if case .seen(let at) = basis, at != known.at { throw Stale(practice) }
      try change.session.transferSheets.keep(corrections, of: practice, for: organisation, at: change.now)
      try change.record("correct-transfer", practice.text, for: organisation)
    }
  }
}
