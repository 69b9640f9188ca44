import Foundation
package import SQL

/// An engine that storage is tested on: SQLite always, PostgreSQL where `COPOLIS_TEST_POSTGRES` says where one is.
package enum Engine: String, Sendable, CaseIterable {
  case sqlite, postgres

  package static var allCases: [Engine] { server == nil ? [.sqlite] : [.sqlite, .postgres] }

  /// A database with nothing in it: SQLite's in memory, on one connection; PostgreSQL's in a schema of its own.
  package func open() throws -> any Database {
    switch self {
    case .sqlite: try openDatabase(":memory:")
    case .postgres: try openDatabase(Self.address(of: Self.schema()))
    }
  }

  /// Lends `body` the setting of a database with nothing in it, as an operator would write it.
  ///
  /// It can be opened again and again, from many threads, and is gone afterwards.
  package func setting<Result>(_ body: (String) throws -> Result) throws -> Result {
    switch self {
    case .sqlite:
      return try withFolder { try body($0 + "/test.db") }
    case .postgres:
      let schema = try Self.schema()
      defer { try? Self.ask("DROP SCHEMA \(schema) CASCADE") }
      return try body(Self.address(of: schema))
    }
  }

  /// Lends `body` a database with nothing in it that many threads can use at once; it is gone afterwards.
  package func shared<Result>(_ body: (any Database) throws -> Result) throws -> Result {
    try setting { setting in
      let database = try openDatabase(setting)
      defer { database.close() }
      return try body(database)
    }
  }
}

extension Engine {
  private static var server: String? {
    ProcessInfo.processInfo.environment["COPOLIS_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func address(of schema: String) -> String {
    let server = server ?? ""
    return "\(server)\(server.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
  }

  private static func schema() throws -> String {
    let name = "test_" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try ask("CREATE SCHEMA \(name)")
    return name
  }

  private static func ask(_ text: String) throws {
    let database = try openDatabase(server ?? "")
    defer { database.close() }
    try database.transaction { try $0.script(text) }
  }
}
