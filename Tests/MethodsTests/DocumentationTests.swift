import Cooperation
import Foundation
import Markup
import Testing

@testable import Methods

@Suite("The documentation of methods") struct MethodDocumentationTests {
  @Test("teaches with a file that is a method and runs to its end")
  func example() throws {
    let page = try text(of: "docs/methods.md")
    let block = try #require(page.split(separator: "```json\n").dropFirst().first?.split(separator: "```").first)
    let file = try MethodFile(reading: Array(block.utf8))
    var player = try Player(file.method, seed: 2)
    let arrived = player.walk()
    #expect(arrived)
  }

  @Test("names every field that a file may have")
  func fields() throws {
    let page = try text(of: "docs/methods.md")
    let shapes: [Shape] = [.method, .role, .phase, .prompt, .output, .comparison]
    for field in shapes.flatMap(\.fields) { #expect(page.contains("`\(field)`"), "\(field)") }
    for kind in Shape.kinds.keys { #expect(page.contains("`\(kind)`"), "\(kind)") }
  }

  @Test("has a schema with the same fields as the reader")
  func schema() throws {
    let schema = try JSONValue(reading: Array(text(of: "docs/method.schema.json").utf8))
    let kinds = Shape.kinds.values.flatMap { $0.required + $0.optional }
    let column = ["limit", "options", "from", "to", "labels", "unit"]
    func agrees(_ name: String?, _ shape: Shape, and more: [String] = []) {
      let part = name.flatMap { schema["$defs"]?[$0] } ?? schema
      #expect(Set(part["properties"]?.members?.map(\.name) ?? []) == Set(shape.fields + more), "\(shape.name)")
      #expect(Set(part["required"]?.list?.compactMap(\.text) ?? []) == Set(shape.required), "\(shape.name)")
    }
    agrees(nil, .method)
    agrees("prompt", .prompt, and: kinds)
    agrees("column", .column, and: column)
    for (name, shape) in [
      ("source", .source), ("list", .list), ("option", .option), ("role", .role), ("bar", .bar), ("phase", .phase),
      ("guidance", .guidance), ("length", .length), ("way", .way), ("condition", .condition), ("signer", .signer),
      ("output", .output), ("section", .section), ("comparison", .comparison), ("term", .term),
    ] as [(String, Shape)] { agrees(name, shape) }
  }

  private func text(of path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
