import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Someone who acts for organisations; how to reach them is shown only to the signed-in, and only where they agreed.
package struct PersonPage: Page {
  let person: Person
  /// The latest first.
  let mandates: [Held]
  /// What they offer to others; nil where they offer nothing.
  let expertise: Expertise?

  /// A mandate and what the organisation is called.
  package struct Held: Sendable {
    package let mandate: Mandate
    package let organisation: Texts.Reading
    package init(_ mandate: Mandate, in organisation: Texts.Reading) {
      (self.mandate, self.organisation) = (mandate, organisation)
    }
  }

  package init(_ person: Person, mandates: [Held], expertise: Expertise?) {
    (self.person, self.mandates, self.expertise) = (person, mandates, expertise)
  }

  /// How to reach them, for those who may know; nil for others, and where there is none.
  private func contact(for reader: Reader) -> String? {
    let isKnown = reader.viewer.account != nil || reader.viewer.isAdministrator
    let isOwn = reader.viewer.account?.person == person.id
    let shows = isOwn || (person.showsContact && isKnown)
    return shows && !person.contact.isEmpty ? person.contact : nil
  }

  package func head(for reader: Reader) -> Head { Head(person.name, in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let current = mandates.filter { $0.mandate.holds(on: reader.today) }
    let answer: Written =
      current.isEmpty
      ? "\(reader("person.none", "Holds no mandate that we know of today."))"
      : "\(reader.words.list(current.map { "\($0.mandate.title), \($0.organisation.text)" }))"
    html
      << reader.question(
        reader("person.question", "For whom does this person speak?"), answer: answer, name: "<bdi>\(person.name)</bdi>"
      )
    html << "<div class=\"columns\"><div><section><h2>\(reader("person.mandates", "Mandates"))</h2>"
    html
      << "<div class=\"table\"><table><thead><tr><th scope=\"col\">\(reader("person.organisation", "Organisation"))</th>"
    html << "<th scope=\"col\">\(reader("speaker.mandate", "Mandate"))</th>"
    html << "<th scope=\"col\">\(reader("speaker.time", "From – to"))</th></tr></thead><tbody>"
    for held in mandates {
      html << "<tr><th scope=\"row\"><a href=\"\(Address.organisation.link(held.mandate.organisation))\">"
      html << "\(reader.name(held.organisation))</a></th><td><bdi>\(held.mandate.title)</bdi> "
      html
        << "<small>\(reader.words[held.mandate.role.name])</small></td><td>\(reader.term(of: held.mandate))</td></tr>"
    }
    html << "</tbody></table></div></section>"
    offer(&html, reader)
    html << "</div><aside><section>"
    html << "<h2>\(reader("organisation.facts", "Facts"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("fact.languages", "Languages"))</dt><dd>\(reader.languages(person.languages))</dd>"
    html
      << "<dt>\(reader("fact.contact", "How to reach them"))</dt><dd>\(reach(reader))</dd></dl>\(erasing(reader))</section></aside></div>"
  }

  /// What they give to others, and for those who may say so the way to change it.
  private func offer(_ html: inout HTML, _ reader: Reader) {
    let isTheirs = mandates.contains { reader.viewer.may(.editor, for: $0.mandate.organisation) }
    guard expertise != nil || isTheirs else { return }
    html << "<section><h2>\(reader("person.expertise", "What they can give to others"))</h2>"
    if let expertise {
      if !expertise.holds(on: reader.today) {
        html << "<p class=\"note\">\(reader("person.expertise-over", "This offer is over."))</p>"
      }
      html << reader.prose(expertise.about)
      html << expertise.themeTags(reader)
      html << "<p class=\"meta\"><span>\(expertise.offer(reader))</span></p>"
    }
    if reader.viewer.account?.person == person.id, expertise != nil, !isTheirs {
      html << "<form method=\"post\" action=\"\(Address.endingOffer(person.id))\">\(reader.key)<p class=\"doing\">"
      html << "<button class=\"quiet\">\(reader("person.end-offer", "I no longer want to be offered"))</button></p></form>"
    }
    if isTheirs {
      let words =
        expertise == nil
        ? reader("person.offer", "Offer their time to others") : reader("person.change-offer", "Change this offer")
      html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.expertiseForm.link(person.id))\">\(words)</a></p>"
    }
    html << "</section>"
  }

  /// For those who may: the way to have it forgotten how this person can be reached.
  private func erasing(_ reader: Reader) -> Written {
    let isOwn = reader.viewer.account?.person == person.id
    let isTheirs = mandates.contains { reader.viewer.may(.editor, for: $0.mandate.organisation) }
    guard !person.contact.isEmpty, isOwn || isTheirs || reader.viewer.isAdministrator else { return .nothing }
    let erase = reader("person.erase", "Erase how to reach them")
    return """
      <form method="post" action="\(Address.erasingContact.link(person.id))">\(reader.key)\
      <p class="doing"><button class="quiet">\(erase)</button></p></form>
      """
  }

  private func reach(_ reader: Reader) -> Written {
    if let contact = contact(for: reader) { return "<bdi>\(contact)</bdi>" }
    return "\(reader("person.private", "Not shown. Write to their organisation instead."))"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = person.id.text
      json["name"] = person.name
      json.array("languages", person.languages) { $0.element($1.tag) }
      json["contact"] = contact(for: reader)
      if let expertise { json.object("expertise") { expertise.write(&$0) } }
      json.array("mandates", mandates) { json, held in
        json.object { json in
          json["id"] = held.mandate.id.text
          json["organisation"] = held.mandate.organisation.text
          json["role"] = held.mandate.role.rawValue
          json["title"] = held.mandate.title
          json["from"] = held.mandate.from.description
          json["until"] = held.mandate.until?.description
        }
      }
    }
  }
}
