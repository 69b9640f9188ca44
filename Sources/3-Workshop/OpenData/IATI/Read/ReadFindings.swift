import Cooperation

// What the reader finds odd: what, where, why, and what to do.
extension Finding {
  private static func warning(_ line: Int, _ code: String, _ message: String) -> Finding {
    Finding(line: line, level: .warning, code: code, message: message)
  }

  static func notIATI(_ word: String, line: Int) -> Finding {
    Finding(
      line: line, level: .error, code: "not-iati",
      message: "The document begins with <\(word.inShort)>. An IATI file begins with <iati-activities> or "
        + "<iati-organisations>. Check that it is the right file.")
  }

  static func noIdentifier(line: Int) -> Finding {
    Finding(
      line: line, level: .error, code: "no-identifier",
      message: "This activity has no iati-identifier, so it could not be found again. It is left out; give it one.")
  }

  static func noDate(_ kind: String, line: Int) -> Finding {
    warning(line, "no-date", "The date of type “\(kind.inShort)” has no day that can be read. It is left out.")
  }

  static func noCurrency(_ text: String, line: Int) -> Finding {
    warning(
      line, "no-currency",
      "The sum “\(text.inShort)” names no currency, and neither does its activity. It is left out; add a currency.")
  }

  static func tooManyDecimals(_ text: String, _ currency: Currency, line: Int) -> Finding {
    warning(
      line, "too-many-decimals",
      "The sum “\(text.inShort)” has more decimals than \(currency) has. It is rounded.")
  }

  static func unreadable(_ code: String, _ place: String, _ value: String, _ example: String, line: Int) -> Finding {
    warning(line, code, "\(place) is “\(value.inShort)”. It should be \(example). It is left out.")
  }

  static func notANumber(_ figure: String, line: Int) -> Finding {
    warning(
      line, "unreadable-figure",
      "The figure “\(figure.inShort)” is not a number such as 12 or 12.5. It is kept as words and not counted.")
  }

  static func turnsDirection(_ name: String, line: Int) -> Finding {
    warning(
      line, "bidi-control",
      "The name “\(name.inShort)” held invisible signs that turn the direction of writing, and can make it read as "
        + "another. They are taken out.")
  }
}
