import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The learning circles: organisations in which everyone both teaches and learns.
package struct CirclesPage: Page {
  /// Nil while they are being gathered for the first time.
  let told: CirclesTold?
  let theme: Theme.ID?
  let size: Int?
  /// Whose circles alone are shown; nil for everybody's.
  let organisation: Organisation.Brief?
  /// For whom the reader speaks.
  let own: [Organisation.Brief]

  package init(
    _ told: CirclesTold?, theme: Theme.ID? = nil, size: Int? = nil, organisation: Organisation.Brief? = nil,
    own: [Organisation.Brief] = []
  ) {
    (self.told, self.theme, self.size, self.organisation, self.own) = (told, theme, size, organisation, own)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek) }

  private func question(_ reader: Reader) -> String {
    reader("circles.question", "Who could learn from each other?")
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words[Side.learns.plural], Address.needs())
    let name = organisation.map { reader.name($0.name) }
    html << reader.question(question(reader), answer: "\(answer(reader))", name: name)
    html << narrow(reader)
    if let told {
      if told.lines.isEmpty { html << nothing(reader) }
      html << "<ol class=\"list\">"
      for line in told.lines { html << line.item(reader) }
      html << "</ol>\(listing(told).ways(for: reader))"
    }
    html << how(reader)
    html << "<p class=\"meta\"><a href=\"\(Address.cohort.link())\">"
    html << "\(reader("circles.cohort", "Plan an event: who should be put together?"))</a></p>"
    html << "<aside class=\"next\"><h2>\(reader("circles.next", "Is your city in none of them?"))</h2><p>"
    let why = reader(
      "circles.next-why", "A circle needs something from you: what you want to learn, and what you could teach.")
    html << "\(why)</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.newNeed.link())\">"
    html << "\(reader("needs.begin", "Say it in two questions"))</a> <a href=\"\(Address.newPractice.link())\">"
    html << "\(reader("practices.begin", "Tell it, also if it failed"))</a></p></aside>"
  }

  private func listing(_ told: CirclesTold) -> Listing<CircleLine> {
    Listing(items: told.lines, total: told.total, page: told.page, per: told.per)
  }

  private func answer(_ reader: Reader) -> String {
    guard let told else { return reader.gathering }
    if told.mayBeMore {
      return reader(
        "circles.answer-cut", "These are the best {n} circles in which everyone both teaches and learns.",
        ["n": reader.words.number(told.total)])
    }
    return reader.count(
      told.total, "circles.answer", one: "There is one circle in which everyone both teaches and learns.",
      other: "There are {n} circles in which everyone both teaches and learns.")
  }

  /// A form that narrows the list to a theme, a size and an organisation.
  private func narrow(_ reader: Reader) -> Written {
    let filled = Filled(values: [
      "theme": [theme?.text ?? ""], "size": [size.map(String.init) ?? ""],
      "organisation": [organisation?.id.text ?? ""],
    ])
    let any = Filled.Option("", reader("circles.any", "Any"))
    let themes = Themes.groups.flatMap { [$0] + Themes.sectors(of: $0.id) }.map { theme in
      let name = reader.words.name(among: theme.names)
      return Filled.Option(theme.id.text, theme.parent == nil ? name : "– " + name)
    }
    let sizes = Circle.sizes.map { Filled.Option(String($0), reader.words.number($0)) }
    var known = own.filter { $0.id != organisation?.id }
    if let organisation { known.insert(organisation, at: 0) }
    var html = HTML(capacity: 4096)
    html << "<form class=\"narrow\" method=\"get\" action=\"\(Address.circles.link())\">"
    html << reader.kept(but: ["theme", "size", "organisation", "page", "done"])
    html << filled.choice("theme", reader("circles.theme", "What someone learns"), [any] + themes)
    html << filled.choice("size", reader("circles.size", "How many in it"), [any] + sizes)
    if !known.isEmpty {
      let options = Filled.options(known)
      html << filled.choice("organisation", reader("circles.with", "With"), [any] + options)
    }
    html << "<p class=\"doing\"><button>\(reader("circles.narrow", "Show these"))</button></p></form>"
    return "\(html)"
  }

  private func nothing(_ reader: Reader) -> Written {
    reader.empty(
      .none, reader("circles.none", "No such circle"),
      reader(
        "circles.none.text",
        "We put every published need to every published practice. No ring of two, three or four closes so far."),
      "<a href=\"\(Address.circles.link())\">\(reader("circles.all", "All circles"))</a>")
  }

  private func how(_ reader: Reader) -> Written {
    let text = reader(
      "circles.how.text",
      """
      An organisation can teach another when a practice of its own is about a theme of the other’s need or a near one, \
      scores at least {least} of 100 for it, and is among the {best} best answers to it. A circle is as strong as its \
      weakest link; of equal ones the one with the higher average comes first.
      """,
      [
        "least": reader.words.number(TeachingArcs.least.points),
        "best": reader.words.number(TeachingArcs.bestPerNeed),
      ])
    return "<details><summary>\(reader("circles.how", "How circles are found"))</summary><p>\(text)</p></details>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    let told = told ?? CirclesTold(lines: [], total: 0, page: 1, per: 20, mayBeMore: true)
    json.object { json in
      listing(told).writeParts(&json, for: reader) { json, line in line.write(&json) }
      json.flag("total-is-all", !told.mayBeMore)
      json.flag("gathering", isGathering)
    }
  }
}

extension CirclesPage: Gathered {
  package var isGathering: Bool { told == nil }
}
