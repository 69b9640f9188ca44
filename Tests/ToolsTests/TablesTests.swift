import Streams
import Tables
import Testing

@Suite("Reading a table") struct TableReaderTests {
  @Test("finds values by the names of their columns")
  func names() throws {
    let rows = try all("City,Country,People\r\nDurban,ZA,595061\r\nBarcelona,ES,\r\n")
    #expect(rows.map { $0["City"] } == ["Durban", "Barcelona"])
    #expect(rows[0]["country"] == "ZA")
    #expect(rows[1]["People"] == nil)
    #expect(rows[1]["Mayor"] == nil)
    #expect(rows.map(\.line) == [2, 3])
  }

  @Test("guesses what parts the values", arguments: [
    ("a;b;c,d\n1;2;3", 3), ("a\tb\n1\t2", 2), ("\"x;y;z\",b\n1,2", 2), ("a\n1", 1),
  ])
  func separators(text: String, columns: Int) throws {
    #expect(try all(text).first?.values.count == columns)
  }

  @Test("takes quotes, line ends and separators inside quotes as part of the value")
  func quotes() throws {
    let rows = try all("a,b\r\n\"one \"\"two\"\"\",\"x\r\ny,z\"\r\nlast, \"padded\" \r\n")
    #expect(rows.map(\.values) == [["one \"two\"", "x\r\ny,z"], ["last", "padded"]])
    #expect(rows.map(\.line) == [2, 4])
  }

  @Test("leaves a quotation mark in the middle of a plain value alone")
  func innerQuote() throws {
    #expect(try all("a,b\nCentro \"Norte\",5\" pipe").map(\.values) == [["Centro \"Norte\"", "5\" pipe"]])
  }

  @Test("gives the same rows however the bytes are cut")
  func cuts() throws {
    let text = "\u{FEFF}näme;\"b\"\"c\"\r\n\r\nü;\"two\r\nlines\"\rlast;€\n;\n"
    let whole = try all(text).map(\.values)
    #expect(whole == [["ü", "two\r\nlines"], ["last", "€"]])
    for size in 1...Array(text.utf8).count {
      var rest = Array(text.utf8)[...]
      let source = ByteSource {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
      }
      #expect(try all(source).map(\.values) == whole)
    }
  }

  @Test("passes over empty lines and keeps counting them")
  func emptyLines() throws {
    let rows = try all("\n\na,b\n\n,\n1,2\n\n")
    #expect(rows.map(\.line) == [6])
  }

  @Test("forgives empty values after the last column")
  func trailing() throws {
    #expect(try all("a,b\n1,2,,\n").map(\.values) == [["1", "2"]])
  }

  @Test("reports a row of another length and goes on after it")
  func ragged() throws {
    var reader = try TableReader(Array("a,b\n1\n1,2,3\n4,5".utf8))
    #expect(throws: TableError(line: 2, column: nil, .ragged(found: 1, expected: 2))) { try reader.next() }
    #expect(throws: TableError(line: 3, column: nil, .ragged(found: 3, expected: 2))) { try reader.next() }
    #expect(try reader.next()?.values == ["4", "5"])
    #expect(try reader.next() == nil)
  }

  @Test("says where the trouble is", arguments: [
    ("", TableError(line: 1, column: nil, .empty)),
    ("\n\n", TableError(line: 2, column: nil, .empty)),
    ("a,b\n1,\"x\ny\nz", TableError(line: 2, column: 2, .unclosedQuote)),
    ("a,b\n1,2\n\"x\"y,2", TableError(line: 3, column: 1, .strayQuote)),
    ("a,b\n1,\0", TableError(line: 2, column: 2, .zero)),
    ("a,b,A", TableError(line: 1, column: 3, .sameNameTwice("A"))),
  ])
  func trouble(text: String, error: TableError) {
    #expect(throws: error) { try all(text) }
  }

  @Test("refuses other encodings and says what it saw")
  func encodings() {
    #expect(throws: TableError(line: 2, column: 2, .notUTF8(0xE9))) {
      try all(ByteSource(Array("a,b\nx,caf".utf8) + [0xE9, 0x0A]))
    }
    #expect(throws: TableError(line: 1, column: 1, .notUTF8(0x93))) {
      try all(ByteSource([0x93] + Array("a,b\n".utf8)))
    }
    #expect(throws: TableError(line: 1, column: nil, .utf16)) {
      try all(ByteSource([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]))
    }
  }

  @Test("refuses a value, a row or a header beyond every reason")
  func sizes() {
    let million = String(repeating: "x", count: 1_000_001)
    #expect(throws: TableError(line: 2, column: 2, .tooLong)) { try all("a,b\n1,\"\(million)\"") }
    #expect(throws: TableError(line: 2, column: 1, .tooLong)) { try all("a,b\n\(million)") }
    let wide = String(repeating: ",", count: 5_000) + "a"
    #expect(throws: TableError(line: 1, column: 4_097, .tooLong)) { try all(wide) }
  }

  @Test("breaks nothing when a table ends anywhere")
  func truncated() {
    let text = Array("náme,\"b\"\r\n\"x\"\"y\",2\r\n".utf8)
    for end in 0..<text.count {
      do { _ = try all(ByteSource(Array(text[..<end]))) } catch { #expect(error is TableError) }
    }
  }

  private func all(_ text: String) throws -> [TableRow] { try all(ByteSource(Array(text.utf8))) }

  private func all(_ source: ByteSource) throws -> [TableRow] {
    var reader = try TableReader(source)
    var rows: [TableRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}

@Suite("Writing a table") struct TableWriterTests {
  @Test("quotes what needs it and ends lines as RFC 4180 says")
  func quoting() {
    var table = TableWriter(["name", "note"])
    table.write(["Šibenik", "a \"b\", c\nd"])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "name,note\r\nŠibenik,\"a \"\"b\"\", c\nd\"\r\n")
  }

  @Test("keeps spreadsheets from running what people typed", arguments: ["=1+1", "+x", "-x", "@SUM(A1)", "\t=x", "--1"])
  func formulas(value: String) throws {
    var table = TableWriter(["v"])
    table.write([value])
    #expect(String(decoding: table.bytes, as: UTF8.self).contains("'" + value))
    var reader = try TableReader(table.bytes)
    #expect(try reader.next()?["v"] == value)
  }

  @Test("lets numbers be numbers", arguments: ["-12.5", "+3", "0", "-0.25"])
  func numbers(value: String) {
    #expect(line(value, .guarded) == value)
  }

  @Test("leaves formulas alone where that is asked for")
  func unguarded() {
    #expect(line("=1+1", .kept) == "=1+1")
  }

  @Test("gives back every value that was written")
  func roundTrip() throws {
    let values = ["'=x", "''", "'", "it's", "a;b", "x\ty", "\r", "\"", "-", "'-5", "مرحبا", "-5"]
    var table = TableWriter(values.indices.map { "c\($0)" })
    table.write(values)
    var reader = try TableReader(table.bytes)
    #expect(try reader.next()?.values == values)
  }

  @Test("hands over what is written, piece by piece")
  func pieces() {
    var table = TableWriter(["a"])
    #expect(String(decoding: table.take(), as: UTF8.self) == "a\r\n")
    #expect(table.take().isEmpty)
    table.write(["1"])
    #expect(String(decoding: table.take(), as: UTF8.self) == "1\r\n")
  }

  private func line(_ value: String, _ formulas: Formulas) -> String {
    var table = TableWriter(["v"], formulas: formulas)
    _ = table.take()
    table.write([value])
    return String(decoding: table.bytes.dropLast(2), as: UTF8.self)
  }
}
