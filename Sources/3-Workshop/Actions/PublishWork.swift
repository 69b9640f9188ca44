import Cooperation
import SQL
package import Storage

/// Someone of its organisation shows a need or a practice to everyone.
package struct PublishWork<Item: Shelved>: Sendable {
  let id: Item.ID

  package init(_ id: Item.ID) { self.id = id }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal`.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.moving(id, .publish) { item, now in
      try item.shelf.publishing(missing: item.missing, at: now)
    }
  }
}

/// Someone of its organisation takes a need or a practice back: only they see it then.
package struct WithdrawWork<Item: Shelved>: Sendable {
  let id: Item.ID

  package init(_ id: Item.ID) { self.id = id }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal`.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.moving(id, .withdraw) { item, now in try item.shelf.withdrawing(at: now) }
  }
}

/// Someone of its organisation asks a colleague to look at a draft before it is published.
package struct AskReview<Item: Shelved>: Sendable {
  let id: Item.ID
  let note: String

  /// - Parameter note: what they are to look at; empty for nothing.
  package init(_ id: Item.ID, note: String = "") { (self.id, self.note) = (id, note) }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal`.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.moving(id, .askReview, note: note) { item, now in
      try item.shelf.askingReview(missing: item.missing, at: now)
    }
  }
}

/// Whoever was asked to look at a draft gives it back, with what is still to be done.
package struct GiveBack<Item: Shelved>: Sendable {
  let id: Item.ID
  let note: String

  package init(_ id: Item.ID, note: String = "") { (self.id, self.note) = (id, note) }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal`.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.moving(id, .giveBack, note: note) { item, _ in try item.shelf.givingBack() }
  }
}

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
  fileprivate func moving<Item: Shelved>(
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
