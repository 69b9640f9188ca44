import Markup
import Testing

@Suite("A JSON document") struct JSONReadingTests {
  @Test("keeps its values, their order and their lines")
  func values() throws {
    let read = try JSONValue(
      reading: Array(
        "{\"a\": [1, -2.50e3],\n \"b\": {\"c\": null},\n\n \"d\": \"\\u00e9\\ud83d\\ude00\\n\", \"e\": true}".utf8))
    #expect(read.members?.map(\.name) == ["a", "b", "d", "e"])
    #expect(read["a"]?.list?.map(\.content) == [.number("1"), .number("-2.50e3")])
    #expect(read["a"]?.list?.last?.double == -2500)
    #expect(read["b"]?["c"]?.isNull == true)
    #expect(read["b"]?.line == 2)
    #expect(read["d"]?.line == 4)
    #expect(read["d"]?.text == "é😀\n")
    #expect(read["e"]?.bool == true)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let words: String
    var testDescription: String { String(text.prefix(40)) }

    init(_ text: String, _ line: Int, _ column: Int, _ words: String) {
      (self.text, self.line, self.column, self.words) = (text, line, column, words)
    }
  }

  @Test(
    "is refused with line, column and reason",
    arguments: [
      Wrong("", 1, 1, "ends where a value should be"),
      Wrong("{\"a\": 1,\n  \"é\": 2, \"a\": 3}", 2, 11, "comes twice"),
      Wrong("{\"a\": 1e999}", 1, 7, "too large"),
      Wrong("[01]", 1, 2, "needless zero"),
      Wrong("[1.]", 1, 4, "digit"),
      Wrong("[\"\\ud800\"]", 1, 3, "surrogate"),
      Wrong("[\"\\udc00\\ud800\"]", 1, 3, "surrogate"),
      Wrong("[\"\\ud800\\u0041\"]", 1, 3, "surrogate"),
      Wrong("[\"\\u12g4\"]", 1, 7, "hexadecimal"),
      Wrong("[\"\\x\"]", 1, 3, "no such escape"),
      Wrong("[\"a\nb\"]", 1, 4, "control character"),
      Wrong("[\"abc", 1, 2, "not closed"),
      Wrong("[1, 2", 1, 1, "not closed"),
      Wrong("[1 2]", 1, 4, "comma"),
      Wrong("[1,]", 1, 4, "not a JSON value"),
      Wrong("{a: 1}", 1, 2, "double quotes"),
      Wrong("{\"a\" 1}", 1, 6, "colon"),
      Wrong("NaN", 1, 1, "not a JSON value"),
      Wrong("1 2", 1, 3, "follows the end"),
      Wrong(String(repeating: "[", count: 17), 1, 17, "deeper than 16"),
      Wrong(String(repeating: "{\"a\":", count: 100_000), 1, 81, "deeper than 16"),
    ])
  func wrong(_ wrong: Wrong) throws {
    let error = try #require(throws: JSONError.self) { try JSONValue(reading: Array(wrong.text.utf8)) }
    #expect(error.line == wrong.line)
    #expect(error.column == wrong.column)
    #expect(error.words.contains(wrong.words))
  }

  @Test(
    "is refused where it is not UTF-8: overlong, half, or a surrogate in bytes",
    arguments: [[0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xC3], [0xED, 0xA0, 0x80], [0xFF], [0xF4, 0x90, 0x80, 0x80]]
      as [[UInt8]])
  func notUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONError(line: 1, column: 1, words: "a text is not UTF-8")) {
      try JSONValue(reading: [34] + bytes + [34])
    }
  }

  @Test("may be sixteen deep, and may begin with a byte order mark")
  func accepted() throws {
    let deep = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
    #expect(try JSONValue(reading: Array(deep.utf8)).list?.count == 1)
    #expect(try JSONValue(reading: [0xEF, 0xBB, 0xBF] + Array("7".utf8)).int == 7)
  }
}
