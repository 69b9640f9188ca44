import Cooperation
import Foundation
import Reference

@testable import Pictures

/// Made-up relations between real countries: many near, few far, most of them inferred.
enum Relations {
  /// Flows that hold `count` partnerships in all.
  static func flows(_ count: Int, seed: UInt64 = 1) -> [Flow] {
    var chance = Chance(seed: seed)
    let countries = Countries.all.filter { ($0.population ?? 0) > 300_000 }
    var tallies: [Ends: Tally] = [:]
    let regions = Dictionary(grouping: countries, by: \.region)
    for _ in 0..<count {
      let one = countries[Int.random(in: 0..<countries.count, using: &chance)]
      let near = regions[one.region] ?? countries
      let isNear = Int.random(in: 0..<10, using: &chance) < 6
      let other = (isNear ? near : countries).randomElement(using: &chance) ?? one
      let states: [Claim.State] = [.inferred, .inferred, .inferred, .inferred, .silent, .claimed, .confirmed]
      let state = Int.random(in: 0..<60, using: &chance) == 0 ? .disputed : states.randomElement(using: &chance)
      let isTwinning = Int.random(in: 0..<10, using: &chance) < 8
      let form = isTwinning ? .twinning : Partnership.Form.allCases.randomElement(using: &chance) ?? .network
      tallies[Ends(one: one.id, other: other.id, form: form), default: Tally()] += Tally([state ?? .inferred: 1])
    }
    return tallies.map { Flow($0.key.one, $0.key.other, $0.key.form, $0.value) }
      .sorted { ($0.from, $0.to, $0.form.rawValue) < ($1.from, $1.to, $1.form.rawValue) }
  }

  private struct Ends: Hashable {
    let one: Country.Code
    let other: Country.Code
    let form: Partnership.Form
  }

  static func landscape(_ view: Landscape.View, of flows: [Flow]) -> Landscape {
    Landscape(view, of: flows) { Countries[$0]?.subregion }
  }

  static let telling = WorldMap.Telling(
    title: "Who works with whom?",
    name: { zone in
      switch zone {
      case .country(let code): Countries[code]?.names["en"] ?? code.text
      case .region(let code): Countries.region(code)?.names["en"] ?? code
      }
    },
    story: { "\($0.from.code) and \($0.to.code): \($0.tally.total)" }, link: { "/\($0.code)" })
}
