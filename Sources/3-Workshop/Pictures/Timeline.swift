package import Cooperation
package import Markup

/// How many partnerships of each form began when: one row of bars for each form, time running with the reading.
package struct Timeline: Sendable {
  /// One form's row. Its bars have a scale of their own: the peak is told beside it.
  package struct Row: Sendable {
    package let form: Partnership.Form
    /// By stretch of years, in the order of `stretches`.
    package let counts: [Int]

    package var total: Int { counts.reduce(0, +) }
    package var peak: Int { counts.max() ?? 0 }
  }

  package let rows: [Row]
  /// The stretches of years that a bar stands for: single years, or five or ten where time is long.
  package let stretches: [ClosedRange<Int>]

  /// Nil where nobody has said when anything began.
  package init?(_ evolution: Evolution) {
    guard let first = evolution.years.first?.year, let last = evolution.years.last?.year else { return nil }
    let step = [1, 5, 10, 50].first { (last - first) / $0 < 48 } ?? 100
    let start = first - first % step
    stretches = stride(from: start, through: last, by: step).map { $0...($0 + step - 1) }
    let count = stretches.count
    rows = evolution.forms.map { form in
      var counts = [Int](repeating: 0, count: count)
      for year in evolution.years { counts[(year.year - start) / step] += year.counts[form] ?? 0 }
      return Row(form: form, counts: counts)
    }
  }

  /// The stretch in which a row's peak lies.
  package func peak(of row: Row) -> ClosedRange<Int> {
    stretches[row.counts.firstIndex(of: row.peak) ?? 0]
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - name: what a row is called, and what is said of its peak.
  ///   - isMirrored: whether time runs from right to left.
  package func svg(title: String, isMirrored: Bool, name: (Row) -> String, peak: (Row) -> String) -> HTML {
    let side = Side(isMirrored: isMirrored)
    let height = rows.count * Self.rowHeight + 16
    var html = HTML(capacity: 4096)
    html << "<svg viewBox=\"0 0 360 \(height)\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    for (place, row) in rows.enumerated() {
      let top = place * Self.rowHeight, base = top + 42
      html << "<text x=\"\(side.x(0))\" y=\"\(top + 12)\"\(side.near)>\(name(row))</text>"
      html << "<text x=\"\(side.x(360))\" y=\"\(top + 12)\"\(side.far)>\(peak(row))</text>"
      html << "<path class=\"rule\" d=\"M0 \(base)h360\"/><path class=\"dot\" d=\"\(bars(of: row, base, side))\"/>"
    }
    writeYears(&html, height, side)
    html << "</svg>"
    return html
  }

  private static let rowHeight = 52

  private func bars(of row: Row, _ base: Int, _ side: Side) -> Written {
    var html = HTML(capacity: 512)
    let width = 360 / Double(stretches.count), unit = 26 / Double(max(row.peak, 1))
    for (place, count) in row.counts.enumerated() where count > 0 {
      let tall = max(Double(count) * unit, 1.5), thick = max(width - 0.5, 1)
      let left = isBefore(side) ? Double(place) * width : 360 - Double(place) * width - thick
      html << "M\(left) \(base)v\(-tall)h\(thick)v\(tall)z"
    }
    return "\(html)"
  }

  private func isBefore(_ side: Side) -> Bool { !side.isMirrored }

  private func writeYears(_ html: inout HTML, _ height: Int, _ side: Side) {
    guard let first = stretches.first?.lowerBound, let last = stretches.last?.upperBound else { return }
    html << "<text x=\"\(side.x(0))\" y=\"\(height - 2)\"\(side.near)>\(first)</text>"
    if last > first { html << "<text x=\"\(side.x(360))\" y=\"\(height - 2)\"\(side.far)>\(last)</text>" }
  }
}

/// The side on which a picture of 360 units begins: the left, or the right where it is mirrored.
struct Side {
  let isMirrored: Bool

  func x(_ along: Double) -> Double { isMirrored ? 360 - along : along }
  /// How text is set that stands where the picture begins.
  var near: Written { isMirrored ? " text-anchor=\"end\"" : "" }
  /// How text is set that stands where the picture ends.
  var far: Written { isMirrored ? "" : " text-anchor=\"end\"" }
}
