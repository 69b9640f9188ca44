import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What reading a file in would do, or why it cannot be read: before anything is kept.
package struct ImportPreviewPage: Page {
  let file: String
  let report: ImportReport
  /// Where the file waits to be read in; nil for one that is refused.
  let upload: Uploaded.ID?

  package init(_ file: String, _ report: ImportReport, upload: Uploaded.ID?) {
    (self.file, self.report, self.upload) = (file, report, upload)
  }

  private static let mostShown = 200

  package func head(for reader: Reader) -> Head {
    Head(reader("import-preview.title", "What would this file do?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("imports.title", "What came in from files?"), Address.imports())
    let answer =
      report.isRefused
      ? reader("import-preview.refused", "It cannot be read in. Nothing was kept.") : reader.tally(report.tally) + "."
    html
      << reader.question(
        reader("import-preview.title", "What would this file do?"), answer: "\(answer)", name: "<bdi>\(file)</bdi>")
    if let upload { choice(&html, upload, reader) }
    findings(&html, reader)
    lines(&html, reader)
  }

  private func choice(_ html: inout HTML, _ upload: Uploaded.ID, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("import-preview.next", "Read it in?"))</h2>"
    let text = reader(
      "import-preview.next.text",
      "Nothing is kept yet. What is put aside waits for you to decide; everything else can be undone.")
    html << "<p>\(text)</p>"
    html << "<form method=\"post\" action=\"\(Address.importing.link())\">\(reader.key)"
    html << Filled.hidden([("upload", upload.text)])
    html << "<p class=\"doing\"><button>\(reader("import-preview.keep", "Read it in"))</button> "
    html << "<button class=\"quiet\" name=\"choice\" value=\"away\">"
    html << "\(reader("import-preview.away", "Throw it away"))</button></p></form></aside>"
  }

  private func findings(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("import-preview.findings", "What is odd about it"))</h2>"
    if report.findings.isEmpty {
      html
        << reader.empty(
          .none, reader("import-preview.clean", "Nothing"),
          reader("import-preview.clean.text", "Every line was understood."))
    } else {
      html << "<ul class=\"inline\">"
      for (code, count) in report.codes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        html << "<li>\(code) <data value=\"\(count)\">\(reader.words.number(count))</data></li>"
      }
      html << "</ul><table class=\"stack\"><thead><tr>"
      let titles = [
        reader("import-preview.line", "Line"), reader("import-preview.level", "How bad"),
        reader("import-preview.what", "What"),
      ]
      for title in titles { html << "<th scope=\"col\">\(title)</th>" }
      html << "</tr></thead><tbody>"
      for finding in report.findings.prefix(Self.mostShown) {
        html << "<tr><th scope=\"row\">\(reader.words.number(finding.line))</th>"
        html << "<td data-th=\"\(titles[1])\">\(reader.words[finding.level.name])</td>"
        html << "<td data-th=\"\(titles[2])\"><bdi lang=\"en\">\(finding.message)</bdi></td></tr>"
      }
      html << "</tbody></table>\(more(report.codes.values.reduce(0, +), reader))"
    }
    html << "</section>"
  }

  private func lines(_ html: inout HTML, _ reader: Reader) {
    let told = report.lines.filter { $0.fate != .skipped }
    guard !told.isEmpty else { return }
    html << "<section><h2>\(reader("import-preview.lines", "What it would do, line by line"))</h2><ol class=\"list\">"
    for line in told.prefix(Self.mostShown) {
      html << "<li><h3><bdi>\(line.subject)</bdi></h3><p class=\"meta\">"
      html << "<span>\(reader("import-preview.at-line", "Line {n}", ["n": reader.words.number(line.line)]))</span>"
      html << "<span>\(reader.words[line.fate.name])</span></p>"
      for detail in line.details where line.fate != .review { html << "<p><bdi>\(detail)</bdi></p>" }
      html << "</li>"
    }
    html << "</ol>\(more(told.count, reader))</section>"
  }

  private func more(_ count: Int, _ reader: Reader) -> Written {
    guard count > Self.mostShown else { return .nothing }
    let rest = reader.count(
      count - Self.mostShown, "import-preview.more", one: "And one more.", other: "And {n} more.")
    return "<p class=\"meta\"><span>\(rest)</span></p>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { report.write(&json, upload: upload) }
}

extension Finding.Level {
  var name: Phrase {
    switch self {
    case .error: Phrase("finding.error", "Error")
    case .warning: Phrase("finding.warning", "Warning")
    }
  }
}

extension ImportReport.Fate {
  var name: Phrase {
    switch self {
    case .added: Phrase("fate.added", "Added")
    case .changed: Phrase("fate.changed", "Changed")
    case .skipped: Phrase("fate.skipped", "Left as it was")
    case .review: Phrase("fate.review", "Put aside for you to decide")
    }
  }
}
