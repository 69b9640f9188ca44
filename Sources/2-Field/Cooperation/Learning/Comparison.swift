/// Two answers set side by side, and the sentence to say when they do not go together.
package struct Comparison: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Comparison>

  package let id: ID
  package let left: Term
  package let right: Term
  package let relation: Relation
  /// What to say then; `{left}` and `{right}` are blanks for the two answers.
  package let words: Texts

  package init(id: ID, left: Term, right: Term, relation: Relation, words: Texts) {
    (self.id, self.left, self.right, self.relation, self.words) = (id, left, right, relation, words)
  }

  /// One role's answer to a prompt.
  package struct Term: Sendable, Hashable {
    package let prompt: Prompt.ID
    package let role: Role.ID

    package init(_ prompt: Prompt.ID, of role: Role.ID) { (self.prompt, self.role) = (prompt, role) }
  }

  /// What between the two makes a mismatch.
  package enum Relation: Sendable, Equatable {
    /// The left figure is below the right one.
    case less
    /// The left figure is above the right one.
    case more
    case differs
    /// The left is one of the first options, and the right is one of the second.
    case both([Option.ID], [Option.ID])
  }
}

/// Two answers that do not go together.
package struct Mismatch: Sendable, Equatable {
  package let comparison: Comparison
  package let left: Answer
  package let right: Answer
}

extension Exchange {
  /// Where the answers do not go together, in the method's order. Only answers that may be seen by all are compared.
  package func mismatches(under method: Method) -> [Mismatch] {
    method.comparisons.compactMap { comparison in
      guard let left = opened(comparison.left, under: method), let right = opened(comparison.right, under: method),
        comparison.relation.holds(between: left, and: right)
      else { return nil }
      return Mismatch(comparison: comparison, left: left, right: right)
    }
  }

  private func opened(_ term: Comparison.Term, under method: Method) -> Answer? {
    guard let prompt = method.prompt(term.prompt) else { return nil }
    for visit in visits.reversed() where prompt.sight == .atOnce || (visit.isOpened && prompt.sight == .whenClosed) {
      if let found = visit.standing(prompt.id, owner: .role(term.role), about: .whole) { return found.answer }
    }
    return nil
  }
}

extension Mismatch {
  /// The sentence with both answers in it, in the first of `languages` that the method has.
  package func words(under method: Method, in languages: [Language]) -> Texts.Reading {
    let reading = comparison.words.reading(in: languages)
    func shown(_ answer: Answer, to prompt: Prompt.ID) -> String {
      method.prompt(prompt).map { answer.words(to: $0.kind, in: languages) } ?? ""
    }
    let text = Blanks.filling(
      reading.text,
      ["left": shown(left, to: comparison.left.prompt), "right": shown(right, to: comparison.right.prompt)])
    return Texts.Reading(text: text, language: reading.language, isOriginal: reading.isOriginal)
  }
}

extension Comparison.Relation {
  func holds(between left: Answer, and right: Answer) -> Bool {
    switch self {
    case .differs: left != right
    case .less: left.size.flatMap { left in right.size.map { left < $0 } } ?? false
    case .more: left.size.flatMap { left in right.size.map { left > $0 } } ?? false
    case .both(let first, let second): left.chooses(first) && right.chooses(second)
    }
  }
}

/// Blanks in a sentence, `{left}`, and what fills them. What is filled in is not read again.
enum Blanks {
  static func filling(_ text: String, _ values: [String: String]) -> String {
    var written = "", rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      written += rest[..<open]
      let tail = rest[rest.index(after: open)...]
      if let close = tail.firstIndex(of: "}"), let value = values[String(tail[..<close])] {
        written += value
        rest = tail[tail.index(after: close)...]
      } else {
        written += "{"
        rest = tail
      }
    }
    return written + rest
  }
}
