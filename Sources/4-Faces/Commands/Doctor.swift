import Foundation
import Printing
import SQL
import Storage

extension CommandLineFace {
  static let doctor = Command(
    "doctor", "Checks settings, disk and database, and says what to do.", example: "copolis doctor"
  ) { _, console in
    let surroundings = Surroundings(console)
    let signs = database(surroundings) + [disk(surroundings), address(surroundings), printing]
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
      ]
    } catch {
      return [Sign(isGood: false, subject: "database", words: "\(surroundings.database) does not open: \(error)")]
    }
  }

  private static func disk(_ surroundings: Surroundings) -> Sign {
    let free = freeMegabytes(beside: surroundings.database)
    return Sign(isGood: free > 500, subject: "disk", words: "\(free) MB free beside the database; it wants 500")
  }

  private static func address(_ surroundings: Surroundings) -> Sign {
    guard let base = surroundings.base else {
      return Sign(isGood: true, subject: "address", words: "COPOLIS_BASE_URL is not set: for this machine only")
    }
    let isSafe = base.hasPrefix("https://")
    return Sign(
      isGood: isSafe, subject: "address", words: isSafe ? base : "\(base): browsers should reach it by https")
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
