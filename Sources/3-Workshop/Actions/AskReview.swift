import Cooperation
import SQL
package import Storage

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
