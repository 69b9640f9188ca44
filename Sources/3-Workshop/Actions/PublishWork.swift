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
