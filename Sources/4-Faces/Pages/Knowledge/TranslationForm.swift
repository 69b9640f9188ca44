import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The form in which a need or a practice is said in another language, beside the original.
package struct TranslationForm: Page {
  let work: Work
  let language: Language
  let filled: Filled

  package init(_ work: Work, into language: Language, filled: Filled) {
    (self.work, self.language, self.filled) = (work, language, filled)
  }

  private func question(_ reader: Reader) -> String {
    reader("translation.question", "How do you say it in {language}?", ["language": reader.words.name(of: language)])
  }

  package func head(for reader: Reader) -> Head {
    Head(question(reader), in: work.subject.side.area, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(work.title).text, work.subject.address)
    let original = ["language": reader.words.name(of: work.title.original)]
    html
      << reader.question(
        question(reader),
        answer:
          "\(reader("translation.answer", "The original is {language}. What you leave empty is shown in it.", original))"
      )
    html << "<form class=\"ask\" action=\"\(work.subject.translation)\"><label for=\"to\">"
    html << "\(reader("translation.other", "Another language"))</label><select id=\"to\" name=\"to\">"
    for option in Filled.Option.languages(for: reader) where option.value != work.title.original.tag {
      let isChosen: Written = option.value == language.tag ? " selected" : ""
      html << "<option value=\"\(option.value)\"\(isChosen)>\(option.title)</option>"
    }
    html << "</select><button class=\"quiet\">\(reader("translation.choose", "Choose"))</button></form>"
    form(&html, reader)
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(work.subject.translation)\" novalidate>\(reader.key)"
    html << Filled.hidden([("language", language.tag), ("revision", filled["revision"])])
    html << filled.errors(for: reader)
    quote(&html, work.title)
    html << filled.line("title", reader("translation.title", "The title"))
    for part in work.parts {
      guard let texts = part.texts else { continue }
      quote(&html, texts)
      html << filled.area(part.name, reader.words[work.heading(part.name)])
    }
    html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p></form>"
  }

  private func quote(_ html: inout HTML, _ texts: Texts) {
    html << "<blockquote lang=\"\(texts.original)\" dir=\"auto\">"
    for line in (texts.versions[texts.original] ?? "").split(separator: "\n") { html << "<p>\(line)</p>" }
    html << "</blockquote>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { json.object { work.write(&$0) } }
}
