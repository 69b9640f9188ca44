import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What has been read in from files, and a form to send another: for reviewers and administrators.
package struct ImportsPage: Page {
  let runs: Listing<Line>
  let filled: Filled

  package init(runs: Listing<Line>, filled: Filled = Filled()) { (self.runs, self.filled) = (runs, filled) }

  /// A run, who made it, and how much of it waits to be decided.
  package struct Line: Sendable {
    package let run: ImportRun
    /// Empty for the operator at the command line.
    package let person: String
    package let open: Int

    package init(_ run: ImportRun, by person: String, open: Int) {
      (self.run, self.person, self.open) = (run, person, open)
    }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("imports.title", "What came in from files?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let waiting = runs.items.reduce(0) { $0 + $1.open }
    let answer = reader.count(
      runs.total, "imports.answer", one: "One file has been read in.", other: "{n} files have been read in.")
    html << reader.question(reader("imports.title", "What came in from files?"), answer: "\(answer)")
    html << "<section><h2>\(reader("imports.new", "Read another one in"))</h2>"
    form(&html, reader)
    html << "</section><section><h2>\(reader("imports.runs", "Read in so far"))</h2>"
    if waiting > 0 {
      html << "<p><a class=\"act quiet\" href=\"\(Address.review.link())\">"
      html
        << "\(reader.count(waiting, "imports.waiting", one: "Decide the one line that waits", other: "Decide the {n} lines that wait"))"
      html << "</a></p>"
    }
    if runs.items.isEmpty {
      html
        << reader.empty(
          .none, reader("imports.none", "Nothing yet"),
          reader("imports.none.text", "A list of twin towns, a table of organisations or an IATI file would be here."))
    } else {
      table(&html, reader)
    }
    html << "\(runs.ways(for: reader))</section>"
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.importing.link())\" enctype=\"multipart/form-data\">\(reader.key)"
    html << filled.errors(for: reader)
    html
      << filled.line(
        "file", reader("imports.file", "Which file?"),
        hint: reader(
          "imports.file.hint",
          "A table (CSV) in UTF-8, or an IATI file (XML), as it is or compressed (gzip); at most 50 MB. You see what it would do before anything is kept."
        ), type: "file", required: true)
    html << filled.choice("kind", reader("imports.kind", "What is it?"), Self.kinds(reader))
    html << "<p class=\"doing\"><button>\(reader("imports.look", "See what it would do"))</button></p></form>"
  }

  private static func kinds(_ reader: Reader) -> [Filled.Option] {
    [Filled.Option("", reader("imports.kind.guess", "Tell from how it begins"))]
      + reader.options(ImportRun.Kind.readable, \.name)
  }

  private func table(_ html: inout HTML, _ reader: Reader) {
    html << "<table class=\"stack\"><thead><tr><th scope=\"col\">\(reader("imports.column.file", "File"))</th>"
    for title in titles(reader) { html << "<th scope=\"col\">\(title)</th>" }
    html << "</tr></thead><tbody>"
    for line in runs.items { row(&html, line, reader) }
    html << "</tbody></table>"
  }

  private func titles(_ reader: Reader) -> [String] {
    [
      reader("imports.column.when", "When, by whom"), reader("imports.column.kind", "What"),
      reader("imports.column.came", "What it did"), reader("imports.column.open", "Still to decide"),
    ]
  }

  private func row(_ html: inout HTML, _ line: Line, _ reader: Reader) {
    let run = line.run, titles = titles(reader)
    let person = line.person.isEmpty ? reader("audit.operator", "The operator") : line.person
    html << "<tr><th scope=\"row\"><a href=\"\(Address.importRun.link(run.id))\"><bdi>\(run.file)</bdi></a></th>"
    html << "<td data-th=\"\(titles[0])\"><time datetime=\"\(run.at)\">\(reader.words.moment(run.at))</time>"
    html << "<small><bdi>\(person)</bdi></small></td>"
    html << "<td data-th=\"\(titles[1])\">\(reader.words[run.kind.name])</td>"
    let came = run.undone == nil ? reader.tally(run.tally) : reader("imports.undone", "Undone")
    html << "<td data-th=\"\(titles[2])\">\(came)</td>"
    html << "<td class=\"num\" data-th=\"\(titles[3])\">\(reader.words.number(line.open))</td></tr>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    runs.write(&json, for: reader) { json, line in json.object { line.write(&$0) } }
  }
}

extension ImportsPage.Line {
  func write(_ json: inout JSON) {
    json["run"] = run.id.text
    json["kind"] = run.kind.rawValue
    json["file"] = run.file
    json["at"] = run.at.description
    json["person"] = person.isEmpty ? nil : person
    json.write(run.tally)
    json.number("open", open)
    json["undone"] = run.undone?.description
  }
}

extension ImportRun.Kind {
  /// Those that a file can be read in as here.
  static let readable: [ImportRun.Kind] = [.twinning, .organisations, .iati]

  var name: Phrase {
    switch self {
    case .iati: Phrase("import.iati", "IATI file")
    case .twinning: Phrase("import.twinning", "List of twin towns")
    case .organisations: Phrase("import.organisations", "Table of organisations")
    case .needs: Phrase("import.needs", "Table of needs")
    case .practices: Phrase("import.practices", "Table of practices")
    case .archive: Phrase("import.archive", "Archive of another instance")
    }
  }
}

extension Reader {
  /// What a reading did, in a line.
  func tally(_ tally: ImportRun.Tally) -> String {
    self(
      "imports.tally", "{added} added, {changed} changed, {skipped} left as they were, {review} put aside",
      [
        "added": words.number(tally.added), "changed": words.number(tally.changed),
        "skipped": words.number(tally.skipped), "review": words.number(tally.review),
      ])
  }
}
