/// A list that someone wants to look at again, narrowed as they narrowed it, and what of it is new.
package struct SavedSearch: Identifiable, Sendable, Equatable, Named {
  package static let kind = "sea"
  package typealias ID = Identifier<SavedSearch>

  package let id: ID
  package let account: Account.ID
  package let list: List
  /// What stands behind the question mark of the list's address; empty for the whole list.
  package let query: String
  /// What its owner calls it.
  package let title: String

  package init(id: ID, account: Account.ID, list: List, query: String, title: String) {
    (self.id, self.account, self.list, self.query, self.title) = (id, account, list, query, title)
  }

  /// The lists that can be kept.
  package enum List: String, Sendable, CaseIterable { case needs, practices, organisations }

  /// How many someone may keep.
  package static let most = 50
  /// How many bytes its query may have.
  package static let longest = 2000
  /// How far back what is new reaches, in days.
  package static let week = 7
}
