import Cooperation
import SQL
package import Storage

/// Someone of its organisation shows a need or a practice to everyone.
package struct PublishWork<Item: Shelved>: Sendable {
  let id: Item.ID

  package init(_ id: Item.ID) { self.id = id }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal`.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.moving(id, "publish") { item, now in
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
    try occasion.moving(id, "withdraw") { item, now in try item.shelf.withdrawing(at: now) }
  }
}

extension Occasion {
  /// Moves a work to where `move` says.
  fileprivate func moving<Item: Shelved>(
    _ id: Item.ID, _ verb: String, _ move: (Item, Instant) throws -> Shelf
  ) throws -> Item {
    try change { change in
      let library = change.session.library(of: Item.self)
      var item = try library.require(id, for: change.viewer)
      try change.viewer.require(.editor, for: item.organisation)
      item.shelf = try move(item, change.now)
      let moved = try library.update(item, at: change.now)
      try change.record(.doing(verb, Item.self), id.text, for: item.organisation, detail: item.ownTitle)
      return moved
    }
  }
}
