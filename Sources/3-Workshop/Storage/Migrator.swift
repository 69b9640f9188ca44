package import Cooperation
package import SQL

/// Brings the schema of `database` up to date, each step in one transaction with its mark.
///
/// Several processes may do so at once. `now` is written beside each step.
///
/// - Returns: the names of the steps that were taken, in order; empty where there was nothing to do.
/// - Throws: `DatabaseError` where a step fails, or where the database is newer than this program.
@discardableResult
package func migrate(_ database: any Database, at now: Instant) throws -> [String] {
  try Migrator.own.run(on: database, at: now)
}

/// The steps that the schema takes from nothing to what it is now.
package struct Migrator: Sendable {
  /// In the order in which they are taken.
  package let steps: [Migration]

  /// The steps of this program: the files of the folder `Migrations`.
  package static let own = Migrator(
    Embedded.files.compactMap { Migration.Text(path: $0.path, text: $0.text.description) })

  package init(_ texts: [Migration.Text]) {
    steps = Dictionary(grouping: texts, by: \.name).map { Migration(name: $0.key, texts: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// The same without its later steps, as it was when it had only so many.
  package func first(_ count: Int) -> Migrator { Migrator(steps: Array(steps.prefix(count))) }

  private init(steps: [Migration]) { self.steps = steps }

  /// The names of the steps that `database` has not taken yet, in order.
  ///
  /// - Throws: `DatabaseError`, also where the database is newer than this program.
  package func pending(on database: any Database) throws -> [String] {
    try database.alone { session in
      let taken = try marks(session)
      return steps.map(\.name).filter { !taken.contains($0) }
    }
  }

  /// Takes the steps that `database` has not taken yet, as `migrate` does.
  package func run(on database: any Database, at now: Instant) throws -> [String] {
    try pending(on: database).filter { name in
      guard let step = steps.first(where: { $0.name == name }) else { return false }
      return try database.alone { try take(step, in: $0, speaking: database.dialect, at: now) }
    }
  }
}

extension Migrator {
  /// - Returns: whether it was taken now; false where another process was quicker.
  private func take(
    _ step: Migration, in session: any Session, speaking dialect: Dialect, at now: Instant
  ) throws -> Bool {
    guard try !marks(session).contains(step.name) else { return false }
    guard let text = step.text(for: dialect) else {
      throw DatabaseError("migration \(step.name) has no text for \(dialect.slug)")
    }
    try session.script(text)
    try session.run("INSERT INTO migration (name, applied_at) VALUES (\(step.name), \(now.description))")
    return true
  }

  private func marks(_ session: any Session) throws -> Set<String> {
    try session.script("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)")
    let taken = try session.rows("SELECT name FROM migration ORDER BY name") { try $0.text(0) }
    let unknown = taken.filter { name in !steps.contains { $0.name == name } }
    guard unknown.isEmpty else {
      throw DatabaseError(
        """
        This database was made by a newer Copolis: it has taken \(unknown.joined(separator: ", ")), \
        which this one does not know. Start the newer one, or restore a backup from before.
        """)
    }
    return Set(taken)
  }
}

/// One step of the schema, in one text for both engines or one for each.
package struct Migration: Sendable {
  /// The number and the name of its file: `0001-accounts`.
  package let name: String
  let texts: [Text]

  /// What it runs on an engine; nil where it says nothing to that one.
  package func text(for dialect: Dialect) -> String? {
    texts.first { $0.dialect == dialect }?.text ?? texts.first { $0.dialect == nil }?.text
  }

  /// What stands in one file: `0001-accounts.sql`, or `0007-name.sqlite.sql` for one engine.
  package struct Text: Sendable {
    let name: String
    /// The engine it is for; nil for both.
    let dialect: Dialect?
    let text: String

    /// Nil for what is not a file of SQL.
    package init?(path: String, text: String) {
      let file = path.split(separator: "/").last ?? ""
      guard file.hasSuffix(".sql"), let name = file.split(separator: ".").first else { return nil }
      self.name = String(name)
      dialect = Dialect.allCases.first { file.hasSuffix(".\($0.slug).sql") }
      self.text = text
    }
  }
}
