import Reference

// Decided as libxml2 2.9 decides it, which is what publishers' files have been held to.
extension IATISchema.TextType {
  /// Whether `text` is written as this type is.
  func holds(_ text: Bytes) -> Bool {
    switch self {
    case .string: true
    case .decimal: Self.isDecimal(text.trimmed)
    case .int: Self.isInt(text)
    case .nonNegativeInteger: Self.isWhole(text.trimmed, least: 0)
    case .positiveInteger: Self.isWhole(text.trimmed, least: 1)
    case .boolean: ["true", "false", "1", "0"].contains(text.trimmed.string)
    case .date: Self.isDate(text)
    case .dateTime: Self.isDateTime(text)
    case .anyURI: text.trimmed.isAddress
    case .lang: text.isEmpty || Self.isLanguage(text.trimmed)
    case .space: ["default", "preserve"].contains(text.trimmed.string)
    case .nameToken: Self.isName(text.trimmed.string, mayBeginWithDigit: true)
    case .identifier: Self.isName(text.trimmed.string, mayBeginWithDigit: false)
    }
  }

  /// What such a text looks like, for whoever has to write one.
  var example: String {
    switch self {
    case .string: "a text"
    case .decimal: "a number such as 12 or 12.5, without spaces or thousands separators"
    case .int: "a whole number such as 12"
    case .nonNegativeInteger: "a whole number, 0 or more"
    case .positiveInteger: "a whole number, 1 or more"
    case .boolean: "true, false, 1 or 0"
    case .date: "a day of the calendar, written like 2013-04-18"
    case .dateTime: "a day and time, written like 2013-04-18T09:30:00Z"
    case .anyURI: "an address such as https://example.org/report"
    case .lang: "a language code such as en or pt-BR"
    case .space: "default or preserve"
    case .nameToken, .identifier: "one word of letters, digits, hyphens and points"
    }
  }

  private static let mostDigits = 24

  private static func isDecimal(_ text: Bytes) -> Bool {
    var rest = text
    if !rest.take("-") { _ = rest.take("+") }
    let whole = rest.takeDigits()
    let hasPoint = rest.take(".")
    let part = rest.takeDigits()
    guard rest.isEmpty, !whole.isEmpty || (hasPoint && !part.isEmpty) else { return false }
    let count = whole.drop { $0 == 48 }.count
    return count + part.count <= mostDigits && !(hasPoint && count == mostDigits)
  }

  private static func isWhole(_ text: Bytes, least: Int) -> Bool {
    var rest = text
    let isNegative = rest.take("-")
    if !isNegative { _ = rest.take("+") }
    let digits = rest.takeDigits(), bare = digits.drop { $0 == 48 }
    guard rest.isEmpty, !digits.isEmpty, bare.count <= mostDigits else { return false }
    return bare.isEmpty ? least <= 0 : !isNegative
  }

  /// White space around it is refused here, though not in the other whole numbers.
  private static func isInt(_ text: Bytes) -> Bool {
    var rest = text
    let isNegative = rest.take("-")
    if !isNegative { _ = rest.take("+") }
    let digits = rest.takeDigits()
    guard rest.isEmpty, !digits.isEmpty else { return false }
    let bare = digits.drop { $0 == 48 }
    let size = bare.count <= 10 ? bare.reduce(0) { $0 * 10 + Int($1 - 48) } : Int.max
    return size <= (isNegative ? 2_147_483_648 : 2_147_483_647)
  }

  private static func isDate(_ text: Bytes) -> Bool {
    var rest = text
    return takeDay(&rest) && takeZone(&rest) && rest.isEmpty
  }

  private static func isDateTime(_ text: Bytes) -> Bool {
    var rest = text
    return takeDay(&rest) && rest.take("T") && takeTime(&rest) && takeZone(&rest) && rest.isEmpty
  }

  private static func takeDay(_ rest: inout Bytes) -> Bool {
    _ = rest.take("-")
    let digits = rest.takeDigits()
    guard digits.count >= 4, digits.count == 4 || digits.first != 48, digits.count <= 18 else { return false }
    let year = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard year != 0, rest.take("-"), let month = rest.takeNumber(2), (1...12).contains(month), rest.take("-"),
      let day = rest.takeNumber(2)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...length).contains(day)
  }

  private static func takeTime(_ rest: inout Bytes) -> Bool {
    guard let hours = rest.takeNumber(2), hours <= 24, rest.take(":"), let minutes = rest.takeNumber(2), minutes < 60,
      rest.take(":"), let seconds = rest.takeNumber(2), seconds < 60
    else { return false }
    var part: Bytes = rest.prefix(0)
    if rest.take(".") {
      part = rest.takeDigits()
      if part.isEmpty { return false }
    }
    return hours < 24 || (minutes == 0 && seconds == 0 && part.allSatisfy { $0 == 48 })
  }

  private static func takeZone(_ rest: inout Bytes) -> Bool {
    if rest.isEmpty || rest.take("Z") { return true }
    guard rest.take("+") || rest.take("-"), let hours = rest.takeNumber(2), rest.take(":"),
      let minutes = rest.takeNumber(2)
    else { return false }
    return hours < 14 ? minutes < 60 : hours == 14 && minutes == 0
  }

  private static func isLanguage(_ text: Bytes) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { place, part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isLetter || (place > 0 && $0.isDigit) }
    }
  }

  private static func isName(_ text: String, mayBeginWithDigit: Bool) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    let allowed = mayBeginWithDigit ? "._-·:" : "._-·"
    guard mayBeginWithDigit || first == "_" || first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || allowed.unicodeScalars.contains(scalar)
    }
  }
}
