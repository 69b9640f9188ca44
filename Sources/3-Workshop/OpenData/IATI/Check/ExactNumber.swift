/// A number with up to twelve decimals, exact: so that 33.3 and 66.7 make 100.
struct ExactNumber: Comparable, CustomStringConvertible {
  private static let decimals = 12
  private var units: Int128

  static let zero = ExactNumber(units: 0)

  private init(units: Int128) { self.units = units }

  /// Nil for what is not a number, or has more than 24 digits before or 12 after the point.
  init?(_ text: String) {
    let found = text.withBytes { bytes -> Int128? in
      var rest = bytes.trimmed
      let isNegative = rest.take("-")
      if !isNegative { _ = rest.take("+") }
      let whole = rest.takeDigits()
      let part = rest.take(".") ? rest.takeDigits() : rest.prefix(0)
      guard rest.isEmpty, whole.count + part.count > 0, whole.count <= 24, part.count <= Self.decimals else {
        return nil
      }
      var units = (Array(whole) + Array(part)).reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
      for _ in part.count..<Self.decimals { units *= 10 }
      return isNegative ? -units : units
    }
    guard let found else { return nil }
    units = found
  }

  static func + (a: ExactNumber, b: ExactNumber) -> ExactNumber { ExactNumber(units: a.units + b.units) }
  static func < (a: ExactNumber, b: ExactNumber) -> Bool { a.units < b.units }

  var description: String {
    let size = units.magnitude
    var part = String(size % 1_000_000_000_000)
    part = String(repeating: "0", count: Self.decimals - part.utf8.count) + part
    while part.last == "0" { part.removeLast() }
    return (units < 0 ? "-" : "") + String(size / 1_000_000_000_000) + (part.isEmpty ? "" : "." + part)
  }
}
