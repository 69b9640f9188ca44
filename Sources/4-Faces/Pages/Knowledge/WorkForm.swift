import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The form of a need (two questions) or of a practice. A draft is kept whatever it lacks.
package struct WorkForm: Page {
  let subject: Work.Subject
  /// What the change is based on; nil for one that is not kept yet.
  let revision: Int?
  let isPublished: Bool
  let filled: Filled
  /// Those that one may write it for: one is given, of several one is chosen.
  let organisations: [Organisation.Brief]

  package init(
    _ subject: Work.Subject, revision: Int?, isPublished: Bool = false, filled: Filled,
    organisations: [Organisation.Brief]
  ) {
    (self.subject, self.revision, self.isPublished) = (subject, revision, isPublished)
    (self.filled, self.organisations) = (filled, organisations)
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
      ? reader("need-form.answer", "Two questions. You can publish now, or save it and come back.")
      : reader("practice-form.answer", "Tell what you did, also what failed. You can save it and come back.")
    html << reader.question(question(reader), answer: "\(answer)")
    html << "<form method=\"post\" action=\"\(revision == nil ? side.adding : subject.address)\" "
    html << "data-draft=\"\(revision == nil ? "new-\(side)" : subject.text)\" novalidate>\(reader.key)"
    html << Filled.hidden([("id", subject.text)] + (revision.map { [("revision", String($0))] } ?? []))
    html << reader.restored
    html << filled.errors(for: reader)
    owner(&html, reader)
    texts(&html, reader)
    topic(&html, reader)
    context(&html, reader)
    html << "<p class=\"doing\">"
    if isPublished {
      html << "<button>\(reader("form.save", "Save"))</button>"
    } else {
      html << "<button name=\"publish\" value=\"yes\">\(reader("work.publish", "Publish"))</button> "
      html << "<button class=\"quiet\">\(reader("work.save-draft", "Save as a draft"))</button>"
    }
    html << "</p></form>"
  }

  private func owner(_ html: inout HTML, _ reader: Reader) {
    if organisations.count == 1 || revision != nil {
      html << Filled.hidden([("organisation", organisations.first?.id.text ?? "")])
    } else {
      let options = organisations.map { Filled.Option($0.id.text, $0.name.text) }
      html << filled.choice("organisation", reader("work-form.for", "For which organisation?"), options)
    }
  }

  private func texts(_ html: inout HTML, _ reader: Reader) {
    if side == .learns {
      html
        << filled.line(
          "title", reader("need-form.title", "What is the problem, in one line?"),
          hint: reader("need-form.title.hint", "As you would say it to a colleague in the corridor."))
      html
        << filled.area(
          "problem", reader("need-form.problem", "What is the problem?"),
          hint: reader("need-form.problem.hint", "Who has it, since when, what makes it hard."))
      html
        << filled.area(
          "tried", reader("need-form.tried", "What have you tried?"),
          hint: reader("need-form.tried.hint", "Also what did not work. It saves others the visit."))
    } else {
      html
        << filled.line(
          "title", reader("practice-form.title", "What did you do, in one line?"),
          hint: reader("practice-form.title.hint", "Peers see this line first, in every list."))
      html << filled.area("story", reader("practice-form.story", "What did you do, and why?"))
      html
        << filled.area(
          "results", reader("practice-form.results", "What came of it?"),
          hint: reader("practice-form.results.hint", "And how you know: counted, asked, seen by others."))
      html
        << filled.area(
          "failures", reader("practice-form.failures", "What did not work?"),
          hint: reader("practice-form.failures.hint", "This is what others thank you for."))
    }
    html
      << filled.choice(
        "original", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["original"]]))
  }

  private func topic(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choices(
        "themes", reader("work-form.themes", "What is it about?"),
        hint: reader("work-form.themes.hint", "Open a group and tick what fits, one to three."),
        in: Filled.Group.themes(for: reader))
    html
      << filled.choices(
        "targets", reader("work-form.targets", "Which targets of the SDGs does it serve?"),
        hint: reader("work-form.targets.hint", "Only if you know."),
        in: Goals.all.map { goal in
          Filled.Group(
            "\(goal) " + (Goals.titles[goal].map { reader.words.name(among: $0) } ?? ""),
            Goals.targets(of: goal).map { target in
              Filled.Option(
                target.description,
                "\(target) " + (Goals.targets[target].map { reader.words.name(among: $0) } ?? ""))
            })
        })
    html
      << filled.choices(
        "languages", reader("work-form.languages", "In which languages can you talk about it?"),
        Filled.Option.languages(for: reader, and: filled.values["languages"] ?? []))
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
    }
  }
}
