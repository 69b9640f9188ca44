import Cooperation
import SQL
import Storage

extension Session {
  /// Keeps what a file tells of a partnership's money and results, each with its source.
  func insertBelongings(
    of kept: KeptPartnership, from source: Source, by run: ImportRun.ID?, at now: Instant
  ) throws {
    for contribution in kept.contributions {
      try contributions.insert(contribution)
      try sources.insert(source, of: contribution.id.text, by: run)
    }
    for outcome in kept.outcomes {
      try outcomes.insert(outcome, .imported, at: now)
      try sources.insert(source, of: outcome.id.text, by: run)
    }
  }

  /// Deletes what files told of a partnership's money and results.
  func deleteBelongings(of kept: KeptPartnership) throws {
    for contribution in kept.contributions {
      try sources.delete(of: contribution.id.text)
      try contributions.delete(contribution)
    }
    for outcome in kept.outcomes {
      try sources.delete(of: outcome.id.text)
      try outcomes.delete(outcome)
    }
  }
}
