extension String {
  /// How many letters a title has at most that is taken from a text.
  private static let longestTitle = 100

  /// The title of a text that has none of its own: its first sentence without the full stop, cut between two words
  /// where it is long. Nil where there are no words.
  package var asTitle: String? {
    let text = drop { !$0.isLetter && !$0.isNumber && !"¿¡«“\"".contains($0) }
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else { return nil }
    let sentence = line.firstSentence
    guard sentence.count > Self.longestTitle else { return String(sentence) }
    let start = sentence.prefix(Self.longestTitle)
    let end = start.lastIndex { $0.isWhitespace } ?? start.endIndex
    return start[..<end].trimmingEnd + "…"
  }
}

extension Substring {
  /// Up to the first end of a sentence that a blank follows; a question or an exclamation keeps its mark.
  package var firstSentence: Substring {
    for place in indices where ".!?؟。".contains(self[place]) {
      let after = index(after: place)
      guard after == endIndex || self[after].isWhitespace else { continue }
      return self[place] == "." || self[place] == "。" ? self[..<place] : self[..<after]
    }
    return Substring(trimmingEnd)
  }

  fileprivate var trimmingEnd: String { String(reversed().drop { $0.isWhitespace || ",;:".contains($0) }.reversed()) }
}
