package import Cooperation
import Foundation

/// The Equal Earth projection (Šavrič, Patterson, Jenny 2018), as the outlines are drawn: about 11° east, 1000 wide.
package enum EqualEarth {
  /// The whole map but Antarctica.
  package static let world = Box(0, 0, 1000, 440)

  /// Where a position on the earth lies on the map.
  package static func point(_ position: Position) -> Point {
    let east = (position.longitude - 11 + 540).truncatingRemainder(dividingBy: 360) - 180
    let t = asin(3.0.squareRoot() / 2 * sin(position.latitude * .pi / 180))
    let t2 = t * t, t6 = t2 * t2 * t2
    let slope = 9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1
    let x = 2 * 3.0.squareRoot() * (east * .pi / 180) * cos(t) / (3 * slope)
    let y = t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    return Point(500 + unit * x, 243.5 - unit * y)
  }

  private static let a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796
  private static let unit = 184.7316
}
