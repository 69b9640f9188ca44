package import Markup

/// What a kind of problem means and what to do about it: what the `type` of a problem leads to.
package struct ExplanationPage: Page {
  let slug: String

  package init(slug: String) { self.slug = slug }

  package func head(for reader: Reader) -> Head { Head(reader("explanation.title", "What does this problem mean?")) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader(
      "explanation.answer",
      "Something that was asked for was not done. The answer that led you here says what, where and why, in your language."
    )
    html
      << reader.question(
        reader("explanation.title", "What does this problem mean?"), answer: "\(answer)", name: "<code>\(slug)</code>")
    let programs = reader(
      "explanation.programs",
      "Programs find the same facts in the answer itself, as RFC 9457 has them: type, title, status, detail and errors."
    )
    html << "<p>\(programs)</p>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["slug"] = slug
      json["title"] = reader("explanation.title", "What does this problem mean?")
    }
  }
}
