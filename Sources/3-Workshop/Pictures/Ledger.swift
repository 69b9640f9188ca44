package import Cooperation
package import Markup

/// What each side gave and received, in days of its own people: teaching one way from the middle, learning the other.
package struct Ledger: Sendable {
  package let lines: [Line]

  /// One organisation's days.
  package struct Line: Sendable {
    package let name: String
    package let given: PeerDays
    package let received: PeerDays

    package init(_ name: String, given: PeerDays, received: PeerDays) {
      (self.name, self.given, self.received) = (name, given, received)
    }
  }

  package init(_ lines: [Line]) { self.lines = lines }

  /// The picture.
  ///
  /// - Parameters:
  ///   - number: how a number of days is written.
  ///   - isMirrored: whether giving, which comes first, is at the right.
  package func svg(title: String, isMirrored: Bool, number: (PeerDays) -> String) -> HTML {
    let side = Side(isMirrored: isMirrored)
    let most = max(lines.flatMap { [$0.given.tenths, $0.received.tenths] }.max() ?? 0, 1)
    var html = HTML(capacity: 2048)
    html << "<svg viewBox=\"0 0 360 \(lines.count * 44 + 4)\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    for (place, line) in lines.enumerated() {
      let top = place * 44
      html << "<text x=\"\(side.x(0))\" y=\"\(top + 12)\"\(side.near)>\(line.name)</text>"
      draw(line.given, "teach", -1, most, top, side, number, &html)
      draw(line.received, "learn", 1, most, top, side, number, &html)
    }
    html << "<path class=\"arc\" d=\"M180 18V\(lines.count * 44)\"/></svg>"
    return html
  }

  private func draw(
    _ days: PeerDays, _ hue: Written, _ way: Double, _ most: Int, _ top: Int, _ side: Side,
    _ number: (PeerDays) -> String, _ html: inout HTML
  ) {
    let long = 116 * Double(days.tenths) / Double(most) * way
    let end = 180 + long + 4 * way
    html << "<g class=\"\(hue)\">"
    html
      << "<path class=\"dot\" d=\"M\(side.x(180)) \(top + 20)H\(side.x(180 + long))v14H\(side.x(180))z\"/>"
    html << "<text x=\"\(side.x(end))\" y=\"\(top + 31)\"\(way < 0 ? side.far : side.near)>\(number(days))</text></g>"
  }
}
