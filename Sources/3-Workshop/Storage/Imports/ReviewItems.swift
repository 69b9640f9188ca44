package import Cooperation
import Markup
package import SQL

extension Session { package var reviewItems: ReviewItems { ReviewItems(session: self) } }

/// Lines of files that wait for a person to decide what they mean, and those that have been decided.
package struct ReviewItems {
  let session: any Session

  /// What a list of them is narrowed to; what is nil narrows nothing.
  package struct Filter: Sendable, Equatable {
    package var state: ReviewItem.State?
    package var code: String?
    package var run: ImportRun.ID?

    package init(state: ReviewItem.State? = .open, code: String? = nil, run: ImportRun.ID? = nil) {
      (self.state, self.code, self.run) = (state, code, run)
    }
  }

  package func find(_ id: ReviewItem.ID) throws -> ReviewItem? { try items("WHERE id = \(id)").first }

  /// - Throws: `Missing`.
  package func require(_ id: ReviewItem.ID) throws -> ReviewItem {
    guard let item = try find(id) else { throw Missing(id) }
    return item
  }

  /// A page of those that `filter` leaves, in the order in which they came.
  package func list(_ filter: Filter = Filter(), _ span: Span = Span()) throws -> Excerpt<ReviewItem> {
    let conditions = Statement.where(filter.conditions)
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM review_item \(conditions)") {
      try items("\(conditions) ORDER BY run, line, id \(span.sql)")
    }
  }

  /// How many there are for each reason, whatever reason `filter` asks for.
  package func codes(_ filter: Filter = Filter()) throws -> [Count<String>] {
    var others = filter
    others.code = nil
    return try session.counts("code", among: "review_item \(.where(others.conditions))") { row in try row.text(0) }
  }

  /// Puts a line aside.
  ///
  /// - Parameter digest: the fingerprint of what the line says; the same line, read again, is there already.
  /// - Returns: whether it was new.
  @discardableResult
  package func insert(_ item: ReviewItem, digest: String) throws -> Bool {
    precondition(item.state == .open, "a line that is put aside is undecided")
    return try session.run(
      """
      INSERT INTO review_item (id, run, line, code, digest, content, candidates, state)
      VALUES (\(item.id), \(item.run), \(item.line), \(item.code), \(digest), \(item.contentText),
        \(item.candidates.joined(separator: " ")), \(item.state.rawValue))
      ON CONFLICT (digest) DO NOTHING
      """) == 1
  }

  /// Keeps what was decided of a line that was open.
  ///
  /// - Parameter account: nil for the operator at the command line.
  /// - Throws: `Stale` where someone else was quicker; `Missing`.
  package func decide(_ item: ReviewItem, by account: Account.ID?, at now: Instant) throws {
    precondition(item.state != .open, "a decision is one way or the other")
    let changed = try session.run(
      """
      UPDATE review_item SET state = \(item.state.rawValue), decided_by = \(account), decided_at = \(now)
      WHERE id = \(item.id) AND state = 'open'
      """)
    guard changed == 1 else {
      throw try session.refusal(item.id, counting: "SELECT COUNT(*) FROM review_item WHERE id = \(item.id)")
    }
  }

  /// Deletes what a run put aside, decided or not.
  package func delete(of run: ImportRun.ID) throws {
    try session.waiting.delete(of: run)
    try session.run("DELETE FROM review_item WHERE run = \(run)")
  }

  private func items(_ end: Statement) throws -> [ReviewItem] {
    try session.rows("SELECT id, run, line, code, content, candidates, state FROM review_item \(end)") { row in
      ReviewItem(
        id: try row.id(0), run: try row.id(1), line: try row.int(2), code: try row.text(3),
        content: try ReviewItem.content(row.text(4)),
        candidates: try row.text(5).split(separator: " ").map(String.init), state: try row.word(6))
    }
  }
}

extension ReviewItems.Filter {
  fileprivate var conditions: [Statement] {
    var all: [Statement] = []
    if let state { all.append("state = \(state.rawValue)") }
    if let code { all.append("code = \(code)") }
    if let run { all.append("run = \(run)") }
    return all
  }
}

// What a line says, kept as an array of pairs: [["city","Springfield"],["country","US"]].
extension ReviewItem {
  fileprivate var contentText: String {
    var json = JSON(capacity: 256)
    json.array { json in
      for said in content {
        json.array { json in
          json.element(said.name)
          json.element(said.value)
        }
      }
    }
    return json.text
  }

  fileprivate static func content(_ text: String) throws -> [Said] {
    let pairs = try JSONValue(reading: Array(text.utf8)).list ?? []
    return try pairs.map { pair in
      guard let both = pair.list, both.count == 2, let name = both[0].text, let value = both[1].text else {
        throw DatabaseError("a line to review is not kept as pairs")
      }
      return Said(name, value)
    }
  }
}
