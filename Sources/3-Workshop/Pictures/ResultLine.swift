package import Cooperation
package import Markup

/// One indicator at a glance: where it stood, where it stands, where it should come to.
///
/// Progress runs with the reading, also where less is better. The way made so far is a line in its claim's style.
package struct ResultLine: Sendable {
  package let baseline: Mark?
  package let actual: Mark?
  package let target: Mark?
  package let state: Claim.State

  /// A figure, and how it is told: "Target 40 %".
  package struct Mark: Sendable {
    package let value: Double
    package let words: String
    package init(_ value: Double, _ words: String) { (self.value, self.words) = (value, words) }
  }

  /// Any of the three may be missing: nobody measured, reported or set it.
  package init(baseline: Mark?, actual: Mark?, target: Mark?, state: Claim.State) {
    (self.baseline, self.actual, self.target, self.state) = (baseline, actual, target, state)
  }

  /// Nil where there is no figure at all.
  package func svg(title: String, isMirrored: Bool) -> HTML? {
    guard baseline ?? actual ?? target != nil else { return nil }
    let side = Side(isMirrored: isMirrored)
    var html = HTML(capacity: 1024)
    html << "<svg viewBox=\"0 0 360 58\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    html << "<path class=\"rule\" d=\"M8 28h344\"/>"
    if let actual { drawWay(to: along(actual.value), side, &html) }
    if let target {
      html << "<path class=\"arc confirmed\" d=\"M\(side.x(along(target.value))) 20v16\"/>"
      word(target, 52, side, &html)
    }
    if let baseline {
      html << "<circle class=\"hollow\" cx=\"\(side.x(along(baseline.value)))\" cy=\"28\" r=\"5\"/>"
      word(baseline, 52, side, &html)
    }
    if let actual {
      html << "<circle class=\"dot\" cx=\"\(side.x(along(actual.value)))\" cy=\"28\" r=\"6\"/>"
      word(actual, 13, side, &html)
    }
    html << "</svg>"
    return html
  }

  private func drawWay(to end: Double, _ side: Side, _ html: inout HTML) {
    let from = side.x(along(start)), long = side.x(end) - from
    if abs(long) < 1 { return }
    html << "<path class=\"arc \(state.rawValue) n3\" d=\"M\(from) 28h\(long)\"/>"
    if state == .silent { html << "<path class=\"arc core n3\" d=\"M\(from) 28h\(long)\"/>" }
    if state == .disputed {
      html << "<path class=\"arc disputed\" d=\"m-4-4l8 8m0-8l-8 8\" transform=\"translate(\(from + long / 2) 28)\"/>"
    }
  }

  /// The words of a mark stand under or over it, drawn in at the ends so that they stay on the picture.
  private func word(_ mark: Mark, _ y: Int, _ side: Side, _ html: inout HTML) {
    let at = along(mark.value)
    let anchor: Written = at < 110 ? side.near : at > 250 ? side.far : " text-anchor=\"middle\""
    let x = at < 110 ? max(at - 8, 0) : at > 250 ? min(at + 8, 360) : at
    html << "<text x=\"\(side.x(x))\" y=\"\(y)\"\(anchor)>\(mark.words)</text>"
  }

  private var start: Double { baseline?.value ?? 0 }

  /// How far along the line a value stands, 8 to 352.
  private func along(_ value: Double) -> Double {
    let goal = target?.value ?? actual?.value ?? start
    let span = goal == start ? 1 : goal - start
    let shares = [0, 1, ((actual?.value ?? start) - start) / span]
    let least = shares.min() ?? 0, most = shares.max() ?? 1
    return 8 + 344 * ((value - start) / span - least) / (most - least)
  }
}
