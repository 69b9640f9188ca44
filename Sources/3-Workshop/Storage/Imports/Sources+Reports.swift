package import Cooperation
import SQL

extension Sources {
  /// What stands at that place of any source whose name begins with `prefix`.
  package func subjects(at reference: String, from prefix: String) throws -> [String] {
    let found = try session.rows(
      "SELECT subject, name FROM source WHERE reference = \(reference) ORDER BY subject, name"
    ) { row in (subject: try row.text(0), name: try row.text(1)) }
    return found.filter { $0.name.hasPrefix(prefix) }.map(\.subject)
  }

  /// Every place of one source with what stands there.
  package func each(from name: String, _ body: (_ reference: String, _ subject: String) throws -> Void) throws {
    try session.each("SELECT reference, subject FROM source WHERE name = \(name) ORDER BY reference") { row in
      try body(try row.text(0), try row.text(1))
    }
  }

  /// Adds one source to several facts that have none from there yet.
  package func insert(_ source: Source, of subjects: [String], by run: ImportRun.ID?) throws {
    for start in stride(from: 0, to: subjects.count, by: 100) {
      let rows: [Statement] = subjects[start..<min(start + 100, subjects.count)].map { subject in
        "(\(subject), \(source.name), \(source.reference), \(run))"
      }
      try session.run("INSERT INTO source (subject, name, reference, run) VALUES \(rows.joined(by: ", "))")
    }
  }

  /// Deletes every source of several records that are deleted themselves.
  package func delete(of subjects: [String]) throws {
    for start in stride(from: 0, to: subjects.count, by: 100) {
      let some = Array(subjects[start..<min(start + 100, subjects.count)])
      try session.run("DELETE FROM source WHERE subject IN (\(several: some))")
    }
  }
}

extension Contributions {
  /// Adds several contributions to one partnership.
  package func insert(_ contributions: [Contribution], to partnership: Partnership.ID) throws {
    guard !contributions.isEmpty else { return }
    for start in stride(from: 0, to: contributions.count, by: 50) {
      let rows: [Statement] = contributions[start..<min(start + 50, contributions.count)].map { each in
        """
        (\(each.id), \(partnership), \(each.kind.rawValue), \(each.organisation), \(each.money.minorUnits),
          \(each.money.currency.code), \(each.day), \(each.until), \(each.note))
        """
      }
      try session.run(
        """
        INSERT INTO contribution (id, partnership, kind, organisation, minor_units, currency, day, until_day, note)
        VALUES \(rows.joined(by: ", "))
        """)
    }
    try session.note(partnership)
  }

  /// Deletes several contributions of one partnership.
  package func delete(_ contributions: [Contribution], of partnership: Partnership.ID) throws {
    guard !contributions.isEmpty else { return }
    for start in stride(from: 0, to: contributions.count, by: 100) {
      let some = contributions[start..<min(start + 100, contributions.count)].map(\.id)
      try session.run("DELETE FROM contribution WHERE id IN (\(several: Array(some)))")
    }
    try session.note(partnership)
  }
}

extension Partnerships {
  /// Puts a partnership that an import has just added under another, as a part of it.
  ///
  /// - Returns: false where that would make it a part of itself.
  package func place(_ id: Partnership.ID, under parent: Partnership.ID) throws -> Bool {
    var above: Partnership.ID? = parent
    for _ in 0..<64 {
      guard let some = above else { break }
      if some == id { return false }
      above =
        try session.first("SELECT parent FROM partnership WHERE id = \(some)") { row in try row.idIfAny(0) } ?? nil
    }
    guard above == nil else { return false }
    try session.run("UPDATE partnership SET parent = \(parent) WHERE id = \(id)")
    try session.note(id)
    return true
  }

  /// Adds a party to a partnership of which files have told, now that someone has said who is meant.
  ///
  /// - Returns: false where it is a party already.
  package func join(_ party: Party, to id: Partnership.ID) throws -> Bool {
    let added = try session.run(
      """
      INSERT INTO party (partnership, organisation, role, position)
      SELECT \(id), \(party.organisation), \(party.role.rawValue), COALESCE(MAX(position), 0) + 1 FROM party
      WHERE partnership = \(id)
      ON CONFLICT (partnership, organisation) DO NOTHING
      """)
    guard added == 1 else { return false }
    try retellClaim(of: id)
    try session.relations.retell(id)
    let parties: [Organisation.ID] = try session.rows("SELECT organisation FROM party WHERE partnership = \(id)") {
      row in try row.id(0)
    }
    try session.relations.count(parties)
    try session.note(id)
    return true
  }

  /// The parts of a partnership.
  package func parts(of id: Partnership.ID) throws -> [Partnership.ID] {
    try session.rows("SELECT id FROM partnership WHERE parent = \(id) ORDER BY id") { row in try row.id(0) }
  }

  /// Whether a party has said anything of it.
  package func isSpokenOf(_ id: Partnership.ID) throws -> Bool {
    try session.first("SELECT 1 FROM voice WHERE subject = \(id) LIMIT 1") { _ in true } ?? false
  }
}
