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
    code = Self.bare(text)
    path = String(url.path.dropFirst(House.root.path.count + 1))
    let parts = path.split(separator: "/").map(String.init)
    floor = parts.count > 2 ? House.floors.firstIndex(of: parts[1]) : nil
    module = parts.count > 3 ? parts[2] : nil
  }

  var testDescription: String { path }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Whether these very letters stand in its code.
  func says(_ letters: String) -> Bool { code.range(of: letters) != nil }

  /// The modules that it imports.
  var imports: [String] {
    lines.filter { $0.range(of: "import ") != nil }.compactMap {
      $0.firstMatch(of: /^(?:package |internal |public )?import (?:struct |enum |func )?(\w+)/).map { String($0.1) }
    }
  }
}

extension File {
  /// A text without its comments, and with nothing left between quotation marks.
  private static func bare(_ text: String) -> String {
    let (quote, escape, slash, line) = (UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\n"))
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var place = 0
    func holds(_ wanted: [UInt8]) -> Bool { bytes[place...].starts(with: wanted) }
    while place < bytes.count {
      if holds([slash, slash]) {
        place = bytes[place...].firstIndex(of: line) ?? bytes.count
      } else if bytes[place] == quote {
        let mark = holds([quote, quote, quote]) ? [quote, quote, quote] : [quote]
        place += mark.count
        while place < bytes.count, !holds(mark), mark.count == 3 || bytes[place] != line {
          place += bytes[place] == escape ? 2 : 1
        }
        place = min(place + mark.count, bytes.count)
        kept += [quote, quote]
      } else {
        kept.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
