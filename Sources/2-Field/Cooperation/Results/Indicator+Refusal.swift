extension Indicator {
  /// Why an indicator cannot say what it was given.
  package enum Refusal: Cooperation.Refusal, Equatable {
    case impossibleYear(Int)
    case endsBeforeItBegins(start: Day, end: Day)
    case unreadableAmount(String)
    case longAmount
    /// The figure as a whole number, and as one with decimals.
    case twoReadings(String, String)
    case belowZero(String)
    case samePeriod(start: Day, end: Day)
    case notBegun(Day)

    package var kind: RefusalKind { .invalid }

    package var words: Phrase {
      switch self {
      case .impossibleYear(let year):
        Phrase("refusal.impossible-year", "{year} is not a year that can be meant here.", ["year": "\(year)"])
      case .endsBeforeItBegins(let start, let end):
        Phrase(
          "refusal.period-ends-before", "The period would end on {end}, before it begins on {start}.",
          ["start": "\(start)", "end": "\(end)"])
      case .unreadableAmount(let text):
        Phrase(
          "refusal.unreadable-amount", "“{text}” is not a number. Write it like 12 or 12.5.", ["text": text])
      case .longAmount:
        Phrase(
          "refusal.long-amount",
          "This number is too long: 15 digits are the most, 6 of them after the point. Choose a larger unit.")
      case .twoReadings(let whole, let decimal):
        Phrase(
          "refusal.two-readings", "This can be read in two ways. Write {whole}, or {decimal} for the smaller number.",
          ["whole": whole, "decimal": decimal])
      case .belowZero(let text):
        Phrase(
          "refusal.below-zero",
          "“{text}” is below zero. For a change, say how it was before and how it is now.", ["text": text])
      case .samePeriod(let start, let end):
        Phrase(
          "refusal.same-period", "There is a period from {start} to {end} already. Report there.",
          ["start": "\(start)", "end": "\(end)"])
      case .notBegun(let day):
        Phrase(
          "refusal.period-not-begun", "This period begins on {day}. Nothing can have come of it yet.",
          ["day": "\(day)"])
      }
    }
  }
}
