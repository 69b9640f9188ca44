import Addresses
package import Cooperation
import HTTP
import Languages
import Markup

extension OrganisationPage {
  func speakers(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"people\"><h2 id=\"people\">"
    html << "\(reader("organisation.who-speaks", "Who speaks for it?"))</h2>"
    if speakers.isEmpty {
      html
        << reader.empty(
          .unreported, reader("organisation.nobody", "Nobody is named yet"),
          reader("organisation.nobody.text", "The organisation has not said who holds which office."))
    } else {
      html << "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"people\"><table><thead><tr>"
      html << "<th scope=\"col\">\(reader("speaker.person", "Person"))</th>"
      html << "<th scope=\"col\">\(reader("speaker.mandate", "Mandate"))</th>"
      html << "<th scope=\"col\">\(reader("speaker.time", "From – to"))</th></tr></thead><tbody>"
      for speaker in speakers { html << line(speaker, reader) }
      html << "</tbody></table></div>"
    }
    html << "</section>"
  }

  private func line(_ speaker: Speaker, _ reader: Reader) -> Written {
    let mandate = speaker.mandate
    let title = mandate.title.isEmpty ? reader.words[mandate.role.name] : mandate.title
    return """
      <tr><th scope="row"><a href="\(Address.person.link(speaker.person.id))"><bdi>\(speaker.person.name)</bdi></a></th>\
      <td><bdi>\(title)</bdi></td><td>\(reader.term(of: mandate))</td></tr>
      """
  }

  func members(_ html: inout HTML, _ reader: Reader) {
    guard memberCount > 0 else { return }
    let title = reader.count(memberCount, "organisation.members", one: "One member", other: "{n} members")
    html << "<section><h2>\(title)</h2><ul class=\"inline\">"
    for member in members {
      html << "<li><a href=\"\(Address.organisation.link(member.id))\">\(reader.name(member.name))</a></li>"
    }
    html << "</ul>"
    if memberCount > members.count {
      html << "<p class=\"meta\"><a href=\"\(Address.organisations.link())?member-of=\(organisation.id)\">"
      html << "\(reader("organisation.all-members", "All members"))</a></p>"
    }
    html << "</section>"
  }

  func facts(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("organisation.facts", "Facts"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("fact.place", "Place"))</dt><dd>\(whereabouts(reader))</dd>"
    if let place {
      html << "<dt>\(reader("fact.people", "People"))</dt><dd>\(reader.people(place.population))</dd>"
    }
    html << "<dt>\(reader("fact.member-of", "Member of"))</dt><dd>\(memberOf(reader))</dd>"
    html << "<dt>\(reader("fact.languages", "Languages"))</dt><dd>\(reader.languages(organisation.languages))</dd>"
    html << "<dt>\(reader("fact.website", "Website"))</dt><dd>\(website(reader))</dd>"
    if let capacity = organisation.capacity {
      html << "<dt>\(reader("fact.capacity", "Introductions a quarter"))</dt><dd>\(reader.words.number(capacity))</dd>"
    }
    html << "<dt>\(reader("fact.standing", "Standing"))</dt><dd>\(standing(reader))</dd>"
    means(&html, reader)
    if !organisation.formerNames.isEmpty {
      html << "<dt>\(reader("fact.former-names", "Called before"))</dt><dd>\(formerNames(reader))</dd>"
    }
    if !predecessors.isEmpty {
      html << "<dt>\(reader("fact.predecessors", "Takes in"))</dt><dd>\(joined(predecessors, reader))</dd>"
    }
    html << "<dt>\(reader("fact.numbers", "Numbers"))</dt><dd>\(numbers(reader))</dd></dl></section>"
  }

  private func whereabouts(_ reader: Reader) -> Written {
    if let place { return "<a href=\"\(Address.place.link(place.id))\"><bdi>\(reader.line(of: place))</bdi></a>" }
    guard let country = organisation.country else { return reader.blank(.unknown) }
    return "<a href=\"\(Address.country.link(country))\">\(reader.name(of: country))</a>"
  }

  private func memberOf(_ reader: Reader) -> Written {
    bodies.isEmpty ? reader.blank(.unknown) : joined(bodies, reader)
  }

  private func website(_ reader: Reader) -> Written {
    let address = organisation.website
    if address.isEmpty { return reader.blank(.unreported) }
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return "<bdi>\(address)</bdi>" }
    let shown = address.drop { $0 != ":" }.dropFirst(3)
    return "<a href=\"\(address)\" rel=\"nofollow noopener\"><bdi>\(shown)</bdi></a>"
  }

  private func numbers(_ reader: Reader) -> Written {
    if organisation.identifiers.isEmpty { return reader.blank(.none) }
    var html = HTML(capacity: 256)
    for (number, identifier) in organisation.identifiers.enumerated() {
      let dot: Written = number == 0 ? "" : " · "
      html << "\(dot)\(reader.words[identifier.scheme.name]) <span class=\"hash\">\(identifier.value)</span>"
    }
    return "\(html)"
  }
}

extension Reader {
  /// The years of a mandate: `2021 – 2024`, `2021 – open`.
  func term(of mandate: Mandate) -> Written {
    let end: Written = mandate.until.map { "\($0.year)" } ?? "\(self("speaker.open", "open"))"
    return "\(mandate.from.year) – \(end)"
  }
}

extension Organisation.ExternalIdentifier.Scheme {
  package var name: Phrase {
    switch self {
    case .geonames: Phrase("scheme.geonames", "GeoNames")
    case .wikidata: Phrase("scheme.wikidata", "Wikidata")
    case .iati: Phrase("scheme.iati", "IATI")
    case .national: Phrase("scheme.national", "National code")
    }
  }
}
