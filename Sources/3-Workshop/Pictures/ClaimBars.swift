package import Cooperation
package import Markup

/// How many facts stand how: for each state a line in the state's own style, as long as there are many.
package struct ClaimBars: Sendable {
  package let tally: Tally

  package init(_ tally: Tally) { self.tally = tally }

  /// The picture.
  ///
  /// - Parameters:
  ///   - name: what a state is called.
  ///   - number: how a count is written.
  ///   - isMirrored: whether it begins at the right.
  package func svg(title: String, isMirrored: Bool, name: (Claim.State) -> String, number: (Int) -> String) -> HTML {
    let side = Side(isMirrored: isMirrored), most = max(Tally.order.map { tally[$0] }.max() ?? 0, 1)
    var html = HTML(capacity: 2048)
    html << "<svg viewBox=\"0 0 360 \(Tally.order.count * 26)\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    for (place, state) in Tally.order.enumerated() {
      let y = place * 26 + 13, count = tally[state]
      html << "<text x=\"\(side.x(0))\" y=\"\(y + 4)\"\(side.near)>\(name(state))</text>"
      let long = count == 0 ? 0 : max(180 * Double(count) / Double(most), 6)
      if count > 0 { drawLine(state, from: side.x(104), by: side.isMirrored ? -long : long, y, &html) }
      html << "<text x=\"\(side.x(112 + long))\" y=\"\(y + 4)\"\(side.near)>\(number(count))</text>"
    }
    html << "</svg>"
    return html
  }

  private func drawLine(_ state: Claim.State, from x: Double, by long: Double, _ y: Int, _ html: inout HTML) {
    html << "<path class=\"arc \(state.rawValue) n4\" d=\"M\(x) \(y)h\(long)\"/>"
    if state == .silent { html << "<path class=\"arc core n4\" d=\"M\(x) \(y)h\(long)\"/>" }
    if state == .disputed {
      html << "<path class=\"arc disputed\" d=\"m-4-4l8 8m0-8l-8 8\" transform=\"translate(\(x + long / 2) \(y))\"/>"
    }
  }
}
