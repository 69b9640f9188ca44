import SQL

/// A database that says when something was written to it through this process.
struct WatchedDatabase: Database {
  let base: any Database
  let written: @Sendable () -> Void

  var dialect: Dialect { base.dialect }
  func version() throws -> String { try base.version() }

  @discardableResult
  func transaction<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    let result = try base.transaction(body)
    written()
    return result
  }

  @discardableResult
  func alone<Result>(_ body: (any Session) throws -> Result) throws -> Result {
    let result = try base.alone(body)
    written()
    return result
  }

  func read<Result>(_ body: (any Session) throws -> Result) throws -> Result { try base.read(body) }
  func backup(to path: String) throws { try base.backup(to: path) }
  func close() { base.close() }
}
