import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who speaks for an organisation, for those who may say so: a line for each, and a form for one more.
package struct MandatesPage: Page {
  let organisation: Organisation.ID
  let name: Texts
  let speakers: [OrganisationPage.Speaker]
  let filled: Filled

  package init(
    _ organisation: Organisation.ID, name: Texts, speakers: [OrganisationPage.Speaker], filled: Filled = Filled()
  ) {
    (self.organisation, self.name, self.speakers, self.filled) = (organisation, name, speakers, filled)
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("mandates.question", "Who speaks for you?"), in: .seek, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(name).text, Address.organisation(organisation))
    let answer = reader.count(
      speakers.count { $0.mandate.holds(on: reader.today) }, "mandates.answer", one: "One person does today.",
      other: "{n} people do today.")
    html << reader.question(reader("mandates.question", "Who speaks for you?"), answer: "\(answer)")
    html << "<ol class=\"list\">"
    for speaker in speakers { line(&html, speaker, reader) }
    html << "</ol><section><h2>\(reader("mandates.add", "Name one more"))</h2>"
    form(&html, reader)
    html << "</section>"
  }

  private func line(_ html: inout HTML, _ speaker: OrganisationPage.Speaker, _ reader: Reader) {
    let mandate = speaker.mandate
    html << "<li><h3><a href=\"\(Address.person.link(speaker.person.id))\"><bdi>\(speaker.person.name)</bdi></a></h3>"
    html << "<p class=\"meta\"><span><bdi>\(mandate.title)</bdi></span>"
    html << "<span>\(reader.words[mandate.role.name])</span><span>\(reader.term(of: mandate))</span></p>"
    if mandate.until == nil {
      let end = Filled(values: ["until": [reader.today.description]])
      html << "<form class=\"inline\" method=\"post\" action=\"\(Address.changingMandate.link(organisation, mandate.id))\">"
      html << "\(reader.key)<label>\(reader("mandates.until", "Last day"))"
      html << " <input class=\"short\" type=\"date\" name=\"until\" value=\"\(end["until"])\"></label> "
      html << "<button class=\"quiet\">\(reader("mandates.end", "End it"))</button></form>"
    }
    html << "</li>"
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.addingMandate.link(organisation))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    if !speakers.isEmpty {
      var people: [Filled.Option] = [Filled.Option("", reader("mandates.someone-new", "Someone new"))]
      for speaker in speakers where !people.contains(where: { $0.value == speaker.person.id.text }) {
        people.append(Filled.Option(speaker.person.id.text, speaker.person.name))
      }
      html << filled.choice("person", reader("mandates.person", "Who?"), people)
    }
    html << filled.line("name", reader("mandates.name", "Their name, if they are new"))
    html
      << filled.choice(
        "role", reader("mandates.role", "As what?"),
        reader.options(\Mandate.Role.name))
    html
      << filled.line(
        "title", reader("mandates.title", "What is the office called?"),
        hint: reader("mandates.title.hint", "As on their card: Mayor, Head of water."))
    html << filled.line("from", reader("mandates.from", "Since when?"), type: "date")
    html << filled.line("until", reader("mandates.to", "Until when? Empty while it lasts."), type: "date")
    html
      << filled.line(
        "contact", reader("mandates.contact", "How can others reach them?"),
        hint: reader("mandates.contact.hint", "Kept to yourselves unless they agree below."))
    html
      << filled.tick("shows-contact", reader("mandates.consent", "They agree that signed-in people may see this."))
    html << "<p class=\"doing\"><button>\(reader("mandates.save", "Name them"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    Listing(of: speakers, for: reader).write(&json, for: reader) { $1.write(&$0) }
  }
}
