package import Cooperation

/// A text in the languages that a file gives it in, in the file's order.
package struct Words: Sendable, Equatable {
  /// Kept apart from the others, because most texts are in one language and there are millions of them.
  private var head: Narrative?
  private var tail: [Narrative] = []

  package var narratives: [Narrative] { (head.map { [$0] } ?? []) + tail }

  /// One text in one language.
  package struct Narrative: Sendable, Equatable {
    /// Nil where neither the text nor the file says.
    package let language: Language?
    /// Without white space around it; never empty.
    package let text: String

    package init(language: Language?, text: String) { (self.language, self.text) = (language, text) }
  }

  package init(_ narratives: [Narrative] = []) { (head, tail) = (narratives.first, Array(narratives.dropFirst())) }

  package var isEmpty: Bool { head == nil }

  /// The first text; empty where there is none.
  package var first: String { head?.text ?? "" }

  /// As a text of ours, the first being the original; nil where there is none. `und` is a language nobody named.
  package var texts: Texts? {
    guard let first = head else { return nil }
    let unknown: Language = "und"
    let others = tail.map { ($0.language ?? unknown, $0.text) }
    return Texts(
      first.text, in: first.language ?? unknown,
      translations: Dictionary(others, uniquingKeysWith: { earlier, _ in earlier }))
  }

  mutating func add(_ text: String, in language: Language?) {
    guard !text.isEmpty else { return }
    let narrative = Narrative(language: language, text: text)
    if head == nil { head = narrative } else { tail.append(narrative) }
  }
}
