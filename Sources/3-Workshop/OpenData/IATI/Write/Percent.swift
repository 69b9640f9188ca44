/// A part of a whole, in hundredths of a per cent: 10,000 are everything.
package struct Percent: Sendable, Hashable, CustomStringConvertible {
  /// 0 to 10,000.
  package let hundredths: Int

  package static let all = Percent(hundredths: 10_000)

  private init(hundredths: Int) { self.hundredths = hundredths }

  /// The parts of 100 % that `weights` have, in their order; together exactly 100 %, whatever must be rounded.
  ///
  /// What is left after rounding down goes to those that lost most, the first of them first.
  ///
  /// - Precondition: no weight is below 0, and one at least is above.
  package static func shares(of weights: [Int]) -> [Percent] {
    let total = weights.reduce(0, +)
    precondition(total > 0 && weights.allSatisfy { $0 >= 0 }, "A share needs something to be shared.")
    var parts = weights.map { $0 * 10_000 / total }
    let lost = weights.enumerated().map { (place: $0, rest: $1 * 10_000 % total) }
    let first = lost.sorted { $0.rest != $1.rest ? $0.rest > $1.rest : $0.place < $1.place }
    for loss in first.prefix(10_000 - parts.reduce(0, +)) { parts[loss.place] += 1 }
    return parts.map(Percent.init(hundredths:))
  }

  /// As IATI writes it: `33.34`, `12.5`, `100`.
  package var description: String {
    let whole = hundredths / 100, rest = hundredths % 100
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
