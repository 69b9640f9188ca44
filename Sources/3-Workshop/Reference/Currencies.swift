package import Cooperation

extension Currency {
  /// How many decimals a sum in it has: 2, but none in francs CFA and three in Tunisian dinars (ISO 4217).
  package var decimals: Int { Self.exceptions[code] ?? 2 }

  private static let exceptions = Dictionary(
    uniqueKeysWithValues: Sheet("currencies.tsv").rows { cells in Int(cells[1]).map { (cells[0], $0) } })
}

extension Currency {
  /// Nil for what is on no list of currencies that are or were in use.
  package init?(known code: String) {
    guard let currency = Currency(code), CodeLists["Currency"]?[code] != nil else { return nil }
    self = currency
  }
}

extension Money {
  /// A sum as people type it: `1200`, `-1200.50`, `1 200,50`.
  ///
  /// Nil for what is no number, has more decimals than the currency, or could be meant in two ways: `1.200`, `1,200`.
  package init?(_ text: String, _ currency: Currency) {
    let isRefund = text.hasPrefix("-") || text.hasPrefix("−")
    let bare = (isRefund ? text.dropFirst() : text[...]).filter { !" \u{A0}\u{202F}'’".contains($0) }
    let parts = bare.split(separator: bare.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.joined().utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard decimals <= currency.decimals, parts.count == 1 || (decimals > 0 && decimals != 3 || currency.decimals == 3)
    else { return nil }
    let zeros = String(repeating: "0", count: currency.decimals - decimals)
    guard bare.utf8.count <= 15, let units = Int64(parts.joined() + zeros) else { return nil }
    self.init(minorUnits: isRefund ? -units : units, currency)
  }

  /// The sum in the units of its currency, with all its decimals: `1200.50`, `1200` for yen.
  package var decimalText: String {
    let digits = String(minorUnits.magnitude), decimals = currency.decimals
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let sign = minorUnits < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
