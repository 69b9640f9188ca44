package import Cooperation
import SQL

/// Nothing of that name is on record.
package struct Missing: Refusal, Equatable {
  /// The identifier that was asked for.
  package let subject: String

  package init(_ subject: some CustomStringConvertible) { self.subject = subject.description }

  package var kind: RefusalKind { .missing }
  package var words: Phrase {
    Phrase("refusal.missing", "There is nothing here by the name {id}, or not for you.", ["id": subject])
  }
}

/// Someone else has changed it since it was read.
package struct Stale: Refusal, Equatable {
  package let subject: String

  package init(_ subject: some CustomStringConvertible) { self.subject = subject.description }

  package var kind: RefusalKind { .stale }
  package var words: Phrase {
    Phrase(
      "refusal.stale",
      "Someone else has changed this since you opened it. Look at what it says now, then make your change again.")
  }
}

extension Session {
  /// Why a change of `subject` found nothing to change; `count` counts the rows of its name.
  func refusal(_ subject: some CustomStringConvertible, counting count: Statement) throws -> any Refusal {
    try number(count) == 0 ? Missing(subject) : Stale(subject)
  }
}
