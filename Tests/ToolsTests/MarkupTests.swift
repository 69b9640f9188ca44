import Foundation
import Markup
import Testing

@Suite("What is written of a page") struct MarkupTests {
  private static let marks: [Character: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\u{1}": "\u{FFFD}",
  ]

  private func text(_ written: Written) -> String {
    var html = HTML()
    html << written
    return html.text
  }

  @Test("has every mark escaped, wherever it stands among plain letters", arguments: marks.keys.sorted())
  func escaping(mark: Character) {
    for before in 0...17 {
      for behind in 0...17 {
        let (head, tail) = (String(repeating: "é", count: before), String(repeating: "z", count: behind))
        #expect(text("\(head)\(String(mark))\(tail)") == head + (Self.marks[mark] ?? "") + tail)
        #expect(text("\(head + String(mark) + tail)") == head + (Self.marks[mark] ?? "") + tail)
      }
    }
  }

  @Test("leaves every other character as it is")
  func plain() {
    let all = (UInt32(32)...0x3000).compactMap { Unicode.Scalar($0) }.map { String($0) }
      .filter { !["&", "<", ">", "\"", "'"].contains($0) }
    #expect(text("\(all.joined())\t\n\r") == all.joined() + "\t\n\r")
    for one in all.prefix(400) { #expect(text("\(one)") == one) }
  }

  @Test("tells numbers as they are", arguments: [0, 7, 10, 99, 100, 12_345, -1, -120, .max, .min])
  func numbers(number: Int) {
    #expect(text("<b>\(number)</b>") == "<b>\(number)</b>")
  }

  @Test("stays what it was while more is written")
  func lasting() {
    var (pieces, expected) = ([Written](), [String]())
    for number in 0..<5000 {
      let name = "city \(number) & its <neighbour>"
      pieces.append("<li>\(name)</li>")
      expected.append("<li>city \(number) &amp; its &lt;neighbour&gt;</li>")
    }
    #expect(pieces.map(text) == expected)
  }

  @Test("is the same put together in order, out of order, or twice")
  func nesting() {
    let first: Written = "<i>\(1)</i>", second: Written = "<b>\(2)</b>"
    #expect(text("\(second)-\(first)-\(second)") == "<b>2</b>-<i>1</i>-<b>2</b>")
    let inner = { (number: Int) -> Written in "<u>\(number)</u>" }
    let outer: Written = "\(inner(1))\(inner(2)) and \(inner(3))"
    #expect(text("[\(outer)\(inner(4))\(outer)]") == "[\(text(outer))<u>4</u>\(text(outer))]")
    var part = HTML()
    part << "<p>\(outer)</p>"
    #expect(text("\(part)\(first)") == "<p>\(text(outer))</p><i>1</i>")
  }

  @Test("may be longer than any sheet of paper")
  func long() {
    let long = String(repeating: "a city that learns; ", count: 20_000)
    let written: Written = "<p>\(long)\(long)<\(long)</p>"
    #expect(text("\(written)\(written)") == String(repeating: "<p>\(long)\(long)<\(long)</p>", count: 2))
    let empty = ""
    #expect(text("\(empty)").isEmpty && Written.nothing.isEmpty)
  }

  @Test("is read on other threads than the one that wrote it")
  func threads() async {
    let written: [Written] = (0..<64).map { number in "<td>\(number) &\(String(number))</td>" }
    let read = await withTaskGroup(of: (Int, String).self) { group in
      for (number, piece) in written.enumerated() {
        group.addTask {
          let own: Written = "<tr>\(piece)</tr>"
          return (number, text(own))
        }
      }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<64 { #expect(read[number] == "<tr><td>\(number) &\(number)</td></tr>") }
  }
}
