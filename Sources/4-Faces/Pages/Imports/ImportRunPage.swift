import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One file that was read in: what it did, what waits, and how to take it out again.
package struct ImportRunPage: Page {
  let line: ImportsPage.Line
  let filled: Filled
  /// What an undo has left, and why; nil where none was tried just now.
  let undo: UndoReport?

  package init(_ line: ImportsPage.Line, filled: Filled = Filled(), undo: UndoReport? = nil) {
    (self.line, self.filled, self.undo) = (line, filled, undo)
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("import-run.title", "What did this file do?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let run = line.run
    html << reader.crumbs(reader("imports.title", "What came in from files?"), Address.imports())
    html
      << reader.question(
        reader("import-run.title", "What did this file do?"), answer: "\(reader.tally(run.tally)).",
        name: "<bdi>\(run.file)</bdi>")
    if let undo { left(&html, undo, reader) }
    html
      << "<dl class=\"facts\"><dt>\(reader("imports.column.kind", "What"))</dt><dd>\(reader.words[run.kind.name])</dd>"
    html << "<dt>\(reader("import-run.when", "When"))</dt>"
    html << "<dd><time datetime=\"\(run.at)\">\(reader.words.moment(run.at))</time></dd>"
    let person = line.person.isEmpty ? reader("audit.operator", "The operator") : line.person
    html << "<dt>\(reader("import-run.who", "By whom"))</dt><dd><bdi>\(person)</bdi></dd>"
    html
      << "<dt>\(reader("import-run.print", "Its fingerprint"))</dt><dd><span class=\"hash\">\(run.digest)</span></dd>"
    if let undone = run.undone {
      html << "<dt>\(reader("imports.undone", "Undone"))</dt>"
      html << "<dd><time datetime=\"\(undone)\">\(reader.words.moment(undone))</time></dd>"
    }
    html << "</dl>"
    if line.open > 0 {
      html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.review.link())?run=\(run.id)\">"
      html
        << "\(reader.count(line.open, "imports.waiting", one: "Decide the one line that waits", other: "Decide the {n} lines that wait"))</a></p>"
    }
    if run.undone == nil { form(&html, reader) }
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("import-run.undo", "Take it out again"))</h2>"
    let text = reader(
      "import-run.undo.text",
      "What it added is taken out and what it changed is put back. What people have changed, confirmed or built upon since stays, and you are told."
    )
    html << "<p>\(text)</p>"
    html
      << "<form method=\"post\" action=\"\(Address.undoing.link(line.run.id))\">\(reader.key)\(filled.errors(for: reader))"
    html << filled.tick("sure", reader("import-run.sure", "Yes, undo this import."))
    html
      << "<p class=\"doing\"><button class=\"no\">\(reader("import-run.undo.button", "Undo it"))</button></p></form></section>"
  }

  private func left(_ html: inout HTML, _ undo: UndoReport, _ reader: Reader) {
    let words = reader(
      "import-run.undone", "{deleted} records were taken out, {restored} put back, {left} left.",
      [
        "deleted": reader.words.number(undo.deleted), "restored": reader.words.number(undo.restored),
        "left": reader.words.number(undo.left.count),
      ])
    html << "<div class=\"note\" role=\"status\"><p>\(words)</p></div>"
    if !undo.left.isEmpty {
      html << "<ul>"
      for finding in undo.left.prefix(100) { html << "<li><bdi lang=\"en\">\(finding.message)</bdi></li>" }
      html << "</ul>"
    }
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    if let undo { return undo.write(&json) }
    json.object { line.write(&$0) }
  }
}
