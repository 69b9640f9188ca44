package import Cooperation
import SQL
package import Storage

/// Someone of an organisation begins a need or a practice, as a draft.
package struct AddWork<Item: Shelved>: Sendable {
  let item: Item

  /// - Parameter item: with an identifier of its own, so that the same form sent twice adds it once.
  package init(_ item: Item) { self.item = item }

  /// A draft is kept whatever it lacks.
  ///
  /// - Throws: `Denial`; `Missing` where the organisation is not on record; `Occupied`; `Stale` where it was added
  ///   before and says something else.
  package func run(on occasion: Occasion) throws -> Item {
    try occasion.viewer.require(.editor, for: item.organisation)
    return try occasion.once(known) { change in
      _ = try change.session.organisations.require(item.organisation)
      var added = item
      (added.shelf, added.revision) = (Shelf(.draft, expires: item.shelf.expires), 1)
      try change.session.library(of: Item.self).insert(added, at: change.now)
      try change.keepVersion(of: added, after: nil, .add)
      try change.record(.doing("add", Item.self), added.id.text, for: added.organisation, detail: added.ownTitle)
      return added
    }
  }

  /// What was added under its identifier before; nil for nothing.
  private func known(in session: any Session) throws -> Item? {
    guard let known = try session.library(of: Item.self).find(item.id, for: .commandLine) else { return nil }
    guard known.organisation == item.organisation else { throw Occupied(known.id) }
    guard known.says(what: item) else { throw Stale(known.id) }
    return known
  }
}

package typealias AddNeed = AddWork<Need>
package typealias AddPractice = AddWork<Practice>

extension Shelved {
  var ownTitle: String { title.versions[title.original] ?? "" }

  fileprivate func says(what other: Self) -> Bool {
    title == other.title && texts == other.texts && topic == other.topic && details == other.details
      && shelf.expires == other.shelf.expires
  }
}

extension Audit.Verb {
  /// What was done to a need or a practice: `add-need`, `publish-practice`.
  static func doing<Item: Shelved>(_ verb: String, _: Item.Type) -> Audit.Verb {
    guard let slug = Audit.Verb("\(verb)-\(Item.noun)") else { preconditionFailure("a verb is a slug") }
    return slug
  }
}
