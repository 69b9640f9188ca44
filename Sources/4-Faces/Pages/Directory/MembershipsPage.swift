import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What an organisation belongs to, for those who may say so, and a form to add one.
package struct MembershipsPage: Page {
  let organisation: Organisation.ID
  let name: Texts
  let bodies: [Fellow]
  let filled: Filled
  /// The bodies of the name that was typed, to choose from.
  let candidates: [Organisation.Brief]

  package init(
    _ organisation: Organisation.ID, name: Texts, bodies: [Fellow], filled: Filled = Filled(),
    candidates: [Organisation.Brief] = []
  ) {
    (self.organisation, self.name, self.bodies) = (organisation, name, bodies)
    (self.filled, self.candidates) = (filled, candidates)
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("memberships.question", "What do you belong to?"), in: .seek, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(name).text, Address.organisation(organisation))
    let answer = reader.count(
      bodies.count, "memberships.answer", one: "One network or association.", other: "{n} networks and associations.")
    html << reader.question(reader("memberships.question", "What do you belong to?"), answer: "\(answer)")
    html << "<ol class=\"list\">"
    for body in bodies {
      html << "<li><h3><a href=\"\(Address.organisation.link(body.id))\">\(reader.name(body.name))</a></h3>"
      html << "<form method=\"post\" action=\"\(Address.endingMembership.link(organisation, body.id))\">\(reader.key)"
      html
        << "<p class=\"doing\"><button class=\"quiet\">\(reader("memberships.end", "No longer a member"))</button></p>"
      html << "</form></li>"
    }
    html << "</ol><section><h2>\(reader("memberships.add", "Add one"))</h2>"
    form(&html, reader)
    html << "</section>"
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.addingMembership.link(organisation))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    html
      << filled.finding(
        "body", reader("memberships.body", "Which network or association?"),
        hint: reader("memberships.body.hint", "Type the beginning of its name or its short name, and press Find."),
        candidates.map { $0.option(reader) }, reader)
    if !candidates.isEmpty {
      html << filled.line("since", reader("memberships.since", "Since when? Empty if you do not know."), type: "date")
      html << "<p class=\"doing\"><button>\(reader("memberships.save", "Add"))</button></p>"
    }
    html << "</form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    Listing(of: bodies, for: reader).write(&json, for: reader) { $1.write(&$0) }
  }
}
