import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pictures
import Reference

/// The map of a landscape, with the key to it, what it leaves out, and its table.
struct LandscapeMap {
  let landscape: Landscape
  let map: WorldMap
  private let choice: LandscapeChoice
  private let size: FigureSize

  /// - Parameter isGlance: whether it stands on a page of which it is not the main thing.
  init(_ landscape: Landscape, choice: LandscapeChoice = .init(), isGlance: Bool = false, for reader: Reader) {
    (self.landscape, self.choice, size) = (landscape, choice, isGlance && landscape.view == .world ? .glance : .wide)
    map = WorldMap(
      of: landscape,
      telling: WorldMap.Telling(
        title: reader("landscape.map", "Map of partnerships"), name: { reader.name(of: $0) },
        story: { Self.story($0, reader) }, link: { choice.address(of: $0) }), isGlance: isGlance)
  }

  /// The picture with its caption and its table.
  func written(for reader: Reader) -> Written {
    reader.figure(map.svg, size, caption: caption(reader), table: table(reader))
  }

  private static func story(_ bundle: Bundle, _ reader: Reader) -> String {
    let ends = bundle.isWithin ? [bundle.from] : [bundle.from, bundle.to]
    let names = ends.map { reader.name(of: $0) }.joined(separator: " – ")
    let states = Tally.order.filter { bundle.tally[$0] > 0 }
      .map { "\(reader.number(bundle.tally[$0])) \(reader.words[$0.name])" }
    return names + ": " + states.joined(separator: ", ")
  }

  private func caption(_ reader: Reader) -> Written {
    let lines = reader(
      "map.lines",
      "A line joins two that work together, a ring stays within one; both are thicker from 5, 20, 100 and 500 "
        + "partnerships. Two lines side by side: how most of them stand, and the best known of the rest.")
    let size = reader("map.size", "Size is people. Land after Natural Earth.")
    let day = reader("map.day", "Figures of {day}.", ["day": reader.words.day(reader.today)])
    return "\(lines) \(rest(reader)) \(size) \(day)"
  }

  /// What is on record and not drawn.
  private func rest(_ reader: Reader) -> String {
    let left = landscape.undrawn
    if left.isEmpty { return "" }
    return reader.count(
      left.count, "map.rest", one: "One thinner line, for {m} more, is left out.",
      other: "{n} thinner lines, for {m} more, are left out; they are in the data.",
      ["m": reader.number(left.map(\.tally).sum().total)])
  }

  /// What the map draws, line by line.
  private func table(_ reader: Reader) -> Written {
    var html = HTML(capacity: 8192)
    html << "<table><thead><tr><th scope=\"col\">\(reader("map.between", "Between"))</th>"
    html << "<th scope=\"col\">\(reader("map.and", "and"))</th>\(reader.tallyHeads)</tr></thead><tbody>"
    for bundle in map.bundles {
      let other =
        bundle.isWithin
        ? "<td>\(reader("map.itself", "itself"))</td>" as Written : "<td>\(reader.name(of: bundle.to))</td>"
      html << "<tr><th scope=\"row\">\(reader.name(of: bundle.from))</th>\(other)\(reader.cells(bundle.tally))</tr>"
    }
    html << "</tbody></table>"
    return "\(html)"
  }
}
