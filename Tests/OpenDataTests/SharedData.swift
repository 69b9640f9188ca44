import Foundation
import Markup
import Streams
import Tables

/// Reference data that may lie beside the project, in `../shared/data`; `COPOLIS_SHARED` names another folder.
enum SharedData {
  static let folder: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["COPOLIS_SHARED"].map { URL(filePath: $0) }
    let shared = named ?? root.deletingLastPathComponent().appending(path: "shared")
    let data = shared.appending(path: "data").path
    return FileManager.default.fileExists(atPath: data + "/iati") ? data : nil
  }()

  static var isHere: Bool { folder != nil }
  static let absent = "skipped: the folder ../shared/data is not here"

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + path)))
  }

  /// The values of a file with one JSON value a line.
  static func values(_ path: String) throws -> [JSONValue] {
    try bytes(path).split(separator: UInt8(ascii: "\n")).map { try JSONValue(reading: Array($0), depth: 64) }
  }

  /// What is known of the real files, one a row.
  static func manifest() throws -> TableReader { try TableReader(bytes("iati/real/manifest.csv")) }

  /// The names of the files in a folder, sorted.
  static func files(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: (folder ?? "") + "/" + path).sorted()
  }
}
