package import Cooperation
package import SQL

extension Session { package var waiting: Waiting { Waiting(session: self) } }

/// What waits until someone has decided what a name in a file means.
///
/// A label is that name with whoever uses it: one decision on it holds for everything that waits.
package struct Waiting {
  let session: any Session

  /// Something that waits: a line put aside, or a partnership that lacks a party.
  package struct Wait: Sendable, Hashable {
    /// `rev_…` or `par_…`.
    package let subject: String
    /// Which part of it the label stands for: a side of a pair, the role of a party.
    package let part: String

    package init(_ subject: String, _ part: String) { (self.subject, self.part) = (subject, part) }
  }

  /// What waits for a label, in the order in which it came.
  package func on(_ label: String) throws -> [Wait] {
    try session.rows("SELECT subject, part FROM review_wait WHERE label = \(label) ORDER BY subject, part") { row in
      Wait(try row.text(0), try row.text(1))
    }
  }

  /// How much waits for each of `labels`.
  package func count(on labels: [String]) throws -> [String: Int] {
    guard !labels.isEmpty else { return [:] }
    let statement: Statement = """
      SELECT label, COUNT(DISTINCT subject) FROM review_wait WHERE label IN (\(several: labels)) GROUP BY label
      """
    var counts: [String: Int] = [:]
    try session.each(statement) { row in counts[try row.text(0)] = try row.int(1) }
    return counts
  }

  /// What each part of something waits for.
  package func labels(of subject: String) throws -> [String: String] {
    var labels: [String: String] = [:]
    try session.each("SELECT part, label FROM review_wait WHERE subject = \(subject)") { row in
      labels[try row.text(0)] = try row.text(1)
    }
    return labels
  }

  package func insert(_ wait: Wait, on label: String, by run: ImportRun.ID) throws {
    try session.run(
      """
      INSERT INTO review_wait (label, subject, part, run) VALUES (\(label), \(wait.subject), \(wait.part), \(run))
      ON CONFLICT (label, subject, part) DO NOTHING
      """)
  }

  /// Forgets that something waits, for whatever it was.
  package func delete(_ subject: String) throws {
    try session.run("DELETE FROM review_wait WHERE subject = \(subject)")
  }

  package func delete(_ wait: Wait, on label: String) throws {
    try session.run(
      "DELETE FROM review_wait WHERE label = \(label) AND subject = \(wait.subject) AND part = \(wait.part)")
  }

  /// Forgets everything that a run left waiting.
  package func delete(of run: ImportRun.ID) throws {
    try session.run("DELETE FROM review_wait WHERE run = \(run)")
  }
}

extension ReviewItems {
  /// How the line with that fingerprint stands; nil where it was never put aside.
  package func state(digest: String) throws -> ReviewItem.State? {
    try session.first("SELECT state FROM review_item WHERE digest = \(digest)") { row in try row.word(0) }
  }

  /// Closes the line with that fingerprint, where it is open: what it asked has been answered otherwise.
  ///
  /// - Parameter account: nil for the operator at the command line.
  package func close(digest: String, by account: Account.ID?, at now: Instant) throws {
    try session.run(
      """
      UPDATE review_item SET state = 'resolved', decided_by = \(account), decided_at = \(now)
      WHERE digest = \(digest) AND state = 'open'
      """)
  }

  /// How many of the lines of each run are still open.
  package func open(of runs: [ImportRun.ID]) throws -> [ImportRun.ID: Int] {
    guard !runs.isEmpty else { return [:] }
    let statement: Statement = """
      SELECT run, COUNT(*) FROM review_item WHERE state = 'open' AND run IN (\(several: runs)) GROUP BY run
      """
    var counts: [ImportRun.ID: Int] = [:]
    try session.each(statement) { row in counts[try row.id(0)] = try row.int(1) }
    return counts
  }

  /// The first open line after `item` in the order in which they came, or else the first of all.
  package func next(after item: ReviewItem, code: String?) throws -> ReviewItem.ID? {
    let of: Statement = if let code { " AND code = \(code)" } else { .none }
    let later: ReviewItem.ID? = try session.first(
      """
      SELECT id FROM review_item
      WHERE state = 'open' AND (run, line, id) > (\(item.run), \(item.line), \(item.id))\(of)
      ORDER BY run, line, id LIMIT 1
      """
    ) { row in try row.id(0) }
    if let later { return later }
    return try session.first(
      "SELECT id FROM review_item WHERE state = 'open'\(of) ORDER BY run, line, id LIMIT 1"
    ) { row in try row.id(0) }
  }
}
