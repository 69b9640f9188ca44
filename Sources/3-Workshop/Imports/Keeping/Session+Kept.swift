import Cooperation
import SQL
import Storage

extension Session {
  /// Keeps what a file tells of a partnership's money and results, each with its source.
  func insertBelongings(
    of kept: KeptPartnership, from source: Source, by run: ImportRun.ID?, at now: Instant
  ) throws {
    try contributions.insert(kept.contributions, to: kept.partnership.id)
    for outcome in kept.outcomes { try outcomes.insert(outcome, .imported, at: now) }
    try sources.insert(source, of: kept.contributions.map(\.id.text) + kept.outcomes.map(\.id.text), by: run)
  }

  /// Deletes what files told of a partnership's money and results.
  func deleteBelongings(of kept: KeptPartnership) throws {
    try sources.delete(of: kept.contributions.map(\.id.text) + kept.outcomes.map(\.id.text))
    try contributions.delete(kept.contributions, of: kept.partnership.id)
    for outcome in kept.outcomes { try outcomes.delete(outcome) }
  }
}
