import Cooperation
import Markup

/// A quadratic curve from one point to another, bent towards the pole so that it reads as a journey.
struct Arc: Sendable {
  let from: Point
  let to: Point
  let control: Point

  /// - Parameter lift: how much farther than usual it is bent, in units; keeps two arcs of one pair apart.
  init(_ one: Point, _ other: Point, lift: Double = 0) {
    (from, to) = one.x <= other.x ? (one, other) : (other, one)
    let chord = to - from
    let length = max(chord.length, 1)
    let upward = Point(chord.y / length, -chord.x / length)
    let bent = from + chord * 0.5 + upward * (min(length * 0.22, 90) + 2 * lift)
    // An arc near the upper edge is bent less, so that it stays on the picture.
    control = Point(bent.x, max(bent.y, 12 - min(from.y, to.y)))
  }

  var middle: Point { from * 0.25 + control * 0.5 + to * 0.25 }

  var path: Written {
    "M\(from.x.whole) \(from.y.whole)Q\(control.x.whole) \(control.y.whole) \(to.x.whole) \(to.y.whole)"
  }
}

extension Double {
  /// The nearest whole number; pictures that are 1000 wide need no finer ones.
  var whole: Int { isFinite ? Int(rounded()) : 0 }
}

/// The class that draws a line in the style of its claim, as thick as its number asks: five steps.
struct Stroke: Sendable {
  let state: Claim.State
  let count: Int

  /// 1 for up to four, 5 for five hundred and more.
  var step: Int { 1 + Self.steps.count { $0 <= count } }
  /// How thick it is drawn, in pixels.
  var width: Double { [1.75, 2.6, 4, 5.6, 7.5][step - 1] }
  var name: Written { step == 1 ? "arc \(state.rawValue)" : "arc \(state.rawValue) n\(step)" }
  var core: Written { step == 1 ? "arc core" : "arc core n\(step)" }

  /// From how many on a line is drawn one step thicker.
  static let steps = [5, 20, 100, 500]
}
