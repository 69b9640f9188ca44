import CXapian
import Foundation

/// Where an index lies: a folder for each time it was rebuilt, and a link that says which of them counts.
///
/// So a rebuild takes effect at one moment, for every process, and what was there before serves until then.
struct IndexFolder: Sendable {
  private let path: String

  /// The folder at `path`, with an empty index if there is none.
  init(_ path: String, languages: String) throws(SearchError) {
    self.path = path
    if (try? current()) != nil { return }
    try begin(languages)
  }

  /// Throws away all that is there, and begins with an empty index.
  func clear(languages: String) throws(SearchError) {
    try? FileManager.default.removeItem(atPath: path)
    try begin(languages)
  }

  private func begin(_ languages: String) throws(SearchError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .missing("\(path) cannot be made: \(error.localizedDescription)")
    }
    let first = "index-1"
    try SearchChanges(self.path(of: first), languages).finish()
    try choose(first)
  }

  /// The name of the folder that counts.
  func current() throws(SearchError) -> String {
    var name = [CChar](repeating: 0, count: 64)
    let count = readlink(path + "/current", &name, name.count)
    guard count > 0 else { throw .missing("There is no index in \(path).") }
    return String(decoding: name.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func path(of generation: String) -> String { path + "/" + generation }

  /// The name of the folder that a rebuild goes to; what an interrupted one left there is gone.
  func next() throws(SearchError) -> String {
    let number = try current().split(separator: "-").last.flatMap { Int($0) } ?? 0
    let name = "index-\(number + 1)"
    try? FileManager.default.removeItem(atPath: path(of: name))
    return name
  }

  /// Makes `generation` the one that counts, and removes the others.
  func choose(_ generation: String) throws(SearchError) {
    let link = path + "/current", made = path + "/current.new"
    unlink(made)
    guard symlink(generation, made) == 0, rename(made, link) == 0 else {
      throw .other("The link \(link) cannot be made: \(String(cString: strerror(errno))).")
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      if name.hasPrefix("index-"), name != generation { try? FileManager.default.removeItem(atPath: path(of: name)) }
    }
  }
}
