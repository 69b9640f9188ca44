import Cooperation
import SQL
package import Storage

/// An administrator takes out what a version of a need or a practice says, because someone may demand it: that it was
/// made, when and by whom stays.
package struct EmptyVersion<Item: Shelved>: Sendable {
  let id: Item.ID
  let number: Int

  package init(_ id: Item.ID, number: Int) { (self.id, self.number) = (id, number) }

  /// - Throws: `Denial` unless an administrator does it; `Missing`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.administrator)
    try occasion.change { change in
      let item = try change.session.library(of: Item.self).require(id, for: change.viewer)
      try change.session.versions.empty(id.text, number: number)
      try change.record(
        .doing("empty-version-of", Item.self), id.text, for: item.organisation, detail: "\(number)")
    }
  }
}
