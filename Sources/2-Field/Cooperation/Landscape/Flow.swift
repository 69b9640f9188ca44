/// The partnerships of one form on record between two countries, or within one.
///
/// A partnership of many parties is counted once for each pair of countries that it joins.
package struct Flow: Sendable, Hashable {
  /// The two countries in the alphabet's order; twice the same for what stays within one.
  package let from: Country.Code
  package let to: Country.Code
  package let form: Partnership.Form
  package let tally: Tally

  package init(_ one: Country.Code, _ other: Country.Code, _ form: Partnership.Form, _ tally: Tally) {
    (from, to) = (min(one, other), max(one, other))
    (self.form, self.tally) = (form, tally)
  }

  /// What is left of the flow where only some forms and some states are looked at; none named means all.
  package func narrowed(to forms: Set<Partnership.Form>, _ states: Set<Claim.State>) -> Flow? {
    guard forms.isEmpty || forms.contains(form) else { return nil }
    let left = states.isEmpty ? tally : states.map { tally.only($0) }.sum()
    return left.isEmpty ? nil : Flow(from, to, form, left)
  }
}

/// A part of the world that can be an end of a line on the map.
package enum Zone: Sendable, Hashable, Comparable {
  case country(Country.Code)
  /// A sub-region, by its United Nations M49 code.
  case region(String)

  /// The code of the country or region.
  package var code: String {
    switch self {
    case .country(let country): country.text
    case .region(let code): code
    }
  }
}

/// Everything on record between two zones, or within one.
package struct Bundle: Sendable, Hashable {
  /// Never after `to`; the same for what stays within one zone.
  package let from: Zone
  package let to: Zone
  package private(set) var tally: Tally
  package private(set) var forms: [Partnership.Form: Int]

  package init(_ one: Zone, _ other: Zone, _ tally: Tally, forms: [Partnership.Form: Int] = [:]) {
    (from, to) = (min(one, other), max(one, other))
    (self.tally, self.forms) = (tally, forms)
  }

  package init(_ flow: Flow) {
    self.init(.country(flow.from), .country(flow.to), flow.tally, forms: [flow.form: flow.tally.total])
  }

  package var isWithin: Bool { from == to }
  package func touches(_ zone: Zone) -> Bool { from == zone || to == zone }

  /// The zone at the other end from `zone`.
  package func end(opposite zone: Zone) -> Zone { from == zone ? to : from }

  /// How much it matters to see it: a partnership that someone speaks for counts as ten that nobody does.
  package var weight: Int { tally.total + 9 * tally.spoken }

  /// The bundles told by wider zones, the weightiest first. Those with an end that has no wider zone are left out.
  package static func gathered(_ bundles: [Bundle], into zone: (Zone) -> Zone?) -> [Bundle] {
    struct Ends: Hashable { let from: Zone, to: Zone }
    var places: [Ends: Int] = [:]
    var gathered: [Bundle] = []
    for bundle in bundles {
      guard let from = zone(bundle.from), let to = zone(bundle.to) else { continue }
      let ends = Ends(from: min(from, to), to: max(from, to))
      if let place = places[ends] {
        gathered[place].add(bundle)
      } else {
        places[ends] = gathered.count
        gathered.append(Bundle(from, to, bundle.tally, forms: bundle.forms))
      }
    }
    return gathered.sorted(by: isWeightier)
  }

  private mutating func add(_ other: Bundle) {
    tally += other.tally
    for (form, count) in other.forms { forms[form, default: 0] += count }
  }

  private static func isWeightier(_ a: Bundle, _ b: Bundle) -> Bool {
    a.weight != b.weight ? a.weight > b.weight : (a.from, a.to) < (b.from, b.to)
  }
}
