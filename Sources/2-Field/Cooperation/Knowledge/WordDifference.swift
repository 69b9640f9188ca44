/// What became of a text, word by word: what stayed, what was taken out, what was put in.
package struct WordDifference: Sendable, Equatable {
  /// In their order; joined, those that stayed and those that were put in are the new text, up to its blanks.
  package let pieces: [Piece]

  package struct Piece: Sendable, Equatable {
    package let fate: Fate
    /// Words with the blanks and line breaks between them.
    package let text: String

    package init(_ fate: Fate, _ text: String) { (self.fate, self.text) = (fate, text) }
  }

  package enum Fate: Sendable { case stayed, removed, added }

  package var isNone: Bool { pieces.allSatisfy { $0.fate == .stayed } }

  /// Compares word by word what lies between the first and the last change. Where that is more than `most` words of
  /// both together, it is told as taken out and put in: comparing takes as long as the two are unlike.
  package init(from old: String, to new: String) {
    let words = (old: Self.words(of: old), new: Self.words(of: new))
    // Compared as numbers: the same word has the same one.
    var numbers: [Substring: Int] = [:]
    let number = { (word: Substring) -> Int in
      let known = numbers[word] ?? numbers.count
      numbers[word] = known
      return known
    }
    let (before, after) = (words.old.map { number($0.trimmed) }, words.new.map { number($0.trimmed) })
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.prefix(rest).count
    let middle = (old: before[start..<before.count - end], new: after[start..<after.count - end])
    let (removed, added) = Self.changes(from: Array(middle.old), to: Array(middle.new))
    var writer = Writer()
    writer.add(.stayed, words.new[..<start])
    var place = (old: 0, new: 0)
    while place.old < middle.old.count || place.new < middle.new.count {
      if removed.contains(place.old), place.old < middle.old.count {
        writer.add(.removed, words.old[start + place.old])
        place.old += 1
      } else if added.contains(place.new), place.new < middle.new.count {
        writer.add(.added, words.new[start + place.new])
        place.new += 1
      } else {
        writer.add(.stayed, words.new[start + place.new])
        place = (place.old + 1, place.new + 1)
      }
    }
    writer.add(.stayed, words.new[(words.new.count - end)...])
    pieces = writer.pieces
  }

  /// How many words are compared one by one.
  private static let most = 1200

  /// The places of what was taken out and of what was put in.
  private static func changes(from old: [Int], to new: [Int]) -> (removed: Set<Int>, added: Set<Int>) {
    guard old.count + new.count <= most else { return (Set(old.indices), Set(new.indices)) }
    let changes = new.difference(from: old)
    return (Set(changes.removals.map(\.place)), Set(changes.insertions.map(\.place)))
  }

  /// The words of a text, each with the blanks that follow it.
  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = [], start = text.startIndex, isBlank = false
    for place in text.indices {
      let blank = text[place].isWhitespace
      if isBlank, !blank {
        words.append(text[start..<place])
        start = place
      }
      isBlank = blank
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  /// Puts together what has the same fate.
  private struct Writer {
    private(set) var pieces: [Piece] = []

    mutating func add(_ fate: Fate, _ words: ArraySlice<Substring>) {
      for word in words { add(fate, word) }
    }

    mutating func add(_ fate: Fate, _ word: Substring) {
      guard let last = pieces.last, last.fate == fate else {
        pieces.append(Piece(fate, String(word)))
        return
      }
      pieces[pieces.count - 1] = Piece(fate, last.text + word)
    }
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return self[..<end]
  }
}
