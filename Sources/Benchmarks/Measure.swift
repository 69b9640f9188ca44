/// One line of a table: a figure, what it is compared with, and what it may be.
struct Measure: Sendable {
  let what: String
  let figure: Double
  let unit: String
  /// What the same run gave for the reference, in the same unit; nil where there is nothing to compare with.
  var reference: Double?
  var limit: Limit?

  enum Limit: Sendable {
    case atMost(Double)
    case atLeast(Double)
    /// Of the figure to the reference.
    case ratioAtMost(Double)
    case ratioAtLeast(Double)
  }

  var ratio: Double? { reference.map { figure / $0 } }

  /// Nil where no limit is set.
  var passes: Bool? {
    switch limit {
    case .atMost(let most)?: figure <= most
    case .atLeast(let least)?: figure >= least
    case .ratioAtMost(let most)?: ratio.map { $0 <= most } ?? false
    case .ratioAtLeast(let least)?: ratio.map { $0 >= least } ?? false
    case nil: nil
    }
  }

  private var limitText: String {
    switch limit {
    case .atMost(let most)?: "≤ \(Self.short(most)) \(unit)"
    case .atLeast(let least)?: "≥ \(Self.short(least)) \(unit)"
    case .ratioAtMost(let most)?: "≤ \(Self.short(most)) ×"
    case .ratioAtLeast(let least)?: "≥ \(Self.short(least)) ×"
    case nil: ""
    }
  }

  private var cells: [String] {
    let compared = reference.map { "\(Self.short($0)) \(unit)" }
    let times = ratio.map { "\(Self.short($0)) ×" }
    let verdict = passes.map { $0 ? "pass" : "FAIL" }
    return [what, "\(Self.short(figure)) \(unit)", compared ?? "", times ?? "", limitText, verdict ?? ""]
  }

  /// The measures as a table in plain text.
  static func table(_ measures: [Measure]) -> String {
    let head = ["measure", "figure", "reference", "ratio", "limit", ""]
    let rows = measures.map(\.cells)
    let lines = [head] + rows
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line($0, widths) }.joined(separator: "\n")
  }

  /// Texts stand left, figures right.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    cells.indices.map { column in
      let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
      return column == 0 || column == cells.count - 1 ? cells[column] + blanks : blanks + cells[column]
    }.joined(separator: "  ")
  }

  /// A number to three digits or to its last whole one.
  private static func short(_ value: Double) -> String {
    guard value.magnitude < 100, value != value.rounded() else { return String(Int(value.rounded())) }
    let steps = value.magnitude < 1 ? 1000.0 : value.magnitude < 10 ? 100 : 10
    return String((value * steps).rounded() / steps)
  }
}

extension [Double] {
  /// The value that `share` of them do not exceed; 0.5 is the median.
  ///
  /// - Precondition: there is at least one.
  func quantile(_ share: Double) -> Double { sorted()[Swift.min(count - 1, Int(Double(count) * share))] }
}
