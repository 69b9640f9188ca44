import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Pictures
import Reference

/// One country: who is there, with whom it works, what is sought and taught, and how much of that anybody confirms.
package struct CountryPage: Page {
  let country: Country
  let figures: CountryFigures
  let landscape: Landscape
  let evolution: Evolution

  /// - Parameter flows: those that touch the country, at least.
  package init(_ country: Country, _ figures: CountryFigures, of flows: [Flow], evolution: Evolution) {
    (self.country, self.figures, self.evolution) = (country, figures, evolution)
    landscape = Landscape(.country(country.id), of: flows) { Countries[$0]?.subregion }
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .landscape) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let region = Zone.region(country.subregion)
    html << "\(reader.crumbs(reader.name(of: region), LandscapeChoice().address(of: region)))"
    html << "\(reader.question(question(reader), answer: reader.standing(figures.tally)))"
    if !landscape.bundles.isEmpty {
      html
        << "\(LandscapeMap(landscape, isGlance: true, for: reader).written(for: reader))\(reader.key(landscape.tally))"
    }
    html << "<div class=\"columns\"><div>"
    writeForms(&html, reader)
    writeThemes(&html, reader)
    writePartners(&html, reader)
    if let years = evolution.written(for: reader) {
      let title = reader("years.title", "When did they begin?")
      html << "<section aria-labelledby=\"years\"><h2 id=\"years\">\(title)</h2>\(years)</section>"
    }
    html << "</div><aside>"
    writeWho(&html, reader)
    writeFacts(&html, reader)
    html << "</aside></div>"
    writeNext(&html, reader)
  }

  func question(_ reader: Reader) -> String {
    reader("country.question", "Who learns with {country}?", ["country": reader.name(of: country.id)])
  }
}

// The detail, part by part.
extension CountryPage {
  private func writeForms(_ html: inout HTML, _ reader: Reader) {
    let forms = Partnership.Form.allCases.filter { figures.partnerships[$0] != nil }
    if forms.isEmpty { return }
    let table = reader.table(reader("facet.form", "Form"), forms) { form in
      let list = Address.partnerships() + "?country=\(country.id)&form=\(form.rawValue)"
      return (
        name: "<a href=\"\(list)\">\(reader.words[form.name])</a>", tally: figures.partnerships[form] ?? Tally()
      )
    }
    let title = reader("country.forms", "What kind of partnerships?")
    html << "<section aria-labelledby=\"forms\"><h2 id=\"forms\">\(title)</h2>\(table)</section>"
  }

  private func writeThemes(_ html: inout HTML, _ reader: Reader) {
    let title = reader("country.themes", "What is sought and taught?")
    html << "<section aria-labelledby=\"themes\"><h2 id=\"themes\">\(title)</h2>"
    if figures.themes.isEmpty {
      let why = reader(
        "country.no-theme-why", "No organisation of this country has published a need, a practice or a theme.")
      let next: Written = "<a href=\"\(Address.newNeed.link())\">\(reader("pieces.first-need", "Say what you need"))</a>"
      html << "\(reader.empty(.unreported, reader("country.no-theme", "No theme yet"), why, next))</section>"
      return
    }
    writeTags(figures.gaps, .learn, reader("country.gaps", "Sought, and taught by nobody here"), &html, reader)
    writeTags(figures.nearby, .plain, reader("country.nearby", "Sought here, and taught here"), &html, reader)
    writeTags(figures.gifts, .teach, reader("country.gifts", "Taught here, and sought by nobody here"), &html, reader)
    let overlaps = reader(
      "country.overlaps", "Several partnerships work on the same, perhaps without knowing of each other")
    writeTags(figures.overlaps, .plain, overlaps, &html, reader)
    html << "</section>"
  }

  private func writeTags(
    _ themes: [ThemeFigures], _ hue: Hue, _ title: String, _ html: inout HTML, _ reader: Reader
  ) {
    if themes.isEmpty { return }
    html << "<h3>\(title)</h3>\(reader.tags(themes.prefix(12).compactMap { Themes[$0.theme] }, hue))"
  }

  /// Country by country, beyond what the map can tell.
  private func writePartners(_ html: inout HTML, _ reader: Reader) {
    let partners = landscape.between.prefix(20)
    if partners.isEmpty { return }
    html << "<section aria-labelledby=\"with\"><h2 id=\"with\">\(reader("country.with", "With whom?"))</h2>"
    let table = reader.table(reader("landscape.country", "Country"), partners) { bundle in
      let other = bundle.end(opposite: .country(country.id))
      return (
        name: "<a href=\"\(LandscapeChoice().address(of: other))\">\(reader.name(of: other))</a>", tally: bundle.tally
      )
    }
    html << "\(table)"
    let more = landscape.between.dropFirst(20)
    if !more.isEmpty {
      let words = reader.count(
        more.count, "country.more-partners", one: "One more country, with {m} partnerships.",
        other: "{n} more countries, with {m} partnerships together.",
        ["m": reader.number(more.map(\.tally).sum().total)])
      html << "<p>\(words)</p>"
    }
    html << "</section>"
  }

  private func writeNext(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("country.next", "Is something here not so?"))</h2><p>"
    html << "\(reader("country.next-why", "Whoever a line is about can confirm it or say that it is not so."))"
    html << "</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.organisations.link())?country=\(country.id)\">"
    html << "\(reader("landscape.find-town", "Find my town"))</a></p></aside>"
  }
}
