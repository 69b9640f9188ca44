import Cooperation
import Testing

@Suite("What became of a text") struct WordDifferenceTests {
  private func told(_ old: String, _ new: String) -> String {
    WordDifference(from: old, to: new).pieces.map { piece in
      switch piece.fate {
      case .stayed: piece.text
      case .removed: "[-\(piece.text)-]"
      case .added: "[+\(piece.text)+]"
      }
    }.joined()
  }

  @Test(
    "is told word by word",
    arguments: [
      ("", "", ""), ("a b c", "a b c", "a b c"), ("", "new words", "[+new words+]"), ("old", "", "[-old-]"),
      ("the drains are blocked", "the drains were blocked", "the drains [-are -][+were +]blocked"),
      ("one two", "one two three", "one two[+three+]"), ("a a a", "a a", "a a [-a-]"),
      ("تنظيف المجاري كل سنة", "تنظيف المجاري كل شهر", "تنظيف المجاري كل [-سنة-][+شهر+]"),
      ("line one\nline two", "line one\n\nline two", "line one\n\nline two"),
    ])
  func words(old: String, new: String, difference: String) {
    let found = told(old, new)
    #expect(found.replacing(" ", with: "") == difference.replacing(" ", with: ""), "\(found)")
  }

  @Test("gives the new text from what stayed and was put in, and the old words from the rest", arguments: 1...60)
  func both(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let words = { (chance: inout Chance) in
      (0..<Int.random(in: 0...40, using: &chance)).map { _ in "w\(Int.random(in: 0...6, using: &chance))" }
    }
    let old = words(&chance), new = words(&chance)
    let pieces = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: "  ")).pieces
    let parts = { (fates: [WordDifference.Fate]) in
      pieces.filter { fates.contains($0.fate) }.flatMap { $0.text.split(separator: " ").map(String.init) }
    }
    #expect(parts([.stayed, .added]) == new)
    #expect(parts([.stayed, .removed]) == old)
  }

  @Test("is found in two long texts that share nothing")
  func long() {
    let text = { (start: Int) in (start..<start + 3000).map { "word\($0)" }.joined(separator: " ") }
    #expect(WordDifference(from: text(0), to: text(10_000)).pieces.count == 2)
  }
}
