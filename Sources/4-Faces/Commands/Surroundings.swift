import Cooperation
import Glibc
import SQL

/// The settings of the process: options first, then the environment, then defaults.
struct Surroundings {
  let database: String
  let replica: String?
  let base: String?
  let port: UInt16?
  let logFile: String?
  /// Where the search index of this process lies: beside the database, unless said.
  let indexFolder: String

  init(_ console: Console) {
    let environment = console.environment
    database = environment["COPOLIS_DATABASE"] ?? "var/copolis.db"
    replica = environment["COPOLIS_DATABASE_READ"]
    base = environment["COPOLIS_BASE_URL"]
    port = environment["COPOLIS_PORT"].flatMap { UInt16($0) }
    logFile = environment["COPOLIS_LOG_FILE"]
    indexFolder =
      environment["COPOLIS_SEARCH"] ?? (database.contains("://") ? "var/copolis.search" : database + ".search")
  }

  func open() throws -> any Database { try openDatabase(database, read: replica) }

  /// The moment it is now.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
