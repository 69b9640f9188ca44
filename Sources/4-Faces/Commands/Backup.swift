import Foundation
import SQL
import Storage

extension CommandLineFace {
  static let backup = Command(
    "backup", "Writes a consistent copy of the database, also while it is served.", "FILE",
    example: "copolis backup /backups/copolis-2026-11-23.db"
  ) { arguments, console in
    let target = try arguments.some("The file to write to")[0]
    guard !FileManager.default.fileExists(atPath: target) else { throw Misuse("\(target) is there already.") }
    let database = try Surroundings(console).open()
    defer { database.close() }
    try database.backup(to: target)
    console.say("\(target) holds everything as it was when the copy began.")
    return .done
  }

  static let restore = Command(
    "restore", "Puts a copy made by backup in the place of a database that nobody serves.", "FILE",
    options: [.init("--replace", nil, "also where the database holds records; they are lost")],
    example: "copolis restore /backups/copolis-2026-11-23.db"
  ) { arguments, console in
    let source = try arguments.some("The copy to restore")[0]
    let surroundings = Surroundings(console)
    guard !surroundings.database.contains("://") else {
      throw Misuse("A database server restores with its own tools; this command restores files.")
    }
    try check(copy: source)
    guard let presence = try Presence(beside: surroundings.database, to: .replace) else {
      console.say("\(surroundings.database) is being served. Stop the server first, or restore to another file.")
      return .refused
    }
    defer { withExtendedLifetime(presence) {} }
    if try holdsRecords(surroundings), !arguments.has("--replace") {
      console.say("\(surroundings.database) holds records. Say --replace to lose them, or restore to another file.")
      return .refused
    }
    try put(source, at: surroundings.database, surroundings.indexFolder)
    console.say("Restored. The search index is made anew when the site is served.")
    return .done
  }

  /// - Throws: `DatabaseError` where the file is no database of ours, or of a newer version.
  private static func check(copy path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw Misuse("There is no file \(path).") }
    let copy = try openDatabase(path)
    defer { copy.close() }
    _ = try Migrator.own.pending(on: copy)
    _ = try copy.read { session in try session.places.isEmpty() }
  }

  private static func holdsRecords(_ surroundings: Surroundings) throws -> Bool {
    guard FileManager.default.fileExists(atPath: surroundings.database) else { return false }
    let database = try surroundings.open()
    defer { database.close() }
    guard try Migrator.own.pending(on: database).isEmpty else { return true }
    return try database.read { session in
      try !session.places.isEmpty() || !session.accounts.all().isEmpty
    }
  }

  /// Puts the copy in place at one moment: whoever ends this halfway still finds the old file or the new one.
  private static func put(_ source: String, at target: String, _ index: String) throws {
    let files = FileManager.default
    let fresh = target + ".restoring"
    try? files.removeItem(atPath: fresh)
    try files.copyItem(atPath: source, toPath: fresh)
    try keepOnDisk(fresh)
    // What a killed process left of the old file's log would be taken for the new one's.
    for leftover in [target + "-wal", target + "-shm", index] { try? files.removeItem(atPath: leftover) }
    guard rename(fresh, target) == 0 else { throw CannotOpen(path: target) }
  }

  private static func keepOnDisk(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.synchronize()
    try file.close()
  }
}
