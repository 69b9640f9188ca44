package import Cooperation
package import SQL

extension Session { package var uploads: Uploads { Uploads(session: self) } }

/// Files that were sent to be looked at before they are read in.
package struct Uploads {
  let session: any Session

  package func find(_ id: Uploaded.ID) throws -> Uploaded? {
    try session.first("SELECT account, file, kind, at FROM upload WHERE id = \(id)") { row in
      Uploaded(
        id: id, account: try row.id(0), file: try row.text(1), kind: ImportRun.Kind(rawValue: try row.text(2)),
        at: try row.instant(3))
    }
  }

  /// What is in it, in the pieces in which it was kept.
  package func pieces(of id: Uploaded.ID) throws -> [String] {
    try session.rows("SELECT content FROM upload_piece WHERE upload = \(id) ORDER BY number") { row in
      try row.text(0)
    }
  }

  /// Keeps a file until it is read in; those sent before `limit` go.
  package func insert(_ upload: Uploaded, pieces: [String], forgetting limit: Instant) throws {
    try session.run("DELETE FROM upload_piece WHERE upload IN (SELECT id FROM upload WHERE at < \(limit))")
    try session.run("DELETE FROM upload WHERE at < \(limit)")
    try session.run(
      """
      INSERT INTO upload (id, account, file, kind, at)
      VALUES (\(upload.id), \(upload.account), \(upload.file), \(upload.kind?.rawValue ?? ""), \(upload.at))
      """)
    for (number, piece) in pieces.enumerated() {
      try session.run("INSERT INTO upload_piece (upload, number, content) VALUES (\(upload.id), \(number), \(piece))")
    }
  }

  package func delete(_ id: Uploaded.ID) throws {
    try session.run("DELETE FROM upload_piece WHERE upload = \(id)")
    try session.run("DELETE FROM upload WHERE id = \(id)")
  }
}
