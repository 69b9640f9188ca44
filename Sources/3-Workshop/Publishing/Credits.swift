import Addresses
import Cooperation
import HTTP
import OpenData
import SQL
import Storage

/// Where the records of one piece come from, and when they changed: what ends every row.
struct Credits<Subject: Named> {
  private let sources: [String: [Source]]
  private let changes: [Identifier<Subject>: Instant]
  private let page: (Identifier<Subject>) -> String
  private let now: Instant

  /// - Parameter page: the whole address of a record's page.
  init(
    of ids: [Identifier<Subject>], changes: [Identifier<Subject>: Instant], in session: any Session, now: Instant,
    page: @escaping (Identifier<Subject>) -> String
  ) throws {
    sources = try session.sources.of(ids.map(\.text))
    (self.changes, self.page, self.now) = (changes, page, now)
  }

  subscript(_ id: Identifier<Subject>) -> Credit {
    let sources = sources[id.text] ?? []
    let names = sources.map(\.name).unique, licences = sources.map(\.licence).unique
    return Credit(
      page: page(id), source: names.joined(separator: "; "),
      licence: licences.isEmpty ? Edition.licence : licences.joined(separator: "; "), changed: changes[id] ?? now)
  }
}

extension Source {
  /// What may be done with facts from it.
  fileprivate var licence: String {
    if name.hasPrefix("wikidata") { return "CC0 1.0" }
    if name.hasPrefix("wikipedia") { return "CC BY-SA 4.0" }
    return name == "iati" ? "as its publisher says" : Edition.licence
  }
}

extension Sequence where Element: Hashable {
  /// Each once, where it came first.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
