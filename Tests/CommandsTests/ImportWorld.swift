import Actions
import Cooperation
import Foundation
import Imports
import SQL
import Storage
import TestSupport
import Testing

/// A database with the whole schema and a small gazetteer, into which files are read.
struct ImportWorld {
  let database: any Database

  init(_ engine: Engine = .sqlite, places: [Place] = Self.places) throws {
    database = try engine.open()
    try migrate(database, at: Self.noon)
    try database.transaction { session in try session.places.insert(places) }
  }

  static let noon = Instant(start: Day(number: 20_000)).adding(minutes: 720)

  func occasion(_ seed: UInt64 = 1, viewer: Viewer = .commandLine) -> Occasion {
    Occasion(in: database, viewer: viewer, now: Self.noon.adding(minutes: Int(seed)), seed: seed)
  }

  func read(_ text: String, _ seed: UInt64 = 1, as kind: ImportRun.Kind? = nil) throws -> ImportReport {
    try Import(ImportFile(Array(text.utf8), called: "file"), as: kind).run(on: occasion(seed))
  }

  func preview(_ text: String) throws -> ImportReport {
    try Import(ImportFile(Array(text.utf8), called: "file")).preview(on: occasion(99))
  }

  /// How many rows each table has, but for those that keep what was done.
  func rows() throws -> [String: Int] {
    try database.read { session in
      try Dictionary(uniqueKeysWithValues: Self.counts.map { ($0.table, try session.ints($0.count)[0]) })
    }
  }

  /// The rows of a table that is emptied as often as it is filled.
  private static let counts: [(table: String, count: Statement)] = [
    ("organisation", "SELECT COUNT(*) FROM organisation"), ("wording", "SELECT COUNT(*) FROM wording"),
    ("external_identifier", "SELECT COUNT(*) FROM external_identifier"), ("source", "SELECT COUNT(*) FROM source"),
    ("partnership", "SELECT COUNT(*) FROM partnership"), ("party", "SELECT COUNT(*) FROM party"),
    ("relation", "SELECT COUNT(*) FROM relation"), ("contribution", "SELECT COUNT(*) FROM contribution"),
    ("outcome", "SELECT COUNT(*) FROM outcome"), ("indicator", "SELECT COUNT(*) FROM indicator"),
    ("period", "SELECT COUNT(*) FROM period"), ("subject_theme", "SELECT COUNT(*) FROM subject_theme"),
    ("subject_target", "SELECT COUNT(*) FROM subject_target"), ("review_item", "SELECT COUNT(*) FROM review_item"),
    ("review_wait", "SELECT COUNT(*) FROM review_wait"), ("membership", "SELECT COUNT(*) FROM membership"),
    ("subject_language", "SELECT COUNT(*) FROM subject_language"),
  ]
}

extension ImportWorld {
  /// A few places of the world, and namesakes of some.
  static let places = [
    place(2_800_866, "Brussels", "BE", 50.85, 4.35, 1_000_000, ["fr": "Bruxelles"]),
    place(2_988_507, "Paris", "FR", 48.85, 2.35, 2_100_000), place(4_717_560, "Paris", "US", 33.66, -95.55, 25_000),
    place(2_643_743, "London", "GB", 51.51, -0.13, 8_900_000, ["fr": "Londres", "es": "Londres"]),
    place(6_058_560, "London", "CA", 42.98, -81.23, 380_000), place(2_761_369, "Vienna", "AT", 48.21, 16.37, 1_900_000),
    place(3_060_972, "Bratislava", "SK", 48.15, 17.11, 420_000),
    place(4_273_837, "Kansas City", "US", 39.11, -94.63, 150_000),
    place(4_393_217, "Kansas City", "US", 39.10, -94.58, 500_000),
    place(2_968_254, "Villejuif", "FR", 48.79, 2.36, 50_000),
  ]

  static func place(
    _ number: Int, _ name: String, _ country: String, _ north: Double, _ east: Double, _ people: Int,
    _ names: [Language: String] = [:]
  ) -> Place {
    guard let country = Country.Code(country), let position = Position(latitude: north, longitude: east) else {
      preconditionFailure("\(name) is on the earth")
    }
    return Place(
      id: GeoNamesNumber(number), name: name, country: country, division: "", position: position, population: people,
      names: names)
  }
}

/// Reference data that may lie beside the project, in `../shared/data`; `COPOLIS_SHARED` names another folder.
enum ReferenceData {
  static let folder: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["COPOLIS_SHARED"].map { URL(filePath: $0) }
    let data = (named ?? root.deletingLastPathComponent().appending(path: "shared")).appending(path: "data").path
    return FileManager.default.fileExists(atPath: data + "/iati") ? data : nil
  }()

  static var isHere: Bool { folder != nil }
  static let absent: Comment = "skipped: the folder ../shared/data is not here"

  static func file(_ path: String) -> ImportFile { ImportFile(path: (folder ?? "") + "/" + path) }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + path)))
  }

  /// The names of the files in a folder, sorted.
  static func files(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (folder ?? "") + "/" + path).sorted()
  }
}
