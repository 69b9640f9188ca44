package import Cooperation

/// Why something cannot be said of a result.
package enum ResultRefused: Refusal, Equatable {
  case forWhom, notAgreed, notReported, ownWord, sameFigure, noCounter

  package var kind: RefusalKind {
    switch self {
    case .forWhom, .sameFigure, .noCounter: .invalid
    case .notAgreed, .notReported, .ownWord: .conflict
    }
  }

  package var words: Phrase {
    switch self {
    case .forWhom: Phrase("refusal.for-whom", "You may speak for several parties. Say for which you speak.")
    case .notAgreed:
      Phrase("refusal.result-not-agreed", "The other side has not accepted this partnership yet. Results come after.")
    case .notReported: Phrase("refusal.figure-not-reported", "Nobody has reported this figure yet.")
    case .ownWord:
      Phrase("refusal.own-word", "You said so yourself for the other side. Someone else must confirm it for this one.")
    case .sameFigure: Phrase("refusal.same-figure", "This is the figure that stands. Confirm it, or give another.")
    case .noCounter: Phrase("refusal.no-counter", "This is told in words, not counted. Say in the reason how it was.")
    }
  }
}

extension Partnership {
  /// - Throws: `.notAgreed` where it is only proposed.
  func mayHaveResults() throws(ResultRefused) {
    if case .proposed = stage { throw .notAgreed }
  }
}

extension Outcome {
  var ownTitle: String { title.versions[title.original] ?? "" }

  /// Whether both say the same, whatever their revision.
  func says(what other: Outcome) -> Bool {
    var same = other
    same.revision = revision
    return same == self
  }
}
