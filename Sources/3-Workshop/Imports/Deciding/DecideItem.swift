package import Actions
package import Cooperation
import SQL
import Storage

/// Someone says what a line of a file means that could not be attached for certain.
package struct DecideItem: Sendable {
  private let item: ReviewItem.ID
  private let choice: Choice
  private let reach: Reach

  /// What is meant.
  package enum Choice: Sendable, Equatable {
    /// For each part of the line, whom it names: `org_…`, the number of a place, or `new`. The key of a line with one
    /// part is empty; of a pair it is `1` and `2`.
    case means([String: String])
    /// It is none of ours, or wrong: nothing is taken in, now or when it is read again.
    case notOurs
  }

  /// What else the decision holds for.
  package enum Reach: Sendable {
    /// This line alone.
    case line
    /// Every line that gives the same name at the same place, those of later files included.
    case label
  }

  package init(_ item: ReviewItem.ID, _ choice: Choice, for reach: Reach = .line) {
    (self.item, self.choice, self.reach) = (item, choice, reach)
  }

  /// - Throws: `Denial`; `Missing`; `Refused`; `Stale` where someone else was quicker.
  package func run(on occasion: Occasion) throws -> Decision {
    try occasion.viewer.require(.reviewer)
    return try occasion.change { change in
      var item = try change.session.reviewItems.require(item)
      guard item.state == .open else { throw Refused.alreadyDecided }
      let run = try change.session.importRuns.require(item.run)
      let reading = Reading(run, change, isKept: true) { _ in }
      item.state = choice == .notOurs ? .dismissed : .resolved
      try change.session.reviewItems.decide(item, by: change.viewer.account?.id, at: change.now)
      let also =
        switch run.kind {
        case .twinning: try TwinningDecision(reading).decide(item, choice, reach)
        case .iati: try ActivityDecision(reading).decide(item, choice)
        default: try OrganisationDecision(reading, file: run.file).decide(item, choice)
        }
      try change.session.waiting.delete(item.id.text)
      change.chance = reading.chance
      try change.record("decide", item.id.text, for: nil, detail: "\(choice.words): \(run.file), line \(item.line)")
      return Decision(item: item, tally: reading.tally, also: also)
    }
  }

  package enum Refused: Refusal, Equatable {
    case alreadyDecided
    /// A part of the line that nothing was chosen for.
    case undecided
    case unknown(String)
    case sameTwice
    /// It waits for others to be decided first.
    case waits

    package var kind: RefusalKind { self == .alreadyDecided ? .conflict : .invalid }
    package var words: Phrase {
      switch self {
      case .alreadyDecided: Phrase("refusal.already-decided", "Someone has decided this already.")
      case .undecided: Phrase("refusal.undecided", "Choose who is meant, or say that it is not ours.")
      case .unknown(let text):
        Phrase(
          "refusal.unknown-choice", "“{text}” is nobody on record. Copy the identifier from the page of who is meant.",
          ["text": String(text.prefix(60))])
      case .sameTwice: Phrase("refusal.twin-of-itself", "A town cannot be its own twin: both sides are the same.")
      case .waits:
        Phrase(
          "refusal.waits", "This waits for its parties. Decide on those first; it follows by itself.")
      }
    }
  }
}

/// What a decision came to.
package struct Decision: Sendable {
  package let item: ReviewItem
  /// What was added and changed by it.
  package let tally: ImportRun.Tally
  /// How many other lines were decided along with it.
  package let also: Int

  package init(item: ReviewItem, tally: ImportRun.Tally, also: Int) {
    (self.item, self.tally, self.also) = (item, tally, also)
  }
}

extension DecideItem.Choice {
  fileprivate var words: String {
    switch self {
    case .notOurs: "not ours"
    case .means(let parts): parts.sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
    }
  }
}

extension ReviewItem {
  /// What stands in one of its fields; empty where it has none.
  func said(_ name: String) -> String { content.first { $0.name == name }?.value ?? "" }
}
