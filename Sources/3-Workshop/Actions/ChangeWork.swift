package import Cooperation
import SQL
package import Storage

/// Someone of its organisation changes what a need or a practice says.
package struct ChangeWork<Item: Shelved>: Sendable {
  let item: Item

  /// - Parameter item: as it is to be, with the revision that this was based on.
  package init(to item: Item) { self.item = item }

  /// - Throws: `Denial`; `Missing`; `Stale`; `Shelf.Refusal.unready` where it is published and would lack something.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.change { change in
      let library = change.session.library(of: Item.self)
      let known = try library.require(item.id, for: change.viewer)
      try change.viewer.require(.editor, for: known.organisation)
      guard !known.shelf.isPublished || item.missing.isEmpty else { throw Shelf.Refusal.unready(item.missing) }
      var changed = item.belonging(to: known.organisation)
      changed.shelf = Shelf(known.shelf.stage, expires: item.shelf.expires)
      let kept = try library.update(changed, at: change.now)
      try change.keepVersion(of: kept, after: known, .change)
      try change.record(.doing("change", Item.self), kept.id.text, for: kept.organisation, detail: kept.ownTitle)
      return kept
    }
  }
}

package typealias ChangeNeed = ChangeWork<Need>
package typealias ChangePractice = ChangeWork<Practice>

extension Shelved {
  /// The same under the organisation that it belongs to: an edit does not give it away.
  fileprivate func belonging(to organisation: Organisation.ID) -> Self {
    Self(
      id: id, organisation: organisation, title: title, texts: { texts[$0] }, topic: topic, details: details,
      shelf: shelf, revision: revision)
  }
}
