import Addresses
import Cooperation
import HTTP
import Languages
package import Markup
import Reference

extension CountryPage {
  /// Who is there, and how many of them speak for themselves.
  func writeWho(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("country.who", "Who is here"))</h2>"
    let all = figures.organisations.values.reduce(0, +)
    if all == 0 {
      html << "<p>\(reader.blank(.unknown))</p>"
    } else {
      html << "<dl class=\"facts\">"
      for kind in Organisation.Kind.allCases {
        guard let count = figures.organisations[kind], count > 0 else { continue }
        let list = Address.organisations() + "?country=\(country.id)&kind=\(kind.rawValue)"
        html << "<dt>\(reader.words[kind.name])</dt><dd><a href=\"\(list)\">\(reader.number(count))</a></dd>"
      }
      html << "</dl><p>\(spoken(of: all, reader))</p>"
    }
    html << "<p>\(coverage(reader))</p></section>"
  }

  private func spoken(of all: Int, _ reader: Reader) -> String {
    if figures.spokenFor == 0 {
      return reader("country.none-speaks", "None of them speaks for itself here yet; they are known from lists.")
    }
    return reader.count(
      figures.spokenFor, "country.speaks", one: "One of them speaks for itself here.",
      other: "{n} of them speak for themselves here.", ["all": reader.number(all)])
  }

  private func coverage(_ reader: Reader) -> String {
    if figures.towns == 0 { return "" }
    return reader(
      "country.coverage", "{n} of {all} towns of 15,000 people or more have a partnership on record.",
      ["n": reader.number(figures.tiedTowns), "all": reader.number(figures.towns)])
  }

  /// What the country is like, as far as it matters to whoever looks for a peer.
  func writeFacts(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("country.facts", "The country"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("country.population", "Inhabitants"))</dt><dd>"
    html << "\(country.population.map { Written(escaping: reader.number($0)) } ?? reader.blank(.unknown))</dd>"
    html << "<dt>\(reader("country.income", "Income"))</dt><dd>"
    html << "\(country.income.map { Written(escaping: reader.words[$0.name]) } ?? reader.blank(.unknown))</dd>"
    if !country.groups.isEmpty {
      html << "<dt>\(reader("country.groups", "Among the"))</dt><dd>\(reader.words.list(groups(reader)))</dd>"
    }
    if !country.languages.isEmpty {
      let names = country.languages.map { reader.words.name(of: $0) }
      html << "<dt>\(reader("country.languages", "Languages"))</dt><dd>\(reader.words.list(names))</dd>"
    }
    html << "</dl>"
    writeNeighbours(&html, reader)
    html << "</section>"
  }

  private func groups(_ reader: Reader) -> [String] {
    Country.Group.allCases.filter { country.groups.contains($0) }.map { reader.words[$0.name] }
  }

  private var neighbours: [Country] {
    Countries.all.filter { $0.subregion == country.subregion && $0.id != country.id && ($0.population ?? 0) > 500 }
  }

  private func writeNeighbours(_ html: inout HTML, _ reader: Reader) {
    if neighbours.isEmpty { return }
    let region = reader.name(of: .region(country.subregion))
    html << "<h2>\(reader("country.neighbours", "Also in {region}", ["region": region]))</h2><ul class=\"tags\">"
    for other in neighbours {
      html << "<li><a href=\"\(Address.country.link(other.id))\">\(reader.words.name(among: other.names))</a></li>"
    }
    html << "</ul>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["code"] = country.id.text
      json["name"] = reader.name(of: country.id)
      json["region"] = country.subregion
      json["income"] = country.income?.rawValue
      json.number("population", country.population)
      json.array("groups", country.groups.map(\.rawValue).sorted()) { $0.element($1) }
      json.number("towns", figures.towns)
      json.number("towns_with_partnership", figures.tiedTowns)
      json.number("organisations_speaking", figures.spokenFor)
      writeCounts(&json)
      json.tally(figures.tally)
      json.array("partners", landscape.between) { json, bundle in
        json.object { json in
          json.zone("country", bundle.end(opposite: .country(country.id)), for: reader)
          json.tally(bundle.tally)
        }
      }
      evolution.write(&json)
    }
  }

  private func writeCounts(_ json: inout JSON) {
    json.array("organisations", figures.organisations.sorted { $0.key.rawValue < $1.key.rawValue }) { json, kind in
      json.object { json in
        json["kind"] = kind.key.rawValue
        json.number("count", kind.value)
      }
    }
    json.array("forms", figures.partnerships.sorted { $0.key.rawValue < $1.key.rawValue }) { json, form in
      json.object { json in
        json["form"] = form.key.rawValue
        json.tally(form.value)
      }
    }
    json.array("themes", figures.themes) { json, theme in
      json.object { json in
        json["theme"] = theme.theme.text
        json.number("needs", theme.needs)
        json.number("practices", theme.practices)
        json.number("partnerships", theme.partnerships)
      }
    }
  }
}

extension Country.IncomeGroup {
  var name: Phrase {
    switch self {
    case .low: Phrase("income.low", "Low income")
    case .lowerMiddle: Phrase("income.lower-middle", "Lower middle income")
    case .upperMiddle: Phrase("income.upper-middle", "Upper middle income")
    case .high: Phrase("income.high", "High income")
    }
  }
}

extension Country.Group {
  var name: Phrase {
    switch self {
    case .leastDeveloped: Phrase("group.ldc", "least developed countries")
    case .landlocked: Phrase("group.lldc", "landlocked developing countries")
    case .smallIsland: Phrase("group.sids", "small island developing states")
    }
  }
}
