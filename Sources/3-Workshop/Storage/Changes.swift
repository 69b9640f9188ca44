import Cooperation
package import SQL

extension Session { package var changes: Changes { Changes(session: self) } }

/// What became different, in order, for whoever keeps something derived: the search index, kept pages.
///
/// Every collection of something public adds to it by itself, in the transaction of the change. Numbers rise without a
/// gap that could be filled later: whoever has read up to one has missed nothing before it.
package struct Changes {
  let session: any Session

  /// Something that became different: added, changed or deleted.
  package struct Change: Sendable, Hashable {
    package let number: Int
    /// The identifier of what changed: `org_…`, `par_…`.
    package let subject: String

    package init(number: Int, subject: String) { (self.number, self.subject) = (number, subject) }
  }

  /// The number of the latest change; 0 before the first.
  package func latest() throws -> Int { try session.number("SELECT COALESCE(MAX(number), 0) FROM change") }

  /// What changed after the change `number`, in order.
  package func since(_ number: Int, limit: Int) throws -> [Change] {
    try session.rows(
      "SELECT number, subject FROM change WHERE number > \(number) ORDER BY number LIMIT \(limit)"
    ) { row in Change(number: try row.int(0), subject: try row.text(1)) }
  }

  /// Whether everything after the change `number` is still there; if not, what is derived is to be made anew.
  package func reachesBack(to number: Int) throws -> Bool {
    try session.number("SELECT COALESCE(MIN(number), 1) FROM change") <= number + 1
  }

  /// Forgets the changes up to `number`, but never the latest, from which the count goes on.
  package func prune(upTo number: Int) throws {
    try session.run(
      "DELETE FROM change WHERE number <= \(number) AND number < (SELECT MAX(number) FROM change)")
  }
}

extension Session {
  /// Adds to the changes that `subject` is no longer what it was.
  func note(_ subject: some CustomStringConvertible) throws {
    try run(
      "INSERT INTO change (number, subject) SELECT COALESCE(MAX(number), 0) + 1, \(subject.description) FROM change")
  }
}
