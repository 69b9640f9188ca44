package import Cooperation
package import Markup

/// The line between two who work together, in the style of what they say of it; the size of each is its people.
package struct Bond: Sendable {
  package let ends: [End]
  package let state: Claim.State

  /// One of the two.
  package struct End: Sendable {
    package let name: String
    /// How many people live there; nil where nobody has said.
    package let people: Int?
    /// What it says of the partnership, in two or three words.
    package let word: String

    package init(_ name: String, people: Int?, word: String) {
      (self.name, self.people, self.word) = (name, people, word)
    }
  }

  package init(_ one: End, _ other: End, state: Claim.State) { (ends, self.state) = ([one, other], state) }

  /// The picture.
  ///
  /// - Parameter isMirrored: whether the first of the two stands at the right.
  package func svg(title: String, isMirrored: Bool) -> HTML {
    let side = Side(isMirrored: isMirrored)
    var html = HTML(capacity: 1024)
    html << "<svg viewBox=\"0 0 360 92\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    let starts = ends.enumerated().map { place, end in place == 0 ? radius(end) + 6 : 354 - radius(end) }
    drawLine(from: side.x(starts[0] + radius(ends[0]) + 4), to: side.x(starts[1] - radius(ends[1]) - 4), &html)
    for (place, end) in ends.enumerated() {
      let anchor = place == 0 ? side.near : side.far, x = side.x(place == 0 ? 0 : 360)
      let look: Written = end.people == nil ? "hollow" : "dot"
      html << "<circle class=\"\(look)\" cx=\"\(side.x(starts[place]))\" cy=\"20\" r=\"\(radius(end))\"/>"
      // Two long names stand one below the other.
      html << "<text x=\"\(x)\" y=\"\(52 + (isCrowded ? place * 20 : 0))\"\(anchor)>\(end.name)</text>"
      if !isCrowded { html << "<text x=\"\(x)\" y=\"68\"\(anchor)>\(end.word)</text>" }
    }
    html << "</svg>"
    return html
  }

  private var isCrowded: Bool { ends.reduce(0) { $0 + $1.name.count } > 46 }

  private func drawLine(from start: Double, to end: Double, _ html: inout HTML) {
    let long = end - start
    html << "<path class=\"arc \(state.rawValue) n2\" d=\"M\(start) 20h\(long)\"/>"
    if state == .silent { html << "<path class=\"arc core n2\" d=\"M\(start) 20h\(long)\"/>" }
    if state == .disputed {
      html
        << "<path class=\"arc disputed n2\" d=\"m-7-7l14 14m0-14l-14 14\" transform=\"translate(\(start + long / 2) 20)\"/>"
    }
  }

  /// 5 for a village, 12 for a city of ten million.
  private func radius(_ end: End) -> Double {
    guard let people = end.people, people > 0 else { return 6 }
    return min(max(Double(String(people).count) * 1.5 + Double(people.leadingDigit) / 9, 5), 14)
  }
}

extension Int {
  fileprivate var leadingDigit: Int { String(magnitude).first?.wholeNumberValue ?? 0 }
}
