package import Cooperation

extension Currency {
  /// How many decimals a sum in it has: 2, but none in francs CFA and three in Tunisian dinars (ISO 4217).
  package var decimals: Int { Self.exceptions[code] ?? 2 }

  private static let exceptions = Dictionary(
    uniqueKeysWithValues: Sheet("currencies.tsv").rows { cells in Int(cells[1]).map { (cells[0], $0) } })
}

extension Money {
  /// The sum in the units of its currency, with all its decimals: `1200.50`, `1200` for yen.
  package var decimalText: String {
    let digits = String(minorUnits.magnitude), decimals = currency.decimals
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let sign = minorUnits < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
