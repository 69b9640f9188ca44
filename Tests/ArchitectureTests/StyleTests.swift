import Foundation
import Testing

@Suite("The code of the house") struct StyleTests {
  @Test("forces nothing", arguments: House.sources)
  func forced(file: File) {
    for letters in ["try!", " as!", "fatalError(", "@unchecked Sendable"] {
      #expect(!file.says(letters), "\(file.path): \(letters)")
    }
    guard file.says("!") else { return }
    let found = file.code.firstMatch(of: /[\w)\]]![\s.,)\]]/)
    #expect(found == nil, "\(file.path): \(found.map { String($0.0) } ?? "")")
  }

  @Test("stays short enough to read at one sitting", arguments: House.sources + House.tests)
  func files(file: File) {
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
    for (number, line) in file.lines.enumerated() where line.count > 120 {
      // A text may be longer: a line break inside it would be a line break in the page.
      let code = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "")
      #expect(code.count <= 100, "\(file.path):\(number + 1) has \(line.count) columns")
    }
  }

  @Test("keeps a function within 40 lines", arguments: House.sources)
  func functions(file: File) {
    for function in file.functions where function.length > 40 {
      Issue.record("\(file.path):\(function.line) \(function.name) has \(function.length) lines")
    }
  }

  @Test("names no file for its author's haste", arguments: House.sources + House.tests)
  func names(file: File) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    let banned = ["Manager", "Helper", "Util", "Common", "Misc", "Impl", "V2"]
    #expect(!banned.contains { name.contains($0) }, "\(file.path)")
    #expect(!file.text.contains("TO" + "DO"), "\(file.path) leaves something for later")
  }

  @Test("shows nothing to the world: package is our public", arguments: House.sources)
  func visibility(file: File) {
    guard file.says("public ") || file.says("open ") else { return }
    #expect(file.code.firstMatch(of: #/^\s*(public|open) /#.anchorsMatchLineEndings()) == nil, "\(file.path)")
  }

  @Test("says of every package type what it is", arguments: House.sources)
  func documented(file: File) {
    for (number, line) in file.lines.enumerated()
    where line.hasPrefix("package ")
      && line.firstMatch(of: #/^package (final class|struct|enum|protocol|func) /#) != nil
    {
      var above = number - 1
      while above >= 0, file.lines[above].hasPrefix("@") { above -= 1 }
      #expect(above >= 0 && file.lines[above].hasPrefix("///"), "\(file.path):\(number + 1) \(line)")
    }
  }

  @Test("calls no module by the name of a type in it")
  func moduleNames() {
    for file in House.sources {
      guard let module = file.module else { continue }
      let named = file.code.firstMatch(of: /\b(struct|enum|class|actor|protocol) (\w+)/)
      if let named { #expect(named.2 != module, "\(file.path)") }
    }
  }
}

extension File {
  struct Function {
    let name: String
    let line: Int
    let length: Int
  }

  /// Functions, initialisers and computed bodies that begin on a line and end where a brace closes at its indentation.
  var functions: [Function] {
    var found: [Function] = []
    for (number, line) in lines.enumerated() {
      guard line.range(of: "func ") != nil || line.range(of: "init") != nil,
        let match = line.firstMatch(
          of:
            #/^( *)(?:[@\w]+ )*(func [^\s(<]+|init)[^\n]*/#
        )
      else { continue }
      // What a protocol asks for has no body.
      guard lines[number...].prefix(while: { !$0.isEmpty }).contains(where: { $0.contains("{") }) else { continue }
      let indentation = match.1
      guard let end = lines[number...].firstIndex(where: { $0 == indentation + "}" }) else { continue }
      let oneLiner = line.hasSuffix("}") && line.contains("{")
      if !oneLiner { found.append(Function(name: String(match.2), line: number + 1, length: end - number + 1)) }
    }
    return found
  }
}
