package import Cooperation

extension Words {
  /// A whole number with its thousands apart: `12,500`, `12 500`, `12.500`.
  package func number(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(String(value.magnitude))
  }

  private func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 4 || (count == 4 && language == "en") else { return digits }
    var written = "", place = 0
    for digit in digits.unicodeScalars {
      if place > 0, (count - place) % 3 == 0 { written += thousands }
      written.unicodeScalars.append(digit)
      place += 1
    }
    return written
  }

  /// A number to one decimal, without a needless zero: `2.5`, `2,5`, `3`.
  package func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "−" : "", whole = number(abs(tenths) / 10), rest = abs(tenths) % 10
    return rest == 0 ? sign + whole : sign + whole + point + String(rest)
  }

  /// A figure, exact to its last digit: `12,500.25`, `12 500,25`.
  package func amount(_ amount: Amount) -> String {
    let parts = amount.description.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = amount.description.hasPrefix("-")
    let whole = number(Int(parts[0]).map(abs) ?? 0)
    return (isNegative ? "−" : "") + whole + (parts.count > 1 ? point + parts[1] : "")
  }

  /// A number with all its decimals, as sums of money are written: `1,200.50`, `1.200,50`.
  ///
  /// - Parameter units: the number in its smallest units: cents.
  package func exact(_ units: Int64, decimals: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    let sign = units < 0 ? "−" : ""
    return decimals == 0 ? sign + whole : sign + whole + point + padded.suffix(decimals)
  }

  /// A day as it is read: `18 April 2013`.
  package func day(_ day: Day) -> String { "\(day.day) \(month(day.month)) \(day.year)" }

  /// A month and its year: `April 2013`.
  package func month(of day: Day) -> String { "\(month(day.month)) \(day.year)" }

  /// A moment as it is read, in UTC: `18 April 2013, 14:05 UTC`.
  package func moment(_ instant: Instant) -> String {
    "\(day(instant.day)), \(instant.description.dropFirst(11).prefix(5)) UTC"
  }

  /// The things named one after the other: `a, b and c`.
  package func list(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    let comma = language == "ar" ? "، " : ", "
    return self[
      Phrase("list.and", "{all} and {last}", ["all": things.dropLast().joined(separator: comma), "last": last])]
  }

  /// A text in the reader's language, else in English, else as it was written.
  package func reading(_ texts: Texts) -> Texts.Reading { texts.reading(in: [language]) }

  /// The name in this language, else in English.
  package func name(among names: [Language: String]) -> String { names[language] ?? names["en"] ?? "" }

  private func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : String(number)
  }

  private var thousands: String {
    switch language.tag {
    case "fr": "\u{202F}"
    case "es", "pt": "."
    default: ","
    }
  }

  private var point: String { language == "en" || language == "ar" ? "." : "," }
}
