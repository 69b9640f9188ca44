package import SQL

/// How many records of a kind there are.
package struct Stock: Sendable {
  /// `organisation`, `need`, …
  package let kind: String
  package let count: Int
}

extension Session {
  /// How many records there are of each kind, for whoever keeps the instance.
  package func stock() throws -> [Stock] {
    try rows(
      """
      SELECT 'organisation', COUNT(*) FROM organisation UNION ALL SELECT 'need', COUNT(*) FROM need
      UNION ALL SELECT 'practice', COUNT(*) FROM practice UNION ALL SELECT 'partnership', COUNT(*) FROM partnership
      UNION ALL SELECT 'exchange', COUNT(*) FROM exchange UNION ALL SELECT 'account', COUNT(*) FROM account
      UNION ALL SELECT 'session', COUNT(*) FROM session
      """
    ) { row in Stock(kind: try row.text(0), count: try row.int(1)) }
  }
}
