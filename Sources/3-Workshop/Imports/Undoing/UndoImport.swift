package import Actions
package import Cooperation
import Storage

/// The undoing of an import: what it added is taken out, what it changed is put back, in one transaction.
///
/// What people have changed, confirmed or built upon since is left, and said.
package struct UndoImport: Sendable {
  private let run: ImportRun.ID

  package init(_ run: ImportRun.ID) { self.run = run }

  /// - Throws: `Denial`; `Missing`; `.alreadyUndone`; `DatabaseError`.
  package func run(on occasion: Occasion) throws -> UndoReport {
    try occasion.viewer.require(.reviewer)
    return try occasion.change { change in
      var run = try change.session.importRuns.require(run)
      guard run.undone == nil else { throw Refused.alreadyUndone }
      let undoing = Undoing(run.id, in: change.session, at: change.now)
      try undoing.undo()
      run.undone = change.now
      try change.session.importRuns.update(run)
      try change.record("undo-import", run.id.text, for: nil, detail: "\(run.kind.rawValue): \(run.file)")
      return UndoReport(run: run, deleted: undoing.deleted, restored: undoing.restored, left: undoing.left)
    }
  }

  package enum Refused: Refusal {
    case alreadyUndone

    package var kind: RefusalKind { .conflict }
    package var words: Phrase { Phrase("refusal.already-undone", "This import has been undone already.") }
  }
}
