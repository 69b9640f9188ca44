import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// One theme: what it is part of, who seeks it, who teaches it, and the targets it serves.
package struct ThemePage: Page {
  let theme: Theme
  let pieces: Pieces
  /// Of the theme itself and everything that is part of it.
  let figures: [ThemeFigures]

  package init(_ theme: Theme, _ pieces: Pieces, _ figures: [ThemeFigures]) {
    (self.theme, self.pieces, self.figures) = (theme, pieces, figures)
  }

  package func head(for reader: Reader) -> Head { Head(name(reader), in: .landscape) }

  package func write(_ html: inout HTML, for reader: Reader) {
    if let parent = theme.parent.flatMap({ Themes[$0] }) {
      html << "\(reader.crumbs(reader.words.name(among: parent.names), Address.theme(parent.id)))"
    }
    html
      << "\(reader.question(reader("theme.question", "Who knows about this?"), answer: answer(reader), name: "\(name(reader))"))"
    pieces.write(&html, for: reader, query: "?theme=\(theme.id)")
    writeParts(&html, reader)
    writeTargets(&html, reader)
    html << "<aside class=\"next\"><h2>\(reader("theme.next", "Where does this happen?"))</h2>"
    html << "<p>\(reader("theme.next-why", "The map shows who works on it with whom, and who says so."))</p>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(LandscapeChoice(themes: [theme.id]).address(of: nil))\">"
    html << "\(reader("theme.map", "See it on the map"))</a></p></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = theme.id.text
      json["name"] = reader.words.name(among: theme.names)
      json["parent"] = theme.parent?.text
      json.array("words", theme.synonyms[reader.words.language] ?? []) { $0.element($1) }
      json.array("targets", theme.targets) { $0.element($1.description) }
      json.array("purposes", theme.purposes) { $0.element($1) }
      json.array("parts", Themes.sectors(of: theme.id)) { $0.element($1.id.text) }
      json.number("partnerships", partnerships)
      pieces.write(&json, for: reader)
    }
  }

  private func name(_ reader: Reader) -> String { reader.words.name(among: theme.names) }

  private var partnerships: Int { figures.reduce(0) { $0 + $1.partnerships } }

  private func answer(_ reader: Reader) -> Written {
    let teach = reader.count(
      pieces.practices.total, "theme.practices", one: "One practice tells what was tried.",
      other: "{n} practices tell what was tried.")
    let learn = reader.count(
      pieces.needs.total, "theme.needs", one: "One organisation wants to learn it.",
      other: "{n} want to learn it.")
    let work =
      partnerships == 0
      ? ""
      : reader.count(
        partnerships, "theme.partnerships", one: "One partnership works on it.", other: "{n} partnerships work on it.")
    return "\(teach) \(learn) \(work)"
  }

  /// What is part of a group, or what else is part of the same.
  private func writeParts(_ html: inout HTML, _ reader: Reader) {
    let group = theme.parent ?? theme.id
    let parts = Themes.sectors(of: group).filter { $0.id != theme.id }
    if parts.isEmpty { return }
    let title =
      theme.parent == nil ? reader("theme.parts", "What is part of it?") : reader("theme.beside", "What lies near it?")
    html << "<section aria-labelledby=\"parts\"><h2 id=\"parts\">\(title)</h2>\(reader.tags(parts))"
    if let synonyms = theme.synonyms[reader.words.language], !synonyms.isEmpty {
      let also = reader("theme.also", "Also called: {words}.", ["words": synonyms.prefix(12).joined(separator: ", ")])
      html << "<p class=\"meta\"><span>\(also)</span></p>"
    }
    html << "</section>"
  }

  private func writeTargets(_ html: inout HTML, _ reader: Reader) {
    if theme.targets.isEmpty { return }
    let title = reader("theme.targets", "Which global targets does it serve?")
    html << "<section aria-labelledby=\"targets\"><h2 id=\"targets\">\(title)</h2><ul>"
    for target in theme.targets {
      html << "<li><a href=\"\(Address.goal.link(target.goal))\">\(target)</a> \(reader.title(of: target))</li>"
    }
    html << "</ul></section>"
  }
}

extension Reader {
  func title(of target: Target) -> String { Goals.targets[target].map { words.name(among: $0) } ?? "" }
  func title(of goal: Goal) -> String { Goals.titles[goal].map { words.name(among: $0) } ?? "" }
}
