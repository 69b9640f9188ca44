import Foundation

// catalogue ROOT OUTPUT FILE…: writes a Swift file that holds the FILEs of one module's folder ROOT.
let (root, output) = (CommandLine.arguments[1], CommandLine.arguments[2])
let files = CommandLine.arguments.dropFirst(3)

/// The name of a format, `GeoJson.swift`, as Swift spells its value, `geoJson`.
func value(of file: String) -> String {
  let name = (file as NSString).lastPathComponent.dropLast(6)
  return name.prefix(1).lowercased() + name.dropFirst()
}

let formats = files.filter { $0.hasSuffix(".swift") }
var source = ""
if !formats.isEmpty {
  source += "extension Format {\n  /// Every format that has a file here.\n  package static let all: [Format] = [\n"
  source += formats.map { "    .\(value(of: $0)),\n" }.joined() + "  ]\n}\n"
}
let texts = files.filter { !$0.hasSuffix(".swift") }
if !texts.isEmpty || formats.isEmpty {
  source += "/// The files of this module's folders, as text in the binary, by their path.\nenum Embedded {\n"
  source += "  static let files: [(path: String, text: StaticString)] = [\n"
  for file in texts {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let path = file.dropFirst(root.hasSuffix("/") ? root.count : root.count + 1)
    source += "    (#\"\(path)\"#, ######\"\"\"\n\(text)\n\"\"\"######),\n"
  }
  source += "  ]\n}\n"
}
try source.write(toFile: output, atomically: true, encoding: .utf8)
