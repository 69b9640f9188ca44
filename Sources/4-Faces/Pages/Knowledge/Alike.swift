package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// A work that says something like what is about to be published, and why we think so.
package struct Alike: Sendable {
  let line: LibraryPage.Line
  let words: [String]
  let themes: [Theme.ID]

  package init(_ line: LibraryPage.Line, _ resemblance: Resemblance) {
    (self.line, words, themes) = (line, resemblance.words, resemblance.themes)
  }

  /// All of them, with what to do about it; nothing where there is none.
  static func write(_ all: [Alike], _ html: inout HTML, for reader: Reader) {
    guard !all.isEmpty else { return }
    html << "<section aria-labelledby=\"alike\"><h2 id=\"alike\">"
    html << "\(reader("alike.title", "Others have said something like it"))</h2>"
    let text = reader(
      "alike.text", "Look at them first: it may save you the work, or lead you to a peer. You can publish all the same."
    )
    html << "<p>\(text)</p><ol class=\"list\">"
    for one in all {
      html << one.line.item(reader, because: one.why(reader))
    }
    html << "</ol></section>"
  }

  package func write(_ json: inout JSON) {
    json.object { json in
      json["id"] = line.subject.text
      json["title"] = line.title.text
      json["organisation"] = line.organisation.id.text
      json["url"] = line.subject.address
      json.array("words", words) { $0.element($1) }
      json.array("themes", themes) { $0.element($1.text) }
    }
  }

  /// Why, in a sentence.
  fileprivate func why(_ reader: Reader) -> String {
    guard words.isEmpty else {
      return reader(
        "alike.words", "Both write of {words}.", ["words": reader.words.list(words.map { "“\($0)”" })])
    }
    let names = themes.map { reader.words.name(of: $0) }
    return reader("alike.themes", "Both are about {themes}.", ["themes": reader.words.list(names)])
  }
}
