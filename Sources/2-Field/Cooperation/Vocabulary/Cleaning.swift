/// A name or title as it is kept: without blanks at its ends, without line breaks and other control characters, and
/// without the marks that turn the direction of what follows.
///
/// Nil where nothing is left, or more than `limit` characters are.
package func cleaned(_ text: some StringProtocol, limit: Int = 200) -> String? {
  let cleaned = Cleaning.line(text)
  return cleaned.isEmpty || cleaned.unicodeScalars.count > limit ? nil : cleaned
}

/// A longer text as it is kept: its lines stay, other control characters and marks that turn directions go.
package func cleanedLines(_ text: some StringProtocol) -> String {
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where scalar == "\n" || scalar == "\t" || !Cleaning.isHidden(scalar) {
    kept.append(scalar)
  }
  return String(kept)
}

private enum Cleaning {
  static func line(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView(), hasGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        hasGap = !kept.isEmpty
      } else if !isHidden(scalar) {
        if hasGap { kept.append(" ") }
        hasGap = false
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Control characters, and the embeddings and overrides of directions (UAX 9).
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value) || scalar == "\u{FEFF}"
  }
}
