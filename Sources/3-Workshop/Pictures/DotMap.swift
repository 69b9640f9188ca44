package import Cooperation
package import Markup

/// Organisations as dots on the land, as a picture of its own that a page shows beside its list.
///
/// Its colours stand on light and on dark paper alike, because a picture of its own knows nothing of the page's.
package struct DotMap: Sendable {
  private let cut: Box
  private let dots: [Organisation.Dot]

  /// A map of the nearest part of the world that holds all of `dots`; of the whole world where there are none.
  package init(_ dots: [Organisation.Dot]) {
    self.dots = dots
    cut = Self.cut(around: dots.map { EqualEarth.point($0.position) })
  }

  /// At least an eighth of the world, with a rim, of the shape of the whole.
  private static func cut(around points: [Point]) -> Box {
    let world = EqualEarth.world
    guard let first = points.first else { return world }
    let left = points.reduce(first.x) { min($0, $1.x) }, right = points.reduce(first.x) { max($0, $1.x) }
    let top = points.reduce(first.y) { min($0, $1.y) }, bottom = points.reduce(first.y) { max($0, $1.y) }
    let shape = world.width / world.height
    let wide = max((right - left) * 1.2, (bottom - top) * 1.2 * shape, world.width / 8)
    guard wide < world.width else { return world }
    let x = min(max((left + right - wide) / 2, 0), world.width - wide)
    let y = min(max((top + bottom - wide / shape) / 2, 0), world.height - wide / shape)
    return Box(x, y, wide, wide / shape)
  }

  /// The picture, with `title` as its text.
  package func svg(title: String) -> HTML {
    let scale = 1000 / cut.width, height = cut.height * scale
    var html = HTML(capacity: 48_000)
    html << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 \(height.whole)\" width=\"1000\" "
    html << "height=\"\(height.whole)\" role=\"img\"><title>\(title)</title>"
    html << "<g fill=\"#8a8778\" fill-opacity=\".3\" transform=\"scale(\(scale)) translate(\(-cut.x) \(-cut.y))\">"
    for land in Land.all where land.bounds.meets(cut) { html << "<path d=\"\(land.path)\"/>" }
    html << "</g><g fill=\"#2b919b\" fill-opacity=\".75\">"
    for dot in dots {
      let point = EqualEarth.point(dot.position)
      let x = ((point.x - cut.x) * scale).whole, y = ((point.y - cut.y) * scale).whole
      html << "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius(of: dot))\"/>"
    }
    html << "</g></svg>"
    return html
  }

  /// Larger from 5, 20 and 100 partners.
  private func radius(of dot: Organisation.Dot) -> Int { 5 + [5, 20, 100].count { dot.relations >= $0 } * 2 }
}
