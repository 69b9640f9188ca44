package import Cooperation
import SQL
import Storage

/// Someone saves a search: a list as they have narrowed it.
package struct SaveSearch: Sendable {
  let list: SavedSearch.List
  let query: String
  let title: String

  /// - Parameter title: what they call it; not empty.
  package init(_ list: SavedSearch.List, narrowedTo query: String, called title: String) {
    (self.list, self.query, self.title) = (list, query, title)
  }

  /// Kept again, the same list narrowed the same way gets its new title.
  ///
  /// - Throws: `Denial.signIn`; `Refused.tooMany`.
  package func run(on occasion: Occasion) throws -> SavedSearch {
    let account = try occasion.viewer.person()
    return try occasion.change { change in
      let known = try change.session.savedSearches.of(account.id)
      if let same = known.first(where: { $0.list == list && $0.query == query }) {
        try change.session.savedSearches.delete(same.id, of: account.id)
      } else if known.count >= SavedSearch.most {
        throw Refused.tooMany
      }
      let search = SavedSearch(id: change.identifier(), account: account.id, list: list, query: query, title: title)
      try change.session.savedSearches.insert(search, at: change.now)
      try change.record("save-search", search.id.text, for: nil)
      return search
    }
  }

  package enum Refused: Refusal, Equatable {
    case tooMany

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      Phrase(
        "refusal.too-many-searches", "You have {n} saved searches already. Let one go first.",
        ["n": "\(SavedSearch.most)"])
    }
  }
}

/// Someone lets a saved search go.
package struct ForgetSearch: Sendable {
  let search: SavedSearch.ID

  package init(_ search: SavedSearch.ID) { self.search = search }

  /// - Throws: `Denial.signIn`; `Missing`, also for somebody else's.
  package func run(on occasion: Occasion) throws {
    let account = try occasion.viewer.person()
    try occasion.change { change in
      try change.session.savedSearches.delete(search, of: account.id)
      try change.record("forget-search", search.text, for: nil)
    }
  }
}
