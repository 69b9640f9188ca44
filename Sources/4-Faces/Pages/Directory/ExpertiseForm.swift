import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// Where an organisation offers others the time of someone who speaks for it.
package struct ExpertiseForm: Page {
  let person: Person
  /// The organisations that may offer them.
  let organisations: [Organisation.Brief]
  let isOffered: Bool
  let filled: Filled

  package init(_ person: Person, organisations: [Organisation.Brief], isOffered: Bool, filled: Filled) {
    (self.person, self.organisations, self.isOffered, self.filled) = (person, organisations, isOffered, filled)
  }

  private func title(_ reader: Reader) -> String {
    reader("expertise-form.title", "What can {name} give to others?", ["name": person.name])
  }

  package func head(for reader: Reader) -> Head { Head(title(reader), in: .seek, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(person.name, Address.person(person.id))
    let answer = reader(
      "expertise-form.answer", "A few lines, a theme and how much time: that is enough for others to ask.")
    html << reader.question(title(reader), answer: "\(answer)")
    html << "<form method=\"post\" action=\"\(Address.offering.link(person.id))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    if organisations.count > 1 {
      html
        << filled.choice(
          "organisation", reader("expertise-form.organisation", "In whose name?"),
          Filled.options(organisations))
    } else {
      html << Filled.hidden([("organisation", filled["organisation"])])
    }
    html
      << filled.area(
        "about", reader("expertise-form.about", "What do they know, and what have they done?"),
        hint: reader("expertise-form.about.hint", "Two or three sentences. What went wrong counts, too."))
    html
      << filled.choice(
        "original", reader("expertise-form.original", "Which language is that in?"),
        Filled.Option.languages(for: reader, and: [filled["original"]]))
    html
      << filled.choices(
        "themes", reader("expertise-form.themes", "On which themes?"), in: Filled.Group.themes(for: reader))
    html
      << filled.languages(reader("expertise-form.languages", "In which languages do they work?"), reader)
    offer(&html, reader)
    html << "<p class=\"doing\"><button>\(reader("expertise-form.save", "Offer it"))</button></p></form>"
    withdrawal(&html, reader)
  }

  private func offer(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "days", reader("expertise-form.days", "How many days a year? Empty if you cannot say."), type: "number")
    html
      << filled.picks(
        "reach", reader("expertise-form.reach", "How can others have them?"),
        reader.options(\Expertise.Reach.name))
    html
      << filled.line("until", reader("expertise-form.until", "Until when? Empty if it has no end."), type: "date")
    html
      << filled.tick(
        "consent", reader("expertise-form.consent", "They agree that everyone can see this, with their name."))
  }

  private func withdrawal(_ html: inout HTML, _ reader: Reader) {
    guard isOffered else { return }
    html << "<form method=\"post\" action=\"\(Address.endingOffer.link(person.id))\">\(reader.key)<p class=\"doing\">"
    html << "<button class=\"quiet\">\(reader("expertise-form.withdraw", "No longer offer it"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["person"] = person.id.text
      json.array("organisations", organisations) { $0.element($1.id.text) }
      json.flag("offered", isOffered)
    }
  }
}
