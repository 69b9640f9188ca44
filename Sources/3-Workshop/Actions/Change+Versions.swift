import Cooperation
import SQL
import Storage

extension Change {
  /// Keeps what a work says after a change, and what it said before where nothing was kept of it yet.
  func keepVersion<Item: Shelved>(
    of item: Item, after known: Item?, _ deed: Version.Deed, note: String = ""
  ) throws {
    try session.versions.keep(item, after: known, deed, by: viewer.account?.id, note: note, at: now)
  }
}

extension Occasion {
  /// Moves a work to where `move` says.
  func moving<Item: Shelved>(
    _ id: Item.ID, _ deed: Version.Deed, note: String = "", _ move: (Item, Instant) throws -> Shelf
  ) throws -> Item {
    try change { change in
      let library = change.session.library(of: Item.self)
      let known = try library.require(id, for: change.viewer)
      var item = known
      try change.viewer.require(.editor, for: item.organisation)
      item.shelf = try move(item, change.now)
      let moved = try library.update(item, at: change.now)
      try change.keepVersion(of: moved, after: known, deed, note: note)
      try change.record(.doing(deed.rawValue, Item.self), id.text, for: item.organisation, detail: item.ownTitle)
      return moved
    }
  }
}
