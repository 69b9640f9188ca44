import Foundation
import Testing

/// The house as it stands on disk: its files, floors and the table in `Package.swift`.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let floors = ["0-Libraries", "1-Tools", "2-Field", "3-Workshop", "4-Faces"]

  /// Every Swift file under `Sources`.
  static let sources = swiftFiles(under: "Sources")
  static let tests = swiftFiles(under: "Tests")

  static func swiftFiles(under folder: String) -> [File] {
    let base = root.appending(path: folder)
    let files =
      FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap(File.init)
  }

  /// The manifest's table: module name to the modules that its line allows it.
  static let table: [String: Set<String>] = {
    let manifest = (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    return Dictionary(
      manifest.matches(of: /\(\s*"(\w+)",\s*\[([^\]]*)\]\s*\)/).map { line in
        (String(line.1), Set(line.2.matches(of: /\w+/).map { String($0.0) }))
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// The modules of the table in its order, with the floor each stands on.
  static let order: [String: Int] = {
    let manifest = (try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
    let names = manifest.matches(of: /\(\s*"([A-Z]\w+)",\s*\[/).map { String($0.1) }
    return Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}

/// One Swift file, with the module and floor that it belongs to.
struct File: CustomTestStringConvertible, Sendable {
  let path: String
  let text: String
  let floor: Int?
  let module: String?
  /// The text without comments and without what stands between quotation marks.
  let code: String

  init?(_ url: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    self.text = text
    code = text.replacing(/"""[\s\S]*?"""/, with: "\"\"").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
      .replacing(/\/\/[^\n]*/, with: "")
    path = String(url.path.dropFirst(House.root.path.count + 1))
    let parts = path.split(separator: "/").map(String.init)
    floor = parts.count > 2 ? House.floors.firstIndex(of: parts[1]) : nil
    module = parts.count > 3 ? parts[2] : nil
  }

  var testDescription: String { path }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap {
      $0.firstMatch(of: /^(?:package |internal |public )?import (?:struct |enum |func )?(\w+)/).map { String($0.1) }
    }
  }
}
