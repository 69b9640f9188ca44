import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The form in which an organisation says who and where it is.
package struct OrganisationForm: Page {
  let id: Organisation.ID
  /// What the change is based on; nil for a new organisation.
  let revision: Int?
  let filled: Filled
  /// The places to choose from: the one it has, and those of the name that was typed.
  let places: [Place]

  package init(_ id: Organisation.ID, revision: Int?, filled: Filled, places: [Place]) {
    (self.id, self.revision, self.filled, self.places) = (id, revision, filled, places)
  }

  private func title(_ reader: Reader) -> String {
    revision == nil
      ? reader("organisation-form.new", "Who are you?") : reader("organisation-form.edit", "Who are you now?")
  }

  package func head(for reader: Reader) -> Head { Head(title(reader), in: .seek, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let address = revision == nil ? Address.addingOrganisation() : Address.changingOrganisation(id)
    let answer = reader("organisation-form.answer", "A name and a kind are enough to begin. You can come back.")
    html << reader.question(title(reader), answer: "\(answer)")
    html << "<form method=\"post\" action=\"\(address)\" data-draft=\"organisation-\(id)\" novalidate>\(reader.key)"
    html << Filled.hidden([("id", id.text)] + (revision.map { [("revision", String($0))] } ?? []))
    html << "\(reader.restored)\(filled.errors(for: reader))"
    // The first button is the one that the return key presses.
    html << "<button class=\"hush\" tabindex=\"-1\">\(reader("form.save", "Save"))</button>"
    names(&html, reader)
    whereabouts(&html, reader)
    html
      << filled.area(
        "about", reader("organisation-form.about", "What should others know about it?"),
        hint: reader("organisation-form.about.hint", "A few sentences: what it does, what it is good at."))
    html
      << filled.languages(reader("organisation-form.languages", "In which languages can it work?"), reader)
    html
      << filled.line(
        "website", reader("fact.website", "Website"), hint: reader("organisation-form.website.hint", "https://…"))
    html
      << filled.line(
        "capacity", reader("organisation-form.capacity", "How many introductions can you take in a quarter of a year?"),
        hint: reader(
          "organisation-form.capacity.hint",
          "Others who seek a peer see whether you have room. Empty means that you do not say; 0 that you take none now."
        ),
        type: "number")
    means(&html, reader)
    numbers(&html, reader)
    html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p></form>"
  }

  private func names(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "name", reader("organisation-form.name", "What is it called, in its own language?"), required: true)
    html
      << filled.choice(
        "original", reader("organisation-form.original", "Which language is that?"),
        Filled.Option.languages(for: reader, and: [filled["original"]]))
    html
      << filled.line(
        "acronym", reader("organisation-form.acronym", "Its short name"),
        hint: reader("organisation-form.acronym.hint", "Only if people call it that, such as FNP."))
    html
      << filled.choice(
        "kind", reader("organisation-form.kind", "What kind of organisation is it?"),
        [Filled.Option("", reader("form.choose", "Choose one"))]
          + reader.options(\Organisation.Kind.name))
  }

  private func whereabouts(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choice(
        "country", reader("organisation-form.country", "In which country is it?"), Filled.Option.countries(for: reader))
    let options = places.map { place in
      let people = place.population.map {
        ", " + reader.count($0, "place.people", one: "1 person", other: "{n} people")
      }
      return Filled.Option(place.id.description, reader.line(of: place) + (people ?? ""))
    }
    let none = Filled.Option("", reader("organisation-form.no-place", "None of these"))
    html
      << filled.finding(
        "place", reader("organisation-form.place", "In which town?"),
        hint: reader("organisation-form.place.hint", "Type the beginning of its name, press Find, then choose below."),
        options.isEmpty ? [] : options + [none], reader)
  }

  private func means(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choice(
        "budget-line", reader("organisation-form.budget-line", "Is there a line for international work in its budget?"),
        [Filled.Option("", reader("form.unsaid", "We do not say"))]
          + reader.options(\Organisation.Means.BudgetLine.name))
    html
      << filled.line(
        "income-share",
        reader("organisation-form.income-share", "Which share of its own income goes to it, in per cent?"),
        hint: reader(
          "organisation-form.income-share.hint", "Many cities aim at 0.7. A true 0 helps others more than a blank."))
    html
      << filled.area(
        "former-names", reader("organisation-form.former-names", "What was it called before?"),
        hint: reader(
          "organisation-form.former-names.hint",
          "One name on each line, and the last year of it after a comma, such as: Lourenço Marques, 1976."))
  }

  private func numbers(_ html: inout HTML, _ reader: Reader) {
    html << "<details><summary>\(reader("organisation-form.numbers", "Its numbers in other registers"))</summary>"
    for scheme in Organisation.ExternalIdentifier.Scheme.allCases {
      html << filled.line(scheme.rawValue, reader.words[scheme.name])
    }
    html << "</details>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = id.text
      json.number("revision", revision)
    }
  }
}

extension Reader {
  /// The line that tells of what the script kept; unseen until it did.
  package var restored: Written {
    "<p class=\"note\" data-restored hidden>\(self("form.restored", "We kept what you had typed on this device."))</p>"
  }
}
