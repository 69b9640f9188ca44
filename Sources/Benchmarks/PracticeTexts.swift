import Cooperation
import Glibc
import Markup
import Streams

/// A real practice, as someone told it, with the goals that people gave it.
struct PracticeText {
  let id: String
  let language: Language
  let title: String
  let text: String
  /// Truth, and never shown to what is measured.
  let goals: Set<Goal>

  /// Whether it belongs to the half on which words and weights were tuned; the other half is reported.
  var isForTuning: Bool { id.utf8.last.map { "01234567".utf8.contains($0) } ?? false }

  /// Those that are tagged; nil where the data is not beside the checkout.
  static func all() throws -> [PracticeText]? {
    let folder = getenv("COPOLIS_SHARED").map { String(cString: $0) } ?? "../shared"
    let path = folder + "/data/practices/undp-solutions-en-es-fr.jsonl.gz"
    guard access(path, R_OK) == 0 else { return nil }
    let source = try ByteSource(file: path).inflated()
    var bytes: [UInt8] = []
    while let piece = try source.next() { bytes += piece }
    return try bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      PracticeText(try JSONValue(reading: Array(line), depth: 16))
    }
  }

  private init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, let language = value["lang"]?.text.flatMap({ Language($0) }),
      let title = value["title"]?.text, let text = value["text"]?.text
    else { return nil }
    let goals = Set((value["sdgs"]?.list ?? []).compactMap { $0.int.flatMap { Goal($0) } })
    guard !goals.isEmpty else { return nil }
    (self.id, self.language, self.title, self.goals) = (id, language, title, goals)
    self.text = Self.withoutTags(text)
  }

  /// What stands between angle brackets was never read by anyone.
  private static func withoutTags(_ text: String) -> String {
    var isTag = false
    return String(
      decoding: text.utf8.compactMap { byte -> UInt8? in
        if byte == UInt8(ascii: "<") { isTag = true }
        defer { if byte == UInt8(ascii: ">") { isTag = false } }
        return isTag ? (byte == UInt8(ascii: "<") ? UInt8(ascii: " ") : nil) : byte
      }, as: UTF8.self)
  }

  /// How much two have in common: the goals of both among all of either, 0 to 1.
  func gain(_ other: PracticeText) -> Double {
    Double(goals.intersection(other.goals).count) / Double(goals.union(other.goals).count)
  }
}

extension [PracticeText] {
  /// How good a ranking of these is for `asked`, 0 to 1: the discounted gain of the first ten, as a share of the most
  /// that ten could have.
  func quality(of ranking: [Int], for asked: PracticeText) -> Double {
    let most = discounted(filter { $0.id != asked.id }.map { $0.gain(asked) }.sorted(by: >))
    return most > 0 ? discounted(ranking.map { self[$0].gain(asked) }) / most : 0
  }

  private func discounted(_ gains: [Double]) -> Double {
    gains.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }
}
