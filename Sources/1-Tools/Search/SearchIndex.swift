import CXapian
import Synchronization

/// A folder of documents that can be found by their words, in any of its languages, accents and word forms forgiven.
///
/// It is derived from what is kept elsewhere, and can be rebuilt at any time. Any number of threads may search, each
/// sees the state of the last change; one thread or process at a time changes it.
package final class SearchIndex: Sendable {
  /// Codes of the languages whose word forms are known (`en`, `fr`, …).
  package let languages: [String]

  let folder: IndexFolder
  /// Readers that nobody uses at the moment.
  private let readers = Mutex<[Reader]>([])
  /// Held while the index is changed.
  let changing = Mutex<Void>(())

  /// The index in a folder, made if there is none.
  ///
  /// - Throws: `.missing`, `.damaged` or `.busy`.
  package init(folder path: String, languages: [String]) throws(SearchError) {
    self.languages = languages
    folder = try IndexFolder(path, languages: languages.joined(separator: " "))
  }

  deinit { readers.withLock { readers in for reader in readers { reader.close() } } }

  /// Begins again with an empty index where what lies in the folder is lost or cannot be read.
  ///
  /// - Returns: whether it had to.
  /// - Throws: `SearchError` where no index can be made there.
  package func mend() throws(SearchError) -> Bool {
    do throws(SearchError) {
      _ = try count()
      return false
    } catch {
      try folder.clear(languages: languages.joined(separator: " "))
      // They read what was there before, under the name of what is there now.
      readers.withLock { readers in
        for reader in readers { reader.close() }
        readers = []
      }
      _ = try count()
      return true
    }
  }

  /// How many documents there are.
  ///
  /// - Throws: `SearchError`.
  package func count() throws(SearchError) -> Int {
    try using { reader throws(SearchError) in
      var failure = cxapian_failure()
      let count = cxapian_reader_count(reader.pointer, &failure)
      guard failure.state == CXAPIAN_FINE else { throw SearchError(failure) }
      return Int(count)
    }
  }

  /// What the index holds of what is asked.
  ///
  /// - Throws: `SearchError`.
  package func search(_ query: SearchQuery) throws(SearchError) -> SearchResults {
    try using { reader throws(SearchError) in try search(query, with: reader) }
  }

  private func search(_ query: SearchQuery, with reader: Reader) throws(SearchError) -> SearchResults {
    let filtered = query.countedFacets.filter { query.filters[$0] != nil }
    let finding = try reader.find(query, counting: query.countedFacets.filter { !filtered.contains($0) })
    var results = SearchResults(
      hits: finding.hits, total: Int(finding.summary.total), totalIsExact: finding.summary.total_is_exact != 0,
      facets: finding.facets, countsAreExact: finding.summary.counts_are_exact != 0,
      isRelaxed: finding.summary.is_relaxed != 0)
    for facet in filtered {
      var aside = query
      aside.filters[facet] = nil
      (aside.limit, aside.offset) = (0, 0)
      let beside = try reader.find(aside, counting: [facet])
      results.facets[facet] = beside.facets[facet]
      if beside.summary.counts_are_exact == 0 { results.countsAreExact = false }
    }
    return results
  }

  /// Has `body` use a reader that nobody else uses; again where a rebuild took away what the first one read.
  private func using<Result>(_ body: (Reader) throws(SearchError) -> Result) throws(SearchError) -> Result {
    for _ in 1...2 {
      let generation = try folder.current()
      do {
        return try take(generation, body)
      } catch {
        guard try folder.current() != generation else { throw error }
      }
    }
    return try take(folder.current(), body)
  }

  private func take<Result>(
    _ generation: String, _ body: (Reader) throws(SearchError) -> Result
  ) throws(SearchError) -> Result {
    let reader = try takeReader(generation)
    do {
      let result = try body(reader)
      readers.withLock { $0.append(reader) }
      return result
    } catch {
      reader.close()
      throw error
    }
  }

  /// A reader of the index as it stands; one that was opened before a rebuild is not it any more.
  private func takeReader(_ generation: String) throws(SearchError) -> Reader {
    while let reader = readers.withLock({ $0.popLast() }) {
      if reader.generation == generation { return reader }
      reader.close()
    }
    return try Reader(folder, generation, languages.joined(separator: " "))
  }
}

/// One open view of an index.
private struct Reader: Sendable {
  /// Used by the one thread that took this reader from the pool.
  nonisolated(unsafe) let pointer: OpaquePointer
  let generation: String

  init(_ folder: IndexFolder, _ generation: String, _ languages: String) throws(SearchError) {
    var failure = cxapian_failure()
    guard let pointer = cxapian_reader_open(folder.path(of: generation), languages, &failure) else {
      throw SearchError(failure)
    }
    (self.pointer, self.generation) = (pointer, generation)
  }

  func close() { cxapian_reader_close(pointer) }

  func find(_ query: SearchQuery, counting facets: [String]) throws(SearchError) -> Finding {
    let question = try Question(query, counting: facets)
    var failure = cxapian_failure()
    guard let found = cxapian_search(pointer, question.pointer, &failure) else { throw SearchError(failure) }
    return Finding(found)
  }
}
