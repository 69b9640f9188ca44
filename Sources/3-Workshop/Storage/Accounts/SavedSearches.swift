package import Cooperation
package import SQL

extension Session { package var savedSearches: SavedSearches { SavedSearches(session: self) } }

/// The lists that people look at again.
package struct SavedSearches {
  let session: any Session

  /// Those of an account, the newest first.
  package func of(_ account: Account.ID) throws -> [SavedSearch] {
    try session.rows(
      """
      SELECT id, account, list, query, title FROM saved_search WHERE account = \(account)
      ORDER BY created_at DESC, id DESC
      """
    ) { row in
      SavedSearch(
        id: try row.id(0), account: try row.id(1), list: try row.word(2), query: try row.text(3),
        title: try row.text(4))
    }
  }

  package func insert(_ search: SavedSearch, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO saved_search (id, account, list, query, title, created_at)
      VALUES (\(search.id), \(search.account), \(search.list.rawValue), \(search.query), \(search.title), \(now))
      """)
  }

  /// - Throws: `Missing`, also for one of another account.
  package func delete(_ id: SavedSearch.ID, of account: Account.ID) throws {
    let deleted = try session.run("DELETE FROM saved_search WHERE id = \(id) AND account = \(account)")
    guard deleted == 1 else { throw Missing(id) }
  }

  package func deleteAll(of account: Account.ID) throws {
    try session.run("DELETE FROM saved_search WHERE account = \(account)")
  }
}
