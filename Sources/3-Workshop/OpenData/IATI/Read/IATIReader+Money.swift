import Cooperation
import Reference
import XML

extension IATIReader {
  func budget() throws -> Activity.Budget {
    var found = Activity.Budget(line: reader.line)
    found.type = code(.type, .budgetType)
    found.status = code(.status, .budgetStatus)
    try children { word in
      switch word {
      case .periodStart: found.start = day(.isoDate)
      case .periodEnd: found.end = day(.isoDate)
      case .value: (found.value, found.valueDate) = try value()
      default: break
      }
    }
    return found
  }

  func transaction() throws -> Activity.Transaction {
    var found = Activity.Transaction(line: reader.line)
    found.ref = trimmed(.ref)
    try children { word in
      switch word {
      case .transactionType: found.type = code(.code, .transactionType)
      case .transactionDate: found.day = day(.isoDate)
      case .value: (found.value, found.valueDate) = try value()
      case .description: try read(into: &found.description, as: .text)
      case .providerOrg: found.provider = try body(.providerActivityId)
      case .receiverOrg: found.receiver = try body(.receiverActivityId)
      default: break
      }
    }
    return found
  }

  /// An organisation, with the identifier of its own activity from the attribute `activity`.
  func body(_ activity: Word) throws -> Activity.Body {
    var found = Activity.Body(ref: trimmed(.ref), type: code(.type, .organisationType), activity: trimmed(activity))
    try read(into: &found.name, as: .name)
    return found
  }

  private func value() throws -> (Money?, Day?) {
    let line = reader.line, date = day(.valueDate)
    let currency = ownCurrency(.currency) ?? currency
    let text = try text()
    guard let currency else {
      say(.noCurrency(text, line: line))
      return (nil, date)
    }
    switch Sum(text, in: currency) {
    case .exact(let money): return (money, date)
    case .rounded(let money):
      say(.tooManyDecimals(text, currency, line: line))
      return (money, date)
    case .unreadable:
      say(.unreadable("unreadable-amount", "value", text, "a number such as 1200 or 1200.50", line: line))
      return (nil, date)
    }
  }
}

/// What a sum in digits comes to in the minor units of its currency.
enum Sum: Equatable {
  case exact(Money)
  /// It has more decimals than the currency; a half goes away from zero.
  case rounded(Money)
  case unreadable

  /// White space around it is passed over.
  init(_ text: String, in currency: Currency) {
    self = text.withBytes { Self.read($0.trimmed, in: currency) }
  }

  private static func read(_ text: Bytes, in currency: Currency) -> Sum {
    var rest = text
    let isNegative = rest.take("-")
    if !isNegative { _ = rest.take("+") }
    let whole = rest.takeDigits()
    let part = rest.take(".") ? rest.takeDigits() : rest.prefix(0)
    guard rest.isEmpty, whole.count + part.count > 0 else { return .unreadable }
    let kept = part.prefix(currency.decimals), lost = part.dropFirst(currency.decimals)
    var units = Int64(0), isTooLarge = false
    func append(_ digit: Int64) {
      let (product, first) = units.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(digit)
      (units, isTooLarge) = (sum, isTooLarge || first || second)
    }
    for byte in whole { append(Int64(byte - 48)) }
    for byte in kept { append(Int64(byte - 48)) }
    for _ in kept.count..<currency.decimals { append(0) }
    if let next = lost.first, next >= 53, units < Int64.max { units += 1 }
    guard !isTooLarge else { return .unreadable }
    let money = Money(minorUnits: isNegative ? -units : units, currency)
    return lost.allSatisfy { $0 == 48 } ? .exact(money) : .rounded(money)
  }
}
