/// The part of a word that its forms share, by a few rules for each language: enough for plurals, genders and articles.
///
/// Rules are ours and deliberately few. They need not give a word of the language, only the same letters for the forms
/// of one word; at least three letters always stay. Other languages keep their words whole.
enum Stem {
  /// - Parameter word: folded.
  static func of(_ word: String, in language: Language) -> String {
    switch language.tag {
    case "en": english(word)
    case "fr": french(word)
    case "es": spanish(word)
    case "pt": portuguese(word)
    case "ar": arabic(word)
    default: word
    }
  }

  /// Plurals, -ing, -ed and a silent e: `flooding`, `floods`, `flooded` are one, and so are `plan` and `planning`.
  private static func english(_ word: String) -> String {
    var stem = word
    if !stem.hasSuffix("ss"), !stem.hasSuffix("us"), !stem.hasSuffix("is") {
      if !stem.swap("ies", for: "y"), !stem.swap("sses", for: "ss"), !stem.swap("xes", for: "x") { stem.swap("s") }
    }
    if stem.swap("ing", keeping: 4) || stem.swap("ed", keeping: 4) {
      stem.single(of: ["b", "d", "g", "m", "n", "p", "r", "t"])
    }
    stem.swap("e")
    return stem
  }

  /// Plurals and the feminine e: `municipal`, `municipale`, `municipaux` are one.
  private static func french(_ word: String) -> String {
    var stem = word
    if !stem.swap("eaux", for: "eau"), !stem.swap("aux", for: "al"), !stem.swap("s") { stem.swap("x") }
    stem.swap("e")
    return stem
  }

  /// Plurals and the last vowel: `urbana`, `urbanos` are one, and so are `luz` and `luces`.
  private static func spanish(_ word: String) -> String {
    var stem = word
    if !stem.swap("ces", for: "z"), !stem.swapPlural(after: ["d", "l", "n", "r", "s", "y"]) { stem.swap("s") }
    stem.swapVowel()
    return stem
  }

  /// Plurals and the last vowel: `habitação` and `habitações`, `municipal` and `municipais` are one.
  private static func portuguese(_ word: String) -> String {
    var stem = word
    if !stem.swap("oes", for: "ao"), !stem.swap("aes", for: "ao"), !stem.swap("ais", for: "al"),
      !stem.swap("eis", for: "el"), !stem.swap("ns", for: "m"), !stem.swapPlural(after: ["r", "s", "z"])
    {
      stem.swap("s")
    }
    stem.swapVowel()
    return stem
  }

  /// The article, alone or with a small word before it; one of `و ب ل` written to the word; the common endings.
  private static func arabic(_ word: String) -> String {
    var stem = word
    _ = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"].contains { stem.drop($0) }
    _ = ["و", "ب", "ل"].contains { stem.drop($0) }
    _ = ["ات", "ون", "ين", "ه"].contains { stem.swap($0) }
    return stem
  }
}

// Endings are compared byte by byte: the words are folded, so that a letter has one way to be written.
extension String {
  /// Puts `other` in the place of `ending`, where the word has it and is long enough.
  @discardableResult
  fileprivate mutating func swap(_ ending: String, for other: String = "", keeping letters: Int = 3) -> Bool {
    guard utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) else {
      return false
    }
    let kept = unicodeScalars.dropLast(ending.unicodeScalars.count)
    guard kept.count + other.unicodeScalars.count >= letters else { return false }
    self = String(kept) + other
    return true
  }

  /// Takes `beginning` off, where at least three letters stay.
  fileprivate mutating func drop(_ beginning: String) -> Bool {
    let rest = unicodeScalars.dropFirst(beginning.unicodeScalars.count)
    guard rest.count >= 3, utf8.starts(with: beginning.utf8) else { return false }
    self = String(rest)
    return true
  }

  /// Takes `es` off after one of `letters`.
  fileprivate mutating func swapPlural(after letters: [String]) -> Bool {
    letters.contains { swap($0 + "es", for: $0) }
  }

  fileprivate mutating func swapVowel() {
    _ = ["a", "o", "e"].contains { swap($0) }
  }

  /// Leaves one of two equal letters at the end.
  fileprivate mutating func single(of letters: [String]) {
    _ = letters.contains { swap($0 + $0, for: $0) }
  }
}
