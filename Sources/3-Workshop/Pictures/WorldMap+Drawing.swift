import Cooperation
package import Markup

extension WorldMap {
  /// The picture itself. It is never mirrored: east is right in every language.
  package var svg: HTML {
    var html = HTML(capacity: 48_000)
    html << "<svg viewBox=\"0 0 1000 \(height.whole)\" role=\"group\" aria-labelledby=\"map-title\" direction=\"ltr\">"
    html << "<title id=\"map-title\">\(telling.title)</title>"
    let unit = isCoarse ? scale * 2 : scale, back = isCoarse ? 0.5 : 1
    html << "<g transform=\"scale(\(unit)) translate(\(-cut.x * back) \(-cut.y * back))\">"
    for shape in shapes { draw(shape, &html) }
    html << "</g>"
    if cut != EqualEarth.world { html << "<path class=\"rule\" d=\"M0 0h1000v\(height.whole)h-1000z\"/>" }
    for line in lines { draw(line, &html) }
    let names = spots.map { telling.name($0.zone) }
    let labels = Labels.placed(spots, names, height: height)
    for (place, spot) in spots.enumerated() { draw(spot, names[place], labels[place], &html) }
    html << "</svg>"
    return html
  }

  /// Land is for the finger and the mouse; the keyboard goes by the points, which lead to the same places.
  private func draw(_ shape: Shape, _ html: inout HTML) {
    let name: Written = shape.isHere ? "land here" : "land"
    guard let zone = shape.zone, let link = telling.link(zone) else {
      html << "<path class=\"\(name)\" d=\"\(shape.path)\"/>"
      return
    }
    html << "<a href=\"\(link)\" tabindex=\"-1\" aria-hidden=\"true\"><title>\(telling.name(zone))</title>"
    html << "<path class=\"\(name)\" d=\"\(shape.path)\"/></a>"
  }

  private func draw(_ line: Line, _ html: inout HTML) {
    guard let from = point(of: line.bundle.from), let to = point(of: line.bundle.to) else { return }
    if line.bundle.isWithin { return drawRing(line, around: from, &html) }
    let lift = line.isBeside ? Stroke.main(of: line.bundle).width / 2 + line.stroke.width / 2 + 1.5 : 0
    let arc = Arc(from, to, lift: lift)
    let told: Written = line.isBeside ? "" : "<title>\(telling.story(line.bundle))</title>"
    html << "<path class=\"\(line.stroke.name)\" d=\"\(arc.path)\">\(told)</path>"
    if line.stroke.state == .silent { html << "<path class=\"\(line.stroke.core)\" d=\"\(arc.path)\"/>" }
    if line.stroke.state == .disputed { drawCross(arc.middle, &html) }
  }

  /// What stays within a zone runs around its point.
  private func drawRing(_ line: Line, around point: Point, _ html: inout HTML) {
    guard let spot = spots.first(where: { $0.zone == line.bundle.from }) else { return }
    let main = Stroke.main(of: line.bundle)
    let beside = line.isBeside ? main.width / 2 + line.stroke.width / 2 + 1.5 : 0
    let radius = spot.radius + 3 + main.width / 2 + beside
    let circle: Written = "cx=\"\(point.x.whole)\" cy=\"\(point.y.whole)\" r=\"\(radius)\""
    let told: Written = line.isBeside ? "" : "<title>\(telling.story(line.bundle))</title>"
    html << "<circle class=\"\(line.stroke.name)\" \(circle)>\(told)</circle>"
    if line.stroke.state == .silent { html << "<circle class=\"\(line.stroke.core)\" \(circle)/>" }
    if line.stroke.state == .disputed { drawCross(Point(point.x, point.y - radius), &html) }
  }

  private func drawCross(_ point: Point, _ html: inout HTML) {
    html << "<path class=\"arc disputed\" d=\"m-4-4l8 8m0-8l-8 8\" "
    html << "transform=\"translate(\(point.x.whole) \(point.y.whole))\"/>"
  }

  private func draw(_ spot: Spot, _ name: String, _ label: Labels.Label?, _ html: inout HTML) {
    let link = telling.link(spot.zone)
    if let link { html << "<a href=\"\(link)\">" } else { html << "<g>" }
    let dot: Written = spot.isHollow ? "hollow" : "dot"
    html << "<circle class=\"\(dot)\" cx=\"\(spot.point.x.whole)\" cy=\"\(spot.point.y.whole)\" r=\"\(spot.radius)\">"
    html << "<title>\(name)</title></circle>"
    if let label {
      let fine: Written = label.isFine ? " class=\"fine\"" : ""
      let anchor: Written = label.anchor == .start ? "" : " text-anchor=\"\(label.anchor.rawValue)\""
      html << "<text x=\"\(label.at.x.whole)\" y=\"\(label.at.y.whole)\"\(anchor)\(fine)>\(label.text)</text>"
    }
    if link == nil { html << "</g>" } else { html << "</a>" }
  }
}

extension WorldMap.Spot {
  /// Whether it stands on the map without anything on record.
  fileprivate var isHollow: Bool { if case .untied = standing { true } else { false } }
}

extension Stroke {
  /// The main line of a bundle.
  static func main(of bundle: Bundle) -> Stroke {
    let state = bundle.tally.dominant ?? .silent
    return Stroke(state: state, count: bundle.tally[state])
  }
}
