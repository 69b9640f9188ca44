/// What was found.
package struct SearchResults: Sendable {
  package var hits: [Hit]
  /// How many there are in all, hits or not.
  package var total: Int
  /// Whether `total` was counted; else it is an estimate.
  package var totalIsExact: Bool
  /// Each counted facet's values, the commonest first. A facet that was filtered by is counted without its own filter,
  /// so that it shows what else could be chosen.
  package var facets: [String: [Count]]
  /// Whether `facets` were counted; else they are estimates.
  package var countsAreExact: Bool
  /// Whether no document had all the words, so that those with some of them are shown.
  package var isRelaxed: Bool

  /// One document, as it was put.
  package struct Hit: Sendable, Equatable {
    package var id: String
    package var payload: String
    /// Higher is better; comparable within one search only.
    package var score: Double
  }

  /// How many documents have a value.
  package struct Count: Sendable, Equatable {
    package var value: String
    package var count: Int

    package init(_ value: String, _ count: Int) { (self.value, self.count) = (value, count) }
  }
}

/// Why an index cannot be asked or written.
package enum SearchError: Error, Sendable, Equatable {
  /// Another process writes to it; try again.
  case busy
  /// It is not there, or not an index.
  case missing(String)
  /// It must be built again, in the library's words.
  case damaged(String)
  /// A document that cannot be kept, and why.
  case unfit(String)
  case other(String)
}
