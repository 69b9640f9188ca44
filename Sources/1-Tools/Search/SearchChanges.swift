import CXapian
import Synchronization

/// What is to be changed in an index, all of it or nothing.
package final class SearchChanges {
  private let writer: OpaquePointer

  init(_ path: String, _ languages: String) throws(SearchError) {
    var failure = cxapian_failure()
    guard let writer = cxapian_writer_open(path, languages, &failure) else { throw SearchError(failure) }
    self.writer = writer
  }

  deinit { cxapian_writer_close(writer) }

  /// Puts a document in, in place of the one of the same id.
  ///
  /// - Throws: `.unfit`, or what the index says.
  package func put(_ document: SearchDocument) throws(SearchError) {
    try Self.check(document)
    cxapian_document(writer)
    for text in document.title { add(text, weight: 4) }
    for text in document.body { add(text, weight: 1) }
    for (facet, values) in document.facets.sorted(by: { $0.key < $1.key }) {
      for value in values { "\(facet):\(value)".withText { cxapian_document_facet(writer, $0) } }
    }
    for (place, number) in document.numbers.enumerated() {
      cxapian_document_number(writer, UInt32(place), number)
    }
    var failure = cxapian_failure()
    _ = document.id.withText { id in document.payload.withText { cxapian_put(writer, id, $0, &failure) } }
    guard failure.state == CXAPIAN_FINE else { throw SearchError(failure) }
  }

  /// Takes a document out; nothing happens where there is none of that id.
  ///
  /// - Throws: `SearchError`.
  package func remove(_ id: String) throws(SearchError) {
    var failure = cxapian_failure()
    _ = id.withText { cxapian_remove(writer, $0, &failure) }
    guard failure.state == CXAPIAN_FINE else { throw SearchError(failure) }
  }

  func finish() throws(SearchError) {
    var failure = cxapian_failure()
    _ = cxapian_commit(writer, &failure)
    guard failure.state == CXAPIAN_FINE else { throw SearchError(failure) }
  }

  private func add(_ text: SearchText, weight: UInt32) {
    (text.language ?? "").withText { language in
      text.text.withText { cxapian_document_text(writer, language, $0, weight) }
    }
  }

  private static func check(_ document: SearchDocument) throws(SearchError) {
    let id = document.id.utf8
    guard !id.isEmpty, id.count <= 200, !id.contains(0x0A) else {
      throw .unfit("The id “\(document.id.prefix(40))” is empty, has a line break or is longer than 200 bytes.")
    }
    guard document.numbers.count <= 8, document.numbers.allSatisfy({ !$0.isNaN }) else {
      throw .unfit("\(document.id) has more than 8 numbers, or one that is none.")
    }
    for (facet, values) in document.facets {
      guard !facet.isEmpty, !facet.utf8.contains(UInt8(ascii: ":")) else {
        throw .unfit("\(document.id) has a facet without a name, or with a colon in it.")
      }
      guard values.allSatisfy({ $0.utf8.count + facet.utf8.count < 200 }) else {
        throw .unfit("\(document.id) has a value of \(facet) that is longer than 200 bytes.")
      }
    }
  }
}

extension SearchIndex {
  /// Changes the index by what `body` puts and removes: all of it or, where `body` throws, nothing. Durable on return.
  ///
  /// - Throws: `SearchError`, or what `body` throws.
  package func change(_ body: (SearchChanges) throws -> Void) throws {
    try changing.withLock { _ in
      let changes = try SearchChanges(folder.path(of: folder.current()), languages.joined(separator: " "))
      try body(changes)
      try changes.finish()
    }
  }

  /// Builds the index anew from what `body` puts. Until it is done the old one is searched, and nobody changes it.
  ///
  /// - Throws: `SearchError`, or what `body` throws; then everything stays as it was.
  package func rebuild(_ body: (SearchChanges) throws -> Void) throws {
    try changing.withLock { _ in
      let names = languages.joined(separator: " ")
      // Held open, so that no other process changes what is about to go; one that is damaged nobody changes.
      let old = try held(folder.path(of: folder.current()), names)
      let next = try folder.next()
      let changes = try SearchChanges(folder.path(of: next), names)
      try body(changes)
      try changes.finish()
      try folder.choose(next)
      withExtendedLifetime(old) {}
    }
  }

  private func held(_ path: String, _ names: String) throws(SearchError) -> SearchChanges? {
    do throws(SearchError) {
      return try SearchChanges(path, names)
    } catch {
      guard error != .busy else { throw error }
      return nil
    }
  }
}
