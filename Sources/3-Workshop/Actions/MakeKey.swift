package import Cooperation
import SQL
package import Secrets
import Storage

/// Someone gives a program a key of its own, with which it may do what they may do.
package struct MakeKey: Sendable {
  let label: String

  package init(label: String) { self.label = label }

  /// How long a key is valid.
  private static let days = 365

  /// - Returns: the key, which is shown once and kept as a hash only.
  /// - Throws: `Denial.signIn`, `.labelMissing`.
  package func run(on occasion: Occasion) throws -> Token {
    let account = try occasion.viewer.person()
    let label = label.prefix(100).trimmed
    guard !label.isEmpty else { throw Refused.labelMissing }
    let token = Token()
    try occasion.change { change in
      try change.session.signIns.insert(
        .init(
          hash: token.hash, account: account.id, formKey: nil, label: label, created: change.now,
          expires: change.now.adding(days: Self.days)))
      try change.record("make-key", account.id.text, for: nil, detail: label)
    }
    return token
  }

  package enum Refused: Refusal {
    case labelMissing

    package var kind: RefusalKind { .invalid }
    package var words: Phrase { Phrase("refusal.label-missing", "Say what the key is for, so that you know it again.") }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
