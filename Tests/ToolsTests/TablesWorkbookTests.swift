import Foundation
import Streams
import Tables
import Testing
import XML

@Suite("Writing a spreadsheet") struct WorkbookTests {
  @Test("puts texts and numbers in their cells, and never a formula")
  func cells() throws {
    let long = String(repeating: "é😀", count: 20_000)
    let sheet = try sheet(columns: ["name", "people"]) { book in
      try book.write([.text("=HYPERLINK(\"http://x\")"), .number(595_061.5)])
      try book.write([.empty, .number(.nan)])
      try book.write([.text("a\u{1}<b>&"), .number(-1)])
      try book.write([.text(long)])
    }
    let texts = try XPath("//*[local-name()='c' and @t='inlineStr']").evaluate(at: sheet.root).texts
    #expect(texts.prefix(4) == ["name", "people", "=HYPERLINK(\"http://x\")", "a<b>&"])
    #expect(texts[4].utf16.count <= Workbook.longestText && texts[4].hasSuffix("…"))
    #expect(try XPath("//*[local-name()='v']").evaluate(at: sheet.root).texts == ["595061.5", "-1"])
    #expect(try XPath("//*[local-name()='f']").evaluate(at: sheet.root).nodes.isEmpty)
  }

  @Test("is refused a name that no sheet can have", arguments: ["a/b", String(repeating: "x", count: 40)])
  func names(name: String) {
    #expect(throws: WorkbookError.self) { try Workbook(file: "/tmp/never", sheet: name, columns: []) }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/never"))
  }

  @Test("says when the file cannot be written")
  func unwritable() throws {
    let book = try Workbook(file: "/nowhere/at/all.xlsx", sheet: "a", columns: ["b"])
    #expect(throws: WorkbookError.self) { try book.close() }
    #expect(throws: WorkbookError.self) { try book.write([]) }
  }

  /// The sheet of a workbook that was written to a file, taken out of it again.
  private func sheet(columns: [String], _ body: (Workbook) throws -> Void) throws -> XMLDocument {
    let path = FileManager.default.temporaryDirectory.appending(path: "b-\(UInt64.random(in: 0 ... .max)).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try Workbook(file: path, sheet: "List", columns: columns)
    try body(book)
    try book.close()
    let unzip = Process()
    let pipe = Pipe()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = [
      "python3", "-c", "import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
      path, "xl/worksheets/sheet1.xml",
    ]
    unzip.standardOutput = pipe
    try unzip.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    unzip.waitUntilExit()
    return try XMLDocument(Array(bytes))
  }
}
