import CXapian

/// A query in the library's hands.
final class Question {
  let pointer: OpaquePointer

  init(_ query: SearchQuery, counting facets: [String]) throws(SearchError) {
    guard let pointer = cxapian_query_new() else { throw .other("There is no memory left.") }
    self.pointer = pointer
    let match = query.match == .any ? CXAPIAN_ANY_WORD : CXAPIAN_ALL_WORDS
    query.words.withText { cxapian_query_words(pointer, $0, match, query.lastWord == .begun ? 1 : 0) }
    for words in query.expansions { words.withText { cxapian_query_expand(pointer, $0) } }
    for (facet, values) in query.boosts {
      for value in values { "\(facet):\(value)".withText { cxapian_query_boost(pointer, $0) } }
    }
    for (group, filter) in query.filters.enumerated() {
      for value in filter.value {
        "\(filter.key):\(value)".withText { cxapian_query_filter(pointer, UInt32(group), $0) }
      }
    }
    for (place, range) in query.ranges {
      cxapian_query_range(pointer, UInt32(place), range.lowerBound, range.upperBound)
    }
    switch query.order {
    case .relevance: break
    case .ascending(let place): cxapian_query_sort(pointer, UInt32(place), 0)
    case .descending(let place): cxapian_query_sort(pointer, UInt32(place), 1)
    }
    for facet in facets { facet.withText { cxapian_query_count(pointer, $0) } }
    let window = [query.offset, query.limit, query.thoroughness].map { UInt32(max(0, min($0, 1_000_000))) }
    cxapian_query_window(pointer, window[0], window[1], window[2])
  }

  deinit { cxapian_query_free(pointer) }
}

/// What the library found, until it is copied.
final class Finding {
  private let pointer: OpaquePointer
  let summary: cxapian_summary

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
    summary = cxapian_found_summary(pointer)
  }

  deinit { cxapian_found_free(pointer) }

  var hits: [SearchResults.Hit] {
    (0..<summary.hits).map { place in
      let hit = cxapian_found_hit(pointer, place)
      return SearchResults.Hit(id: String(hit.id), payload: String(hit.payload), score: hit.score)
    }
  }

  /// The counts of each facet's values, the commonest first and then by the alphabet.
  var facets: [String: [SearchResults.Count]] {
    var found: [String: [SearchResults.Count]] = [:]
    for place in 0..<summary.counts {
      let entry = cxapian_found_count(pointer, place)
      let parts = String(entry.term).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      found[String(parts[0]), default: []].append(.init(String(parts[1]), Int(entry.count)))
    }
    return found.mapValues { counts in
      counts.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
  }
}
