/// Who cooperates with whom, seen from one distance: the world by regions, one region by countries, or one country.
package struct Landscape: Sendable {
  package let view: View
  /// Everything between the zones of this view and within them, the weightiest first.
  package let bundles: [Bundle]

  /// From how far one looks.
  package enum View: Sendable, Hashable {
    case world
    /// A sub-region, by its United Nations M49 code.
    case region(String)
    case country(Country.Code)

    /// How many lines between two zones a picture of this view can hold and still be read.
    package var most: Int { self == .world ? 40 : 60 }
  }

  /// - Parameter region: the sub-region that a country lies in; nil for one that lies in none, which is left out.
  package init(_ view: View, of flows: [Flow], region: (Country.Code) -> String?) {
    self.view = view
    let countries = flows.map { Bundle($0) }
    switch view {
    case .world:
      bundles = Bundle.gathered(countries) { zone in
        if case .country(let country) = zone { region(country).map { .region($0) } } else { zone }
      }
    case .region(let code):
      bundles = Bundle.gathered(countries) { zone in
        guard case .country(let country) = zone, let home = region(country), home != code else { return zone }
        return .region(home)
      }.filter { $0.from.isCountry || $0.to.isCountry }
    case .country(let code):
      bundles = Bundle.gathered(countries.filter { $0.touches(.country(code)) }) { $0 }
    }
  }

  /// What runs between two zones, the weightiest first.
  package var between: [Bundle] { bundles.filter { !$0.isWithin } }
  /// The between that the picture shows: the weightiest, as many as can be read.
  package var drawn: [Bundle] { Array(between.prefix(view.most)) }
  /// The between that only the table and the words tell.
  package var undrawn: [Bundle] { Array(between.dropFirst(view.most)) }

  /// How everything on record stands, each partnership counted for each pair of zones that it joins.
  package var tally: Tally { bundles.lazy.map(\.tally).sum() }

  /// The zones that something touches, those with most first.
  package var ends: [End] {
    var tallies: [Zone: Tally] = [:]
    for bundle in bundles {
      for zone in Set([bundle.from, bundle.to]) { tallies[zone, default: Tally()] += bundle.tally }
    }
    return tallies.map { End(zone: $0.key, tally: $0.value) }
      .sorted { $0.tally.total != $1.tally.total ? $0.tally.total > $1.tally.total : $0.zone < $1.zone }
  }

  /// A zone, and how everything that touches it stands.
  package struct End: Sendable, Hashable {
    package let zone: Zone
    package let tally: Tally
  }
}

extension Zone {
  /// Whether it is a country rather than a region of several.
  package var isCountry: Bool { if case .country = self { true } else { false } }
}
