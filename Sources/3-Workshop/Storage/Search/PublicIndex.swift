package import Cooperation
import Foundation
package import SQL
package import Search
import Synchronization

/// Everything public, to be found by its words: organisations, needs, practices and partnerships.
///
/// It is derived from the database, lies in a folder of its own, follows the changes there, and is made anew where
/// it is
/// lost or has fallen too far behind.
package final class PublicIndex: Sendable {
  private let index: SearchIndex
  private let folder: String
  /// The number of the last change that the index knows of; held while it is brought up to date.
  private let known: Mutex<Int>
  private let words: ThemeWords

  /// The index in `folder`, made where there is none.
  ///
  /// - Throws: `SearchError`.
  package init(folder: String, themes: [Theme]) throws {
    (self.folder, words) = (folder, ThemeWords(themes))
    let mark = Self.mark(in: folder), place = folder + "/words"
    // A mark without its index would say that an empty one knows everything.
    let isThere = FileManager.default.fileExists(atPath: place + "/current/iamglass")
    if !isThere { try? FileManager.default.removeItem(atPath: place) }
    index = try SearchIndex(folder: place, languages: Language.interface.map(\.tag))
    let isNew = try index.mend()
    known = Mutex(isThere && !isNew ? mark ?? -1 : -1)
  }

  /// Brings the index up to date with what has changed in the database since it last looked.
  ///
  /// - Throws: `SearchError`, `DatabaseError`; then it is tried again the next time.
  package func follow(_ database: any Database) throws {
    try known.withLock { known in
      do {
        if try index.mend() { known = -1 }
        known = try follow(database, from: known)
      } catch let error as SearchError where error != .busy {
        // Lost or damaged under our feet: what is derived can be made anew.
        known = -1
        _ = try index.mend()
        known = try rebuild(from: database)
      }
    }
  }

  private func follow(_ database: any Database, from start: Int) throws -> Int {
    // Less than we know of: the database is another than it was, put back from a copy perhaps.
    let goesOn = try database.read { session in
      try session.changes.reachesBack(to: start) && session.changes.latest() >= start
    }
    guard start >= 0, goesOn else { return try rebuild(from: database) }
    var known = start
    while let next = try step(after: known, database) { known = next }
    return known
  }

  /// How many changes of the database it has not taken in yet.
  package func lag(behind database: any Database) throws -> Int {
    let latest = try database.read { session in try session.changes.latest() }
    return max(0, latest - known.withLock { max(0, $0) })
  }

  /// Makes the index anew from everything public in the database.
  ///
  /// - Returns: the number of the last change that it then knows of.
  /// - Throws: `SearchError`, `DatabaseError`; then the old index stays.
  @discardableResult
  package func remake(from database: any Database) throws -> Int {
    try known.withLock { known in
      known = try rebuild(from: database)
      return known
    }
  }

  private func rebuild(from database: any Database) throws -> Int {
    try database.read { session in
      let latest = try session.changes.latest()
      try index.rebuild { changes in
        try session.eachFindable { finding in try changes.put(document(finding)) }
      }
      try keep(latest)
      return latest
    }
  }

  /// Takes in the next few hundred changes.
  ///
  /// - Returns: the number of the last of them; nil where there were none.
  private func step(after number: Int, _ database: any Database) throws -> Int? {
    let latest: Int? = try database.read { session in
      let changes = try session.changes.since(number, limit: 500)
      guard let last = changes.last else { return nil }
      let subjects = Set(changes.map(\.subject))
      try index.change { index in
        for subject in subjects { try index.remove(subject) }
        for finding in try session.findable(subjects) { try index.put(document(finding)) }
      }
      return last.number
    }
    if let latest { try keep(latest) }
    return latest
  }

  private func keep(_ number: Int) throws {
    try Data("\(number)".utf8).write(to: URL(filePath: folder + "/mark"), options: .atomic)
  }

  private static func mark(in folder: String) -> Int? {
    guard let data = FileManager.default.contents(atPath: folder + "/mark") else { return nil }
    return Int(String(decoding: data, as: UTF8.self))
  }

  private func document(_ finding: Findable) -> SearchDocument {
    SearchDocument(
      id: finding.id, title: finding.title.searched, body: finding.body.flatMap(\.searched), facets: facets(finding),
      numbers: [], payload: finding.payload)
  }

  private func facets(_ finding: Findable) -> [String: [String]] {
    [
      "kind": [finding.kind], "country": finding.countries.map { $0.text.lowercased() },
      "theme": finding.themes.map(\.text), "language": finding.languages.map(\.tag),
    ].filter { !$0.value.isEmpty }
  }

  /// What is found by `words`, in any of the languages; a theme named in one finds what is tagged with it in another.
  ///
  /// - Parameter filters: values by facet: `kind`, `country` (small letters), `theme`, `language`.
  /// - Throws: `SearchError`.
  package func search(
    _ words: String, filters: [String: [String]] = [:], from offset: Int = 0, count: Int = 20
  ) throws -> SearchResults {
    var query = SearchQuery(words)
    query.filters = filters
    query.countedFacets = ["kind", "country", "theme", "language"]
    let meant = self.words.meant(by: words)
    if !meant.isEmpty { query.boosts = ["theme": meant.map(\.text).sorted()] }
    (query.offset, query.limit) = (offset, count)
    return try index.search(query)
  }

  /// How many documents it holds.
  package func count() throws -> Int { try index.count() }
}

extension Texts {
  fileprivate var searched: [SearchText] { versions.sorted { $0.key < $1.key }.map { SearchText($1, in: $0.tag) } }
}
