/// Rows on a PostgreSQL server.
package final class PostgresDatabase: Database {
  package init(url: String, readURL: String? = nil, connections: Int = 8) throws {
    throw DatabaseError("PostgreSQL is not spoken yet")
  }
  package var dialect: Dialect { .postgres }
  package func version() throws -> String { "" }
  @discardableResult
  package func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result { throw DatabaseError("") }
  @discardableResult
  package func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result { throw DatabaseError("") }
  package func read<Result>(_ body: (any Session) throws -> Result) throws -> Result { throw DatabaseError("") }
  package func backup(to path: String) throws {}
  package func close() {}
}
