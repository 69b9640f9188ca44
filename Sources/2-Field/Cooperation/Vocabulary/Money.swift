/// A sum in one currency.
///
/// Kept in minor units (cents), so that sums are exact. ISO 4217 says how many make one. Negative is a refund.
package struct Money: Hashable, Sendable {
  package let minorUnits: Int64
  package let currency: Currency

  package init(minorUnits: Int64, _ currency: Currency) { (self.minorUnits, self.currency) = (minorUnits, currency) }

  /// The sum of both, or nil where their currencies differ (only an exchange rate could add those) or it is too large.
  package static func + (a: Money, b: Money) -> Money? {
    let (sum, overflow) = a.minorUnits.addingReportingOverflow(b.minorUnits)
    return a.currency == b.currency && !overflow ? Money(minorUnits: sum, a.currency) : nil
  }
}

/// A currency, by its ISO 4217 code.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  package let code: String

  /// Nil unless `code` is three capital letters.
  package init?(_ code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    self.code = String(code)
  }

  package var description: String { code }
}
