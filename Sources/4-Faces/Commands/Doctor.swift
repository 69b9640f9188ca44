import Foundation
import Markup
import Printing
import SQL
import Storage

extension CommandLineFace {
  static let doctor = Command(
    "doctor", "Checks settings, disk and database, and says what to do.",
    options: [.init("--json", nil, "as JSON")], example: "copolis doctor"
  ) { arguments, console in
    let surroundings = Surroundings(console)
    let signs = database(surroundings) + [disk(surroundings), search(surroundings), address(surroundings), printing]
    guard !arguments.has("--json") else {
      var json = JSON()
      json.object { json in
        json["version"] = number
        json.array("signs", signs) { json, sign in
          json.object { json in
            json["subject"] = sign.subject
            json.flag("well", sign.isGood)
            json["words"] = sign.words
          }
        }
      }
      try console.print(json.text)
      return signs.allSatisfy(\.isGood) ? .done : .refused
    }
    try console.print("copolis \(number)")
    for sign in signs { try console.print("\(sign.isGood ? "well" : "ILL ")  \(sign.subject): \(sign.words)") }
    return signs.allSatisfy(\.isGood) ? .done : .refused
  }

  /// One thing that was looked at, and how it stands.
  private struct Sign {
    let isGood: Bool
    let subject: String
    let words: String
  }

  private static func database(_ surroundings: Surroundings) -> [Sign] {
    do {
      let database = try surroundings.open()
      defer { database.close() }
      let pending = try Migrator.own.pending(on: database)
      return [
        Sign(isGood: true, subject: "database", words: "\(surroundings.database), \(try database.version())"),
        Sign(
          isGood: pending.isEmpty, subject: "schema",
          words: pending.isEmpty ? "up to date" : "run copolis migrate (\(pending.count) steps)"),
        try durability(database),
      ]
    } catch {
      let advice = "check COPOLIS_DATABASE, that its folder is there, and that this user may write in it"
      return [
        Sign(isGood: false, subject: "database", words: "\(surroundings.database) does not open: \(error); \(advice)")
      ]
    }
  }

  /// Whether what was answered is on the disk, whatever happens to the machine.
  private static func durability(_ database: any Database) throws -> Sign {
    let subject = "durability"
    guard database.dialect == .postgres else {
      return Sign(isGood: true, subject: subject, words: "each change is on the disk before it is answered")
    }
    let off = try database.read { session in
      try session.rows(
        """
        SELECT name FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name
        """
      ) { row in try row.text(0) }
    }
    guard !off.isEmpty else {
      return Sign(isGood: true, subject: subject, words: "each change is on the server's disk before it is answered")
    }
    let words = "the server can lose what was answered: set \(off.joined(separator: ", ")) to on in its configuration"
    return Sign(isGood: false, subject: subject, words: words)
  }

  private static func search(_ surroundings: Surroundings) -> Sign {
    let folder = surroundings.indexFolder, isThere = FileManager.default.fileExists(atPath: folder)
    let parent = (folder as NSString).deletingLastPathComponent
    let isWritable = FileManager.default.isWritableFile(atPath: isThere ? folder : parent.isEmpty ? "." : parent)
    let words =
      !isWritable
      ? "\(folder) cannot be written: give it to the user that serves, or set COPOLIS_SEARCH to another folder"
      : isThere ? "the index lies in \(folder)" : "the index is made in \(folder) when the site is served"
    return Sign(isGood: isWritable, subject: "search", words: words)
  }

  private static func disk(_ surroundings: Surroundings) -> Sign {
    let free = freeMegabytes(beside: surroundings.database)
    let words = "\(free) MB free beside the database"
    let advice = "; 500 are needed: make room or move COPOLIS_DATABASE to a larger disk"
    return Sign(isGood: free > 500, subject: "disk", words: free > 500 ? words : words + advice)
  }

  private static func address(_ surroundings: Surroundings) -> Sign {
    guard let base = surroundings.base else {
      return Sign(isGood: true, subject: "address", words: "COPOLIS_BASE_URL is not set: for this machine only")
    }
    let isSafe = base.hasPrefix("https://")
    return Sign(
      isGood: isSafe, subject: "address",
      words: isSafe ? base : "\(base): put a proxy with TLS in front, and set COPOLIS_BASE_URL to its https address")
  }

  private static var printing: Sign {
    let isThere = PagePrinter().isAvailable
    return Sign(
      isGood: isThere, subject: "printing",
      words: isThere ? "weasyprint is there" : "install weasyprint, or documents cannot be had as PDF")
  }

  private static func freeMegabytes(beside path: String) -> Int {
    let folder = path.contains("://") ? "." : (path as NSString).deletingLastPathComponent
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder.isEmpty ? "." : folder)
    return ((facts?[.systemFreeSize] as? NSNumber)?.intValue ?? 0) / 1_000_000
  }
}
