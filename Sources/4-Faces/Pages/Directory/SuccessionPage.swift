import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Where an owner says what an organisation has become part of.
package struct SuccessionPage: Page {
  let organisation: Organisation
  /// The name of what it has become part of.
  let successor: Texts?
  let filled: Filled
  /// The organisations of the name that was typed, to choose from.
  let candidates: [Organisation.Brief]

  package init(
    _ organisation: Organisation, successor: Texts?, filled: Filled = Filled(), candidates: [Organisation.Brief] = []
  ) {
    (self.organisation, self.successor, self.filled, self.candidates) = (organisation, successor, filled, candidates)
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("succession.question", "What has it become part of?"), in: .seek, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(organisation.name).text, Address.organisation(organisation.id))
    let answer = reader(
      "succession.answer", "When municipalities are joined, each keeps its record, and leads to the new one.")
    html << reader.question(reader("succession.question", "What has it become part of?"), answer: "\(answer)")
    if let succession = organisation.succession, let successor {
      html << "<section><p><a href=\"\(Address.organisation.link(succession.successor))\">\(reader.reading(successor))</a>, "
      html << "\(reader.day(succession.day))</p>"
      html << "<form method=\"post\" action=\"\(Address.endingSuccession.link(organisation.id))\">\(reader.key)"
      let words = reader("succession.end", "No: it is still an organisation of its own")
      html << "<p class=\"doing\"><button class=\"quiet\">\(words)</button></p></form></section>"
    }
    form(&html, reader)
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.succeeding.link(organisation.id))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    html
      << filled.finding(
        "successor", reader("succession.name", "What is the new one called?"),
        hint: reader("succession.name.hint", "It must be on record here. Type the beginning of its name, press Find."),
        candidates.map { $0.option(reader) }, reader)
    if !candidates.isEmpty {
      html << filled.line("day", reader("succession.day", "Since which day?"), type: "date", required: true)
      html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p>"
    }
    html << "</form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = organisation.id.text
      json["successor"] = organisation.succession?.successor.text
      json["succeeded-on"] = organisation.succession?.day.description
      json.number("revision", organisation.revision)
    }
  }
}
