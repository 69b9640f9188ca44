package import Cooperation
import SQL
import Storage

/// What the verb does, in one sentence.
package struct NAME: Sendable {
  package init() {}

  /// - Throws: the field's refusals, or `DatabaseError`; then nothing is kept.
  package func run(on occasion: Occasion) throws {
    try occasion.change { change in
      try change.record("verb-subject", "subject", for: nil)
    }
  }
}
