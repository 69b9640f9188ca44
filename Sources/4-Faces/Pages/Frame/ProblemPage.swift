import Cooperation
package import Markup

/// What went wrong, where, why, and what to do now.
package struct ProblemPage: Page {
  let slug: String
  let title: String
  let detail: String
  let fields: [Filled.Problem]
  let status: Int
  /// What to quote when telling us.
  let number: UInt64
  /// What a form said that was not taken, so that it can be copied and is not lost: the texts, in their order.
  let typed: [String]

  package init(
    slug: String, title: String, detail: String, fields: [Filled.Problem], status: Int, number: UInt64,
    typed: [String] = []
  ) {
    (self.slug, self.title, self.detail, self.fields) = (slug, title, detail, fields)
    (self.status, self.number, self.typed) = (status, number, typed)
  }

  package func head(for reader: Reader) -> Head { Head(title, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.question(title, answer: "\(detail)")
    if !fields.isEmpty {
      html << "<ul>"
      for field in fields { html << "<li><b>\(field.field)</b>: \(field.words)</li>" }
      html << "</ul>"
    }
    html << "<dl class=\"facts\"><dt>\(reader("problem.where", "Where"))</dt><dd><code>\(reader.path)</code></dd>"
    html
      << "<dt>\(reader("problem.number", "Number to quote"))</dt><dd><span class=\"hash\">\(status)-\(number)</span></dd></dl>"
    if !typed.isEmpty {
      html << "<section><h2>\(reader("problem.typed", "What you had typed"))</h2>"
      html << "<p>\(reader("problem.typed.text", "It was not kept here. Copy it before you go on."))</p>"
      let label = reader("problem.typed", "What you had typed")
      for text in typed {
        html << "<p><textarea readonly dir=\"auto\" aria-label=\"\(label)\">\n\(text)</textarea></p>"
      }
      html << "</section>"
    }
    html << "<aside class=\"next\"><h2>\(reader("problem.next", "What now?"))</h2><p class=\"doing\">"
    if slug == "sign-in" || (slug == "stale-form" && reader.viewer == .visitor) {
      html
        << "<a class=\"act\" href=\"/sign-in?next=\(Reader.encoded(reader.path))\">\(reader("frame.sign-in", "Sign in"))</a> "
    }
    html << "<a href=\"/\">\(reader("problem.front", "To the front page"))</a></p></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["type"] = "/problems/" + slug
      json["title"] = title
      json.number("status", status)
    }
  }
}
