import Cooperation
import HTTP
import Pages
import Storage

/// What the site's handlers need to know to treat needs and practices alike.
protocol Told: Shelved {
  var work: Work { get }
  static func subject(_ id: ID) -> Work.Subject
  static func line(_ brief: LibraryBrief<Self>) -> LibraryPage.Line
}

extension Need: Told {
  var work: Work { Work(self) }
  static func subject(_ id: ID) -> Work.Subject { .need(id) }
  static func line(_ brief: Brief) -> LibraryPage.Line { LibraryPage.Line(brief) }
}

extension Practice: Told {
  var work: Work { Work(self) }
  static func subject(_ id: ID) -> Work.Subject { .practice(id) }
  static func line(_ brief: Brief) -> LibraryPage.Line { LibraryPage.Line(brief) }
}

extension Told {
  static var side: Side { subject(ID(bits: 0)).side }

  /// What its form begins with.
  var values: [String: [String]] {
    var values: [String: [String]] = [
      "title": [title.versions[title.original] ?? ""], "original": [title.original.tag],
      "themes": topic.themes.sorted().map(\.text), "targets": topic.targets.sorted().map(\.description),
      "languages": topic.languages.map(\.tag), "country": [topic.context.country?.text ?? ""],
      "population": [topic.context.population.map(String.init) ?? ""],
      "expires": [shelf.expires?.description ?? ""],
    ]
    for (name, texts) in texts { values[name] = [texts.versions[texts.original] ?? ""] }
    return values
  }
}
