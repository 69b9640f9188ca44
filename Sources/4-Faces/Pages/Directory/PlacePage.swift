import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// A place of the gazetteer, and who is there.
package struct PlacePage: Page {
  let place: Place
  let organisations: Listing<Organisation.Brief>

  package init(_ place: Place, organisations: Listing<Organisation.Brief>) {
    (self.place, self.organisations) = (place, organisations)
  }

  package func head(for reader: Reader) -> Head { Head(reader.name(of: place), in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.name(of: place.country), Address.country(place.country))
    let found = reader.count(
      organisations.total, "place.answer", one: "One organisation is on record here.",
      other: "{n} organisations are on record here.")
    html
      << reader.question(
        reader("place.question", "Who is here?"), answer: "\(found)", name: "<bdi>\(reader.line(of: place))</bdi>")
    html << "<div class=\"columns\"><div>"
    if organisations.items.isEmpty {
      html
        << reader.empty(
          .none, reader("place.nobody", "Nobody yet"),
          reader("place.nobody.text", "No organisation on record says that it sits here."),
          "<a href=\"\(Address.newOrganisation.link())\">\(reader("organisations.add", "Add your organisation"))</a>")
    }
    html << "<ol class=\"list\">"
    for brief in organisations.items { html << brief.item(reader) }
    html << "</ol>\(organisations.ways(for: reader))</div><aside><section>"
    html << "<h2>\(reader("organisation.facts", "Facts"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("fact.people", "People"))</dt><dd>\(reader.people(place.population))</dd>"
    html << "<dt>\(reader("fact.position", "Position"))</dt><dd><bdi>\(place.position.latitude), "
    html << "\(place.position.longitude)</bdi></dd>"
    if place.id.number > 0 {
      html << "<dt>GeoNames</dt><dd><span class=\"hash\">\(place.id)</span></dd>"
    }
    html << "</dl></section></aside></div>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json.number("geonames", place.id.number)
      json["name"] = place.name
      json["country"] = place.country.text
      json["division"] = place.division
      json.number("latitude", place.position.latitude)
      json.number("longitude", place.position.longitude)
      json.number("population", place.population)
      json.array("organisations", organisations.items) { json, brief in json.object { brief.write(&$0) } }
      json.number("total", organisations.total)
    }
  }
}
