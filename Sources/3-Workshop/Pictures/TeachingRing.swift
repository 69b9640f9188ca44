package import Markup

/// A learning circle: everyone on one ring, and along each stretch of it what one teaches the next.
///
/// It is a ring drawn long, so that names and subjects stand in lines beside it and can be read on a phone.
package struct TeachingRing: Sendable {
  package let stops: [Stop]

  /// One of those on the ring.
  package struct Stop: Sendable {
    package let name: String
    /// What it teaches the next.
    package let subject: String

    package init(_ name: String, teaches subject: String) { (self.name, self.subject) = (name, subject) }
  }

  /// - Parameter stops: as the teaching goes round; the last teaches the first.
  package init(_ stops: [Stop]) { self.stops = stops }

  /// How many letters fit beside the ring.
  private static let letters = 44
  private static let step = 48.0, top = 16.0

  /// The picture.
  ///
  /// - Parameter isMirrored: whether the ring stands at the right of what is written.
  package func svg(title: String, isMirrored: Bool) -> HTML {
    let side = Side(isMirrored: isMirrored)
    let height = Self.top + Self.step * Double(stops.count) + 2
    var html = HTML(capacity: 2048)
    html << "<svg viewBox=\"0 0 360 \(Int(height))\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    for (place, stop) in stops.enumerated() {
      let y = Self.top + Self.step * Double(place)
      html << "<g class=\"teach\">"
      if place == stops.count - 1 { drawHome(from: y, side, &html) } else { drawDown(from: y, side, &html) }
      html << "<text x=\"\(side.x(58))\" y=\"\(y + 28)\"\(side.near)>\(Self.short(stop.subject))</text></g>"
      html << "<circle class=\"dot\" cx=\"\(side.x(42))\" cy=\"\(y)\" r=\"7\"/>"
      html << "<text x=\"\(side.x(58))\" y=\"\(y + 4)\"\(side.near)>\(Self.short(stop.name))</text>"
    }
    html << "</svg>"
    return html
  }

  /// To the one below.
  private func drawDown(from y: Double, _ side: Side, _ html: inout HTML) {
    let end = y + Self.step
    html << "<path class=\"arc n2\" d=\"M\(side.x(42)) \(y)V\(end - 16)\"/>"
    html << "<path class=\"wedge\" d=\"M\(side.x(42)) \(end - 8)l-5 -9h10z\"/>"
  }

  /// From the last round to the first.
  private func drawHome(from y: Double, _ side: Side, _ html: inout HTML) {
    let turn = 15.0, low = y + 9, way = side.isMirrored ? -1.0 : 1.0
    html << "<path class=\"arc n2\" d=\"M\(side.x(42)) \(y)V\(low)"
    html << "Q\(side.x(42)) \(low + turn) \(side.x(26)) \(low + turn)Q\(side.x(10)) \(low + turn) \(side.x(10)) \(low)"
    html << "V\(Self.top + turn)Q\(side.x(10)) \(Self.top) \(side.x(26)) \(Self.top)\"/>"
    html << "<path class=\"wedge\" d=\"M\(side.x(34)) \(Self.top)l\(-9 * way) -5v10z\"/>"
  }

  private static func short(_ words: String) -> String {
    words.count > letters ? words.prefix(letters - 1) + "…" : words
  }
}
