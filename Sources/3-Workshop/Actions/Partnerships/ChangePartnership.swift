package import Cooperation
import SQL
import Storage

/// A party changes what a partnership is called, what is told of it, its themes and when it began.
package struct ChangePartnership: Sendable {
  let partnership: Partnership

  /// - Parameter partnership: as it is to be, with the revision that this was based on; its form, parties and stage
  ///   stay what they are.
  package init(to partnership: Partnership) { self.partnership = partnership }

  /// - Throws: `Denial`; `Missing`; `Partnership.Refusal.notAParty`; `Stale`.
  package func run(on occasion: Occasion) throws -> Partnership {
    try occasion.change { change in
      let known = try change.session.partnerships.require(partnership.id)
      let parties = known.parties.all.map(\.organisation)
      // Whoever keeps the instance may mend words, and speaks for nobody.
      let party = change.viewer.isAdministrator ? parties[0] : try change.viewer.party(nil, among: parties)
      var changed = known
      (changed.title, changed.about, changed.topic) = (partnership.title, partnership.about, partnership.topic)
      (changed.began, changed.revision) = (partnership.began, partnership.revision)
      let kept = try change.session.partnerships.update(changed, at: change.now)
      try change.record("change-partnership", kept.id.text, for: party, detail: kept.ownTitle)
      return kept
    }
  }
}
