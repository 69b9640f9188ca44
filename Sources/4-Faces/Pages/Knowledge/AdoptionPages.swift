import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Everyone who took a practice up, and who took it up from them.
package struct AdoptionsPage: Page {
  let practice: Practice.ID
  let title: Texts
  let part: FamilyPart

  package init(_ practice: Practice, _ part: FamilyPart) {
    (self.practice, title, self.part) = (practice.id, practice.title, part)
  }

  private func question(_ reader: Reader) -> String { reader("family.question", "Who else has tried it?") }

  package func head(for reader: Reader) -> Head {
    Head("\(question(reader)) \(reader.words.reading(title).text)", in: .share)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(title).text, Address.practice(practice))
    let count = part.family?.adoptions.count ?? 0
    let answer =
      count == 0
      ? reader("family.none", "Nobody that we know of, so far.")
      : reader.count(count, "family.count", one: "One city took it up.", other: "{n} took it up, one from another.")
    html << reader.question(question(reader), answer: "\(answer)", name: reader.reading(title))
    part.picture(&html, reader)
    part.list(&html, reader)
    html << "<aside class=\"next\"><h2>\(reader("family.next", "Have you tried it?"))</h2>"
    html << "<p>\(reader("family.next.text", "Tell what you kept, changed and dropped, also if it did not work."))</p>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.adoptionForm.link(practice))\">"
    html << "\(reader("family.tell", "Tell how it went"))</a></p></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["practice"] = practice.text
      json["first"] = part.first?.text
      Listing(of: part.adopters, for: reader).writeParts(&json, for: reader) { part.write($1, &$0) }
    }
  }
}

/// The form with which an organisation tells how it took up another's practice.
package struct AdoptionForm: Page {
  let practice: Practice.ID
  let title: Texts
  let author: Texts.Reading
  let filled: Filled
  /// Those that one may tell it for.
  let organisations: [Organisation.Brief]
  /// Practices of theirs, as one of which it may be told at length.
  let practices: [Filled.Option]

  package init(
    _ practice: Practice, of author: Texts.Reading, filled: Filled, organisations: [Organisation.Brief],
    practices: [Filled.Option]
  ) {
    (self.practice, title, self.author) = (practice.id, practice.title, author)
    (self.filled, self.organisations, self.practices) = (filled, organisations, practices)
  }

  private func question(_ reader: Reader) -> String { reader("adoption-form.question", "How did it go in your city?") }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .share, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(title).text, Address.practice(practice))
    let answer = reader(
      "adoption-form.answer", "In your own words. {name} is asked whether it is so. What did not work is as welcome.",
      ["name": author.text])
    html << reader.question(question(reader), answer: "\(answer)", name: reader.reading(title))
    html << "<form method=\"post\" action=\"\(Address.recordingAdoption.link(practice))\" "
    html << "data-draft=\"adoption-\(practice)\" novalidate>\(reader.key)"
    html << Filled.hidden([("id", filled["id"]), ("revision", filled["revision"])])
    html << "\(reader.restored)\(filled.errors(for: reader))"
    html << filled.owner(among: organisations, isChosen: organisations.count == 1, reader)
    html
      << filled.picks(
        "worked", reader("adoption-form.worked", "Did it work?"),
        reader.options(\Practice.Worked.name))
    html << filled.area("kept", reader("adoption-form.kept", "What did you keep?"))
    html << filled.area("changed", reader("adoption-form.changed", "What did you change?"))
    html << filled.area("dropped", reader("adoption-form.dropped", "What did you drop?"))
    html << filled.area("results", reader("adoption-form.results", "What came of it?"))
    when(&html, reader)
    if !practices.isEmpty {
      html
        << filled.choice(
          "told-as", reader("adoption-form.told-as", "Do you tell it at length as a practice of your own?"),
          hint: reader("adoption-form.told-as.hint", "Then others can take it up from you."),
          [Filled.Option("", reader("adoption-form.told-as.no", "No"))] + practices)
    }
    html << "<p class=\"doing\"><button>\(reader("adoption-form.do", "Tell it"))</button></p></form>"
  }

  private func when(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choice(
        "language", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["language"]]))
    html << filled.line("began", reader("practice-form.began", "In which year did it begin?"), type: "number")
    html
      << filled.line(
        "ended", reader("practice-form.ended", "In which year did it end?"),
        hint: reader("practice-form.ended.hint", "Empty while it goes on."), type: "number")
  }

  package func write(_ json: inout JSON, for reader: Reader) { json.object { $0["practice"] = practice.text } }
}
