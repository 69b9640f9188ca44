import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The whole form of a need or of a practice. A draft is kept whatever it lacks.
package struct WorkForm: Page {
  let subject: Work.Subject
  /// What the change is based on; nil for one that is not kept yet.
  let revision: Int?
  let isPublished: Bool
  let filled: Filled
  /// Those that one may write it for: one is given, of several one is chosen.
  let organisations: [Organisation.Brief]
  /// Whom the organisation may name as whom to ask.
  let speakers: [Person]
  /// What the words in it seem to be about.
  let suggestions: Suggestions
  /// Works of others that say something like it.
  let alike: [Alike]

  package init(
    _ subject: Work.Subject, revision: Int?, isPublished: Bool = false, filled: Filled,
    organisations: [Organisation.Brief], speakers: [Person] = [], suggestions: Suggestions = .none,
    alike: [Alike] = []
  ) {
    (self.subject, self.revision, self.isPublished) = (subject, revision, isPublished)
    (self.filled, self.organisations, self.speakers) = (filled, organisations, speakers)
    (self.suggestions, self.alike) = (suggestions, alike)
  }

  private var side: Side { subject.side }

  private func question(_ reader: Reader) -> String {
    side == .learns
      ? reader("needs.next", "What does your city need to learn?")
      : reader("practices.next", "What has your city tried?")
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: side.area, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer =
      side == .learns
      ? reader("need-form.answer.whole", "The more you say, the better the peers. Leave empty what you do not know.")
      : reader("practice-form.answer", "Tell what you did, also what failed. You can save it and come back.")
    html << reader.question(question(reader), answer: "\(answer)")
    html << "<form method=\"post\" action=\"\(revision == nil ? side.adding : subject.address)\" "
    html << "data-draft=\"\(revision == nil ? "new-\(side)" : subject.text)\" novalidate>\(reader.key)"
    html << Filled.hidden([("id", subject.text)] + (revision.map { [("revision", String($0))] } ?? []))
    html << reader.restored
    html << filled.errors(for: reader)
    html << filled.owner(among: organisations, isChosen: organisations.count == 1 || revision != nil, reader)
    texts(&html, reader)
    topic(&html, reader)
    if side == .learns { wish(&html, reader) } else { facts(&html, reader) }
    context(&html, reader)
    Alike.write(alike, &html, for: reader)
    // Whoever has not seen what is like it is shown that before it is published.
    if alike.isEmpty { html << Filled.hidden([("look", "yes")]) }
    html << "<p class=\"doing\">"
    if isPublished {
      html << "<button>\(reader("form.save", "Save"))</button>"
    } else {
      html << "<button name=\"publish\" value=\"yes\">\(reader("work.publish", "Publish"))</button> "
      html << "<button class=\"quiet\">\(reader("work.save-draft", "Save as a draft"))</button>"
    }
    html << "</p></form>"
  }

  private func texts(_ html: inout HTML, _ reader: Reader) {
    if side == .learns {
      html << filled.needTexts(reader)
      html
        << filled.line(
          "title", reader("need-form.title", "What is the problem, in one line?"),
          hint: reader("work-form.title.hint", "Left empty, it is the first sentence. Peers see it in every list."))
    } else {
      html
        << filled.line(
          "title", reader("practice-form.title", "What did you do, in one line?"),
          hint: reader("work-form.title.hint", "Left empty, it is the first sentence. Peers see it in every list."))
      practiceTexts(&html, reader)
    }
    html
      << filled.choice(
        "original", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["original"]]))
  }

  private func context(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "population", reader("work-form.population", "How many people does it concern?"),
        hint: reader("work-form.population.hint", "Empty means your whole city."))
    html
      << filled.choice(
        "country", reader("work-form.country", "In another country than your own?"),
        Filled.Option.countries(for: reader))
    html
      << filled.line(
        "expires", reader("work-form.expires", "Until when is this true?"),
        hint: reader("work-form.expires.hint", "A day such as 2027-02-28. Then it is no longer shown as current."),
        type: "date")
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = subject.text
      json.number("revision", revision)
      json.object("suggested") { json in
        json.array("themes", suggestions.themes) { json, suggested in
          json.object { json in
            json["theme"] = suggested.theme.text
            json.array("words", suggested.words) { $0.element($1) }
          }
        }
        json.array("targets", suggestions.targets) { json, suggested in
          json.object { json in
            json["target"] = suggested.target.description
            json["theme"] = suggested.theme.text
          }
        }
      }
    }
  }
}
