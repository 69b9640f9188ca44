package import Cooperation
import SQL
import Storage

/// Someone of its organisation says whether what a practice tells is still true.
package struct AnswerTruth: Sendable {
  let id: Practice.ID
  let answer: Truth.Answer

  package init(_ id: Practice.ID, _ answer: Truth.Answer) { (self.id, self.answer) = (id, answer) }

  /// - Throws: `Denial`; `Missing`; `Shelf.Refusal.notPublished`.
  package func run(on occasion: Occasion) throws -> Practice {
    try occasion.change { change in
      let known = try change.session.practices.require(id, for: change.viewer)
      var practice = known
      try change.viewer.require(.editor, for: practice.organisation)
      guard practice.shelf.isPublished else { throw Shelf.Refusal.notPublished }
      practice.facts.truth = practice.facts.truth.answering(answer, on: change.now.day)
      let kept = try change.session.practices.update(practice, at: change.now)
      try change.keepVersion(of: kept, after: known, .check)
      try change.record(
        "check-practice", id.text, for: practice.organisation, detail: "\(answer.rawValue): \(practice.ownTitle)")
      return kept
    }
  }
}
