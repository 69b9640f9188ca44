import Cooperation
import Foundation

/// A point of a picture, in the picture's own units; y grows downwards.
package struct Point: Sendable, Hashable {
  package let x: Double
  package let y: Double
  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (point: Point, factor: Double) -> Point { Point(point.x * factor, point.y * factor) }
  var length: Double { (x * x + y * y).squareRoot() }
}

/// An upright rectangle: a cut out of the world, the room that a label takes.
package struct Box: Sendable, Hashable {
  package let x: Double
  package let y: Double
  package let width: Double
  package let height: Double

  package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  var centre: Point { Point(x + width / 2, y + height / 2) }

  package func contains(_ point: Point) -> Bool {
    (x...x + width).contains(point.x) && (y...y + height).contains(point.y)
  }

  func meets(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }

  func holds(_ other: Box) -> Bool {
    contains(Point(other.x, other.y)) && contains(Point(other.x + other.width, other.y + other.height))
  }

  /// The box that is `margin` smaller on each side.
  func inset(by margin: Double) -> Box { Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin) }

  /// The smallest box of this shape (width over height), at least `least` wide, around this one and some air.
  func fitting(shape: Double, least: Double) -> Box {
    let wide = max(width * 1.12, height * 1.12 * shape, least)
    return Box(centre.x - wide / 2, centre.y - wide / shape / 2, wide, wide / shape)
  }
}
