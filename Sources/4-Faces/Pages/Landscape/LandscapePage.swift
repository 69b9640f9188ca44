import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Pictures
import Reference

/// Who works with whom: the world by regions, or one region by countries.
package struct LandscapePage: Page {
  let view: Landscape.View
  let choice: LandscapeChoice
  let landscape: Landscape
  let evolution: Evolution
  /// The flows of the view that the chosen themes leave, whatever forms and claims are chosen.
  private let flows: [Flow]

  /// - Parameters:
  ///   - view: the world or a region; a country has a page of its own.
  ///   - flows: what the chosen themes leave.
  ///   - evolution: of what the view shows.
  package init(_ view: Landscape.View, of flows: [Flow], choice: LandscapeChoice = .init(), evolution: Evolution) {
    (self.view, self.choice, self.evolution) = (view, choice, evolution)
    landscape = Landscape(view, of: choice.narrowed(flows)) { Countries[$0]?.subregion }
    self.flows = flows.filter { flow in
      guard case .region(let code) = view else { return true }
      return [flow.from, flow.to].contains { Countries[$0]?.subregion == code }
    }
  }

  package func head(for reader: Reader) -> Head {
    Head(
      question(reader), in: .landscape,
      description: reader(
        "landscape.description", "Which cities and regions of the world work with which, and who says so."))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    if region != nil {
      html << "\(reader.crumbs(reader("landscape.world", "The world"), choice.address(of: nil)))"
    }
    html << "\(reader.question(question(reader), answer: reader.standing(landscape.tally)))"
    html << "\(LandscapeMap(landscape, choice: choice, for: reader).written(for: reader))\(reader.key(landscape.tally))"
    html << "<div class=\"columns\"><div>"
    writeEnds(&html, reader)
    writeYears(&html, reader)
    html << "</div>"
    writeChoice(&html, reader)
    html << "</div>"
    writeNext(&html, reader)
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["view"] = region.map { "region:\($0)" } ?? "world"
      json.tally(landscape.tally)
      json.array("zones", landscape.ends) { json, end in
        json.object { json in
          json.zone("zone", end.zone, for: reader)
          json.tally(end.tally)
        }
      }
      json.array("lines", landscape.bundles) { json, bundle in
        json.object { json in
          json.zone("from", bundle.from, for: reader)
          json.zone("to", bundle.to, for: reader)
          json.tally(bundle.tally)
          json.array("forms", bundle.forms.sorted { $0.key.rawValue < $1.key.rawValue }) { json, form in
            json.object { json in
              json["form"] = form.key.rawValue
              json.number("count", form.value)
            }
          }
        }
      }
      evolution.write(&json)
    }
  }
}

extension LandscapePage {
  private var region: String? { if case .region(let code) = view { code } else { nil } }

  private func question(_ reader: Reader) -> String {
    guard let region else { return reader("landscape.question", "Who is learning from whom?") }
    return reader(
      "landscape.region-question", "Who works with {region}?", ["region": reader.name(of: .region(region))])
  }

  /// Each zone of the view, with what is on record of it; those beyond a region are told by the lines.
  private func writeEnds(_ html: inout HTML, _ reader: Reader) {
    let own = landscape.ends.filter { $0.zone.isCountry == (region != nil) }
    if own.isEmpty { return }
    let title =
      region == nil
      ? reader("landscape.by-region", "Region by region") : reader("landscape.by-country", "Country by country")
    let note = reader(
      "landscape.counted-twice",
      "What joins two of them counts in both. A partnership of several countries counts once for each two of them.")
    let first = region == nil ? reader("landscape.region", "Region") : reader("landscape.country", "Country")
    html << "<section aria-labelledby=\"ends\"><h2 id=\"ends\">\(title)</h2>"
    let table = reader.table(first, caption: note, own) { end in
      (name: "<a href=\"\(choice.address(of: end.zone))\">\(reader.name(of: end.zone))</a>", tally: end.tally)
    }
    html << "\(table)</section>"
  }

  private func writeYears(_ html: inout HTML, _ reader: Reader) {
    guard let years = evolution.written(for: reader) else { return }
    html << "<section aria-labelledby=\"years\"><h2 id=\"years\">\(reader("years.title", "When did they begin?"))</h2>"
    html << "\(years)</section>"
  }

  private func writeChoice(_ html: inout HTML, _ reader: Reader) {
    let forms = Partnership.Form.allCases.map { form in
      Facet.Value(
        form.rawValue, reader.words[form.name],
        count: flows.compactMap { $0.narrowed(to: [form], choice.claims) }.map(\.tally).sum().total,
        isChosen: choice.forms.contains(form))
    }
    let claims = Tally.order.map { state in
      Facet.Value(
        state.rawValue, reader.words[state.name],
        count: flows.compactMap { $0.narrowed(to: choice.forms, [state]) }.map(\.tally).sum().total,
        isChosen: choice.claims.contains(state))
    }
    let themes = choice.themes.map { id in
      Facet.Value(id.text, reader.words.name(of: id), count: flows.map(\.tally).sum().total, isChosen: true)
    }
    Facet.write(
      [
        Facet("claim", reader("facet.claim", "Who says so"), claims.filter { $0.count > 0 || $0.isChosen }),
        Facet("form", reader("facet.form", "Form"), forms.filter { $0.count > 0 || $0.isChosen }),
        Facet("theme", reader("facet.theme", "Theme"), themes),
      ], &html, for: reader)
  }

  private func writeNext(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("landscape.next", "Is your town’s line still dotted?"))</h2>"
    let why = reader(
      "landscape.next-why",
      "A dotted line is something that a list says about you. Two minutes make it solid, or take it away.")
    html << "<p>\(why)</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.organisations.link())\">"
    html << "\(reader("landscape.find-town", "Find my town"))</a> "
    html << "<a href=\"\(Address.openFile.link("partnerships.geojson"))\">GeoJSON</a></p></aside>"
  }
}
