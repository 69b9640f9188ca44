import Glibc

/// A lock beside a database file that says who has it open: those who serve it together, or one who replaces it alone.
///
/// The system lets go of it when the process ends, however it ends.
final class Presence {
  private let descriptor: Int32

  /// What the process is about to do with the file.
  enum Intent { case serve, replace }

  /// Nil where others are in the way: someone serves what is to be replaced, or replaces what is to be served.
  ///
  /// - Parameter database: the file; a server's address needs no lock, for it keeps its own.
  /// - Throws: `CannotOpen`.
  init?(beside database: String, to intent: Intent) throws {
    guard !database.contains("://"), database != ":memory:" else {
      descriptor = -1
      return
    }
    let path = database + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw CannotOpen(path: path) }
    let lock = intent == .serve ? LOCK_SH : LOCK_EX
    guard flock(descriptor, lock | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
