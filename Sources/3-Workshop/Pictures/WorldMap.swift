package import Cooperation
import Reference

/// The world or a part of it, with what runs between its zones: land, points that are people, lines that are claims.
package struct WorldMap: Sendable {
  let telling: Telling
  /// What is drawn, the weightiest first; told by the zones that stand on the map.
  package let bundles: [Bundle]
  let cut: Box
  /// Whether the land is written in half the units.
  let isCoarse: Bool
  let shapes: [Shape]
  let spots: [Spot]
  let lines: [Line]

  /// How the things on the map are called, and where they lead.
  package struct Telling: Sendable {
    package let title: String
    package let name: @Sendable (Zone) -> String
    package let story: @Sendable (Bundle) -> String
    package let link: @Sendable (Zone) -> String?

    package init(
      title: String, name: @escaping @Sendable (Zone) -> String, story: @escaping @Sendable (Bundle) -> String,
      link: @escaping @Sendable (Zone) -> String?
    ) {
      (self.title, self.name, self.story, self.link) = (title, name, story, link)
    }
  }

  /// A piece of land that is drawn, and perhaps leads somewhere.
  struct Shape: Sendable {
    let zone: Zone?
    let path: String
    let isHere: Bool
  }

  /// A zone's point.
  struct Spot: Sendable {
    let zone: Zone
    let point: Point
    let radius: Double
    let standing: Standing
    let count: Int

    enum Standing: Sendable { case tied, untied, here, beyond(Side) }
  }

  /// The edge of the picture at which a zone beyond it is named.
  enum Side: Sendable, CaseIterable { case left, right, top, bottom }

  /// What is drawn for one state of one bundle; a ring where it stays within one zone.
  struct Line: Sendable {
    let bundle: Bundle
    let stroke: Stroke
    /// The thinner line beside the main one.
    let isBeside: Bool
  }

  /// A map of `landscape`, from as far as its view is.
  ///
  /// - Parameter isGlance: whether the land is drawn coarsely, for a page on which the map is not the main thing.
  package init(of landscape: Landscape, telling: Telling, isGlance: Bool = false) {
    let layout = Layout(landscape)
    self.telling = telling
    cut = layout.cut
    isCoarse = layout.isCoarse(isGlance: isGlance)
    shapes = layout.shapes(isGlance: isGlance)
    let shown = layout.shown
    bundles = shown
    spots = layout.spots(touched: shown)
    lines = shown.flatMap { Line.drawing($0) }.sorted { $0.isUnder($1) }
  }

  /// How many lines between two zones it draws, those beside another not counted.
  package var lineCount: Int { lines.count { !$0.bundle.isWithin && !$0.isBeside } }

  /// How many picture units a unit of the map takes.
  var scale: Double { 1000 / cut.width }
  var height: Double { cut.height * scale }

  func point(of zone: Zone) -> Point? { spots.first { $0.zone == zone }?.point }
}

extension WorldMap.Line {
  /// The lines of a bundle: the state that most are in, and beside it the one with most word behind it.
  static func drawing(_ bundle: Bundle) -> [WorldMap.Line] {
    guard let main = bundle.tally.dominant else { return [] }
    let first = Self(bundle: bundle, stroke: Stroke(state: main, count: bundle.tally[main]), isBeside: false)
    guard let other = bundle.tally.other else { return [first] }
    return [first, Self(bundle: bundle, stroke: Stroke(state: other, count: bundle.tally[other]), isBeside: true)]
  }

  /// What fewer stand behind lies under what more stand behind, and thick under thin.
  fileprivate func isUnder(_ other: Self) -> Bool {
    let order: [Claim.State] = [.inferred, .silent, .claimed, .disputed, .confirmed]
    let mine = order.firstIndex(of: stroke.state) ?? 0, theirs = order.firstIndex(of: other.stroke.state) ?? 0
    if mine != theirs { return mine < theirs }
    if stroke.count != other.stroke.count { return stroke.count > other.stroke.count }
    return (bundle.from, bundle.to) < (other.bundle.from, other.bundle.to)
  }
}
