/// What two texts are compared by: their telling words, folded and cut to the stem, and the themes they speak of.
package struct Terms: Sendable, Equatable {
  /// In the order of their terms, each once.
  package let entries: [Entry]

  /// The same term given twice counts as strong where either is; the first shows.
  package init(_ entries: some Sequence<Entry>) {
    var known: [Term: Entry] = [:]
    for entry in entries {
      let earlier = known[entry.term]
      known[entry.term] = Entry(
        entry.term, shown: earlier?.shown ?? entry.shown, isStrong: entry.isStrong || earlier?.isStrong == true)
    }
    self.entries = known.values.sorted { $0.term < $1.term }
  }

  package static let none = Terms([])

  /// A word's stem, or a theme that the text speaks of: the latter is the same in every language.
  package enum Term: Sendable, Hashable, Comparable {
    case stem(String)
    case theme(Theme.ID)
  }

  /// A term of a text.
  package struct Entry: Sendable, Equatable {
    package let term: Term
    /// The word as it stands in the text.
    package let shown: String
    /// Whether it counts double, as the words of a title do.
    package let isStrong: Bool

    package init(_ term: Term, shown: String, isStrong: Bool = false) {
      (self.term, self.shown, self.isStrong) = (term, shown, isStrong)
    }
  }
}

extension Terms {
  /// A word of a text.
  struct Word: Equatable {
    let stem: String
    /// Whether it tells anything of what the text is about when it stands alone.
    let isTelling: Bool
    /// Where it stands.
    let range: Range<String.Index>
  }

  /// The words of `text` in their order, without small ones: at least three letters, or two where they are not Latin.
  static func words(of text: String, in language: Language) -> [Word] {
    let primary = language.primary
    let small = StopWords.small(primary), civic = StopWords.civic(primary)
    return runs(of: text).compactMap { range in
      let word = folded(String(text[range]))
      guard word.unicodeScalars.count >= (word.utf8.first.map { $0 < 0x80 } == true ? 3 : 2), !small.contains(word),
        !word.utf8.allSatisfy({ $0 < 0x3A })
      else { return nil }
      return Word(stem: Stem.of(word, in: primary), isTelling: !civic.contains(word), range: range)
    }
  }

  /// Where letters and digits stand together.
  static func runs(of text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    var runs: [Range<String.Index>] = []
    var start: String.Index?
    for index in scalars.indices {
      if isPart(scalars[index]) {
        start = start ?? index
      } else if let begun = start {
        runs.append(begun..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<scalars.endIndex) }
    return runs
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}

extension Language {
  /// The language without its region: `pt` for `pt-BR`.
  package var primary: Language { tag.contains("-") ? Language(tag.prefix { $0 != "-" }) ?? self : self }

  /// The interface language whose small words `text` uses most; nil where it uses none.
  package static func guessed(from text: String) -> Language? {
    let words = Terms.runs(of: text).map { folded(String(text[$0])) }
    let counts = interface.map { language in
      (language, words.count { StopWords.small(language).contains($0) })
    }
    let best = counts.max { $0.1 < $1.1 }
    return best.flatMap { $0.1 > 0 ? $0.0 : nil }
  }
}
