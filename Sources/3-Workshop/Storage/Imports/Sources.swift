package import Cooperation
package import SQL

extension Session { package var sources: Sources { Sources(session: self) } }

/// Where facts come from; a fact may have several sources, and several facts one.
package struct Sources {
  let session: any Session

  /// The sources of each of `subjects`, in the order of their names.
  package func of(_ subjects: [String]) throws -> [String: [Source]] {
    guard !subjects.isEmpty else { return [:] }
    var sources: [String: [Source]] = [:]
    let statement: Statement = """
      SELECT subject, name, reference FROM source WHERE subject IN (\(several: subjects))
      ORDER BY subject, name, reference
      """
    try session.each(statement) { row in
      sources[try row.text(0), default: []].append(Source(try row.text(1), try row.text(2)))
    }
    return sources
  }

  package func of(_ subject: String) throws -> [Source] { try of([subject])[subject] ?? [] }

  /// What comes from this very place in this source.
  package func subjects(from source: Source) throws -> [String] {
    try session.rows(
      """
      SELECT subject FROM source WHERE name = \(source.name) AND reference = \(source.reference) ORDER BY subject
      """
    ) { row in try row.text(0) }
  }

  /// Adds a source to a fact.
  ///
  /// - Parameter run: the reading that found it; nil for what someone entered.
  /// - Returns: whether it was new there.
  @discardableResult
  package func insert(_ source: Source, of subject: String, by run: ImportRun.ID? = nil) throws -> Bool {
    let added = try session.run(
      """
      INSERT INTO source (subject, name, reference, run)
      VALUES (\(subject), \(source.name), \(source.reference), \(run))
      ON CONFLICT (subject, name, reference) DO NOTHING
      """)
    if added == 1 { try session.note(subject) }
    return added == 1
  }

  /// Deletes what a run has added.
  package func delete(of run: ImportRun.ID) throws {
    let subjects = try session.rows("SELECT DISTINCT subject FROM source WHERE run = \(run)") { row in try row.text(0) }
    try session.run("DELETE FROM source WHERE run = \(run)")
    for subject in subjects { try session.note(subject) }
  }

  /// Deletes the sources of a record that is deleted itself.
  package func delete(of subject: String) throws {
    try session.run("DELETE FROM source WHERE subject = \(subject)")
  }
}
