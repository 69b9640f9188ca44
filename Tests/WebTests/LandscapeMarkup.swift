import Foundation
import HTTP
import Markup

/// Markup as a test reads it: whether every element is closed in its place, and what there is of a kind.
struct WrittenMarkup {
  let text: String

  /// An element's beginning or end: the sign that it is an end, its name, the sign that it is empty.
  private static var tag: Regex<(Substring, Substring, Substring, Substring)> {
    #/<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s+[-a-zA-Z]+(?:="[^"<]*")?)*\s*(/?)>/#
  }

  init(_ html: HTML) { text = html.text }
  init(_ text: String) { self.text = text }

  /// The first element that is not closed where it should be; nil where all are.
  var misplaced: String? {
    let void: Set<Substring> = ["meta", "link", "input", "br", "img", "hr"]
    var open: [Substring] = []
    for tag in text.matches(of: Self.tag) {
      let (name, closes, isEmpty) = (tag.2, !tag.1.isEmpty, !tag.3.isEmpty)
      if isEmpty || void.contains(name) { continue }
      if !closes {
        open.append(name)
      } else if open.popLast() != name {
        return "</\(name)> after \(open.suffix(3))"
      }
    }
    return open.last.map { "<\($0)> is never closed" }
  }

  /// How many `<` begin no element or declaration that is written as it should be.
  var stray: Int {
    let all = text.utf8.count { $0 == UInt8(ascii: "<") }
    return all - text.matches(of: Self.tag).count - count("<!doctype html>")
  }

  func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }

  /// The names given to elements, each of which must be there once.
  var doubleIDs: [String] {
    let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    return Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  /// What a browser must fetch to read it, in bytes, compressed: the page, the style sheet, the script, the icon.
  var weight: Int {
    let assets = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/4-Faces/Web/Assets")
    let names = ["site.css", "site.js", "favicon.svg"]
    let files = names.compactMap { try? Data(contentsOf: assets.appending(path: $0)) }
    return ([Array(text.utf8)] + files.map { Array($0) }).reduce(0) { $0 + Gzip.compress($1, level: 6).count }
  }
}
