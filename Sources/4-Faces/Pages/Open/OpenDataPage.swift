import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What open data there is: which datasets, in which formats, how much of each, and what may be done with it.
package struct OpenDataPage: Page {
  let datasets: [Line]
  /// The address of the site, as others reach it.
  let base: String

  package init(_ datasets: [Line], base: String) { (self.datasets, self.base) = (datasets, base) }

  /// A dataset as the page tells of it.
  package struct Line: Sendable {
    let slug: String
    let title: Phrase
    let about: Phrase
    /// Their names as addresses have them.
    let formats: [String]
    /// Columns with what they hold; none where it is no table.
    let columns: [Column]
    /// How many records there are; nil where it is not counted.
    let count: Int?
    /// When one of them changed last; nil for unknown.
    let changed: Instant?

    package init(
      _ slug: String, _ title: Phrase, _ about: Phrase, formats: [String], columns: [Column], count: Int?,
      changed: Instant?
    ) {
      (self.slug, self.title, self.about, self.formats) = (slug, title, about, formats)
      (self.columns, self.count, self.changed) = (columns, count, changed)
    }
  }

  /// A column of a table.
  package struct Column: Sendable {
    let name: String
    let about: String

    package init(_ name: String, _ about: String) { (self.name, self.about) = (name, about) }
  }

  package func head(for reader: Reader) -> Head {
    Head(
      reader("open.question", "What can you take with you?"),
      description: reader(
        "open.answer", "Everything that is public here, as files: free to use, to check, and to build on."),
      alternates: [
        Alternate("application/ld+json", Address.openFile("catalogue.jsonld"), reader("open.catalogue", "Catalogue"))
      ])
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader(
      "open.answer", "Everything that is public here, as files: free to use, to check, and to build on.")
    html << reader.question(reader("open.question", "What can you take with you?"), answer: "\(answer)")
    html << "<ol class=\"list\">"
    for line in datasets { html << line.item(reader) }
    html << "</ol>"
    use(&html, reader)
    claims(&html, reader)
    programs(&html, reader)
    columns(&html, reader)
  }

  private func use(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("open.use", "What may I do with it?"))</h2><div class=\"prose\"><p>"
    let licence: Written =
      "<a href=\"https://creativecommons.org/licenses/by/4.0/\" rel=\"license\">Creative Commons BY 4.0</a>"
    html << "\(licence). "
    let creditText = reader(
      "open.use.credit",
      "Use it for anything, also for money, and say where it is from. Facts that came from another list carry that list’s own licence: the column “licence” says which."
    )
    html << "\(creditText)"
    html << "</p><p>"
    let publicText = reader(
      "open.use.public",
      "Only what is public is in it: no drafts, no private lines of a log, and nobody’s address. What a person shows on their page is not in the files."
    )
    html << "\(publicText)"
    html << "</p></div></section>"
  }

  private func claims(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("open.claims", "How sure is it?"))</h2><p>"
    let textText = reader(
      "open.claims.text",
      "We do not decide who is right. Partnerships and results carry what their parties say, in the column “claim”:")
    html << "\(textText)"
    html << "</p><dl class=\"facts\">"
    for state in Claim.State.allCases {
      html << "<dt>\(reader.badge(state)) <code>\(state.rawValue)</code></dt>"
      html << "<dd>\(reader.words[state.meaning])</dd>"
    }
    html << "</dl></section>"
  }

  private func programs(_ html: inout HTML, _ reader: Reader) {
    let same = reader(
      "open.programs.text",
      "Every address stays. Send back its ETag, and you get it again only when it has changed. The same files come from the command line:"
    )
    html << "<section><h2>\(reader("open.programs", "For programs"))</h2><p>\(same)</p>"
    html << "<pre dir=\"ltr\">curl -O '\(base)/open/organisations.csv'\n"
    html << "copolis export activities --format iati.xml -o activities.xml</pre>"
    html
      << "<p><a href=\"\(Address.api.link())\">\(reader("open.programs.api", "The API, for single records"))</a></p></section>"
  }

  private func columns(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("open.columns", "What the columns hold"))</h2>"
    for line in datasets where !line.columns.isEmpty {
      html << "<details><summary>\(reader.words[line.title])</summary><dl class=\"facts\" lang=\"en\" dir=\"ltr\">"
      for column in line.columns { html << "<dt><code>\(column.name)</code></dt><dd>\(column.about)</dd>" }
      html << "</dl></details>"
    }
    html << "</section>"
  }
}

extension OpenDataPage.Line {
  fileprivate func item(_ reader: Reader) -> Written {
    var meta: Written = ""
    if let count {
      let records = reader.count(count, "open.records", one: "1 record", other: "{n} records")
      meta = "<span>\(records)</span>"
    }
    if let changed {
      let day = reader.words.day(changed.day)
      meta = "\(meta)<span>\(reader("open.changed", "Changed on {day}", ["day": day]))</span>"
    }
    var files: Written = ""
    for format in formats {
      files = "\(files)<a href=\"\(Address.openFile.link(slug + "." + format))\">\(format)</a>"
    }
    return """
      <li id="\(slug)"><h3>\(reader.words[title])</h3><p>\(reader.words[about])</p>\
      <p class="meta">\(meta)</p><p class="meta">\(files)</p></li>
      """
  }
}

extension OpenDataPage {
  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["licence"] = "https://creativecommons.org/licenses/by/4.0/"
      json.array("datasets", datasets) { json, line in json.object { line.write(&$0, reader, base) } }
    }
  }
}

extension OpenDataPage.Line {
  fileprivate func write(_ json: inout JSON, _ reader: Reader, _ base: String) {
    json["name"] = slug
    json["title"] = reader.words[title]
    json["about"] = reader.words[about]
    if let count { json.number("records", count) }
    json["changed"] = changed?.description
    json.array("files", formats) { json, format in
      json.object { json in
        json["format"] = format
        json["address"] = base + Address.openFile(slug + "." + format)
      }
    }
    json.array("columns", columns) { json, column in
      json.object { json in
        json["name"] = column.name
        json["about"] = column.about
      }
    }
  }
}
