import Streams
import Testing
import XML

/// The names that these tests know by number, in their order.
private let known = ["list", "item", "ref", "xml:lang"]

/// One line an event: `<list`, `ref=1`, `text`, `>list`.
private func events(_ source: ByteSource, _ limits: XMLLimits = .usual) throws -> [String] {
  let reader = XMLReader(source, names: known, limits: limits)
  var found: [String] = []
  while let event = try reader.next() {
    switch event {
    case .start:
      found.append("<" + reader.word(reader.name))
      found += reader.attributes.map { "\(reader.word($0.name))=\($0.value)" }
    case .text: found.append(reader.text)
    case .end: found.append(">" + reader.word(reader.name))
    }
  }
  return found
}

private func events(_ text: String, _ limits: XMLLimits = .usual) throws -> [String] {
  try events(ByteSource(Array(text.utf8)), limits)
}

private func cut(_ bytes: [UInt8], into size: Int) -> ByteSource {
  var rest = bytes[...]
  return ByteSource {
    defer { rest = rest.dropFirst(size) }
    return rest.isEmpty ? nil : Array(rest.prefix(size))
  }
}

@Suite("Reading XML") struct XMLReaderTests {
  private let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a list -->
    <list xml:lang='fr'>
      <item ref="1 &amp; &#233; &lt;2&gt; &quot;">Ville &amp; <![CDATA[<eau>]]> été<?skip this?>!</item>
      <item/>
      <dc:note xmlns:dc="urn:notes" dc:by="me">ما</dc:note>
    </list>
    """
  private let expected = [
    "<list", "xml:lang=fr", "<item", "ref=1 & é <2> \"", "Ville & <eau> été!", ">item", "<item", ">item",
    "<dc:note", "dc:by=me", "ما", ">dc:note", ">list",
  ]

  @Test("tells beginnings, texts and ends in order, with everything unescaped")
  func order() throws {
    #expect(try events(sample) == expected)
  }

  @Test("tells the same however the bytes are cut, in UTF-8, UTF-16 and Latin-1")
  func cuts() throws {
    let utf8 = Array(sample.utf8)
    let inLatin = sample.replacing("UTF-8", with: "ISO-8859-1").replacing("ما", with: "ma")
    let latin = inLatin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide = [UInt8]([0xFF, 0xFE]) + sample.replacing("UTF-8", with: "UTF-16").utf16.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    for size in 1...100 {
      #expect(try events(cut(utf8, into: size)) == expected)
      #expect(try events(cut(wide, into: size)) == expected)
      #expect(try events(cut(latin, into: size)) == expected.map { $0 == "ما" ? "ma" : $0 })
    }
  }

  @Test("gives known names the numbers of their places, and namespaces to foreign ones")
  func numbers() throws {
    let reader = XMLReader(ByteSource(Array(sample.utf8)), names: known)
    #expect(try reader.next() == .start)
    #expect(reader.name == 0)
    #expect(reader.attribute(3) == "fr")
    #expect(reader.attribute(2) == nil)
    #expect(try reader.next() == .start)
    #expect(reader.name == 1)
    #expect(reader.withAttribute(2) { $0.count } == 12)
    try reader.skip()
    #expect(reader.depth == 1)
    #expect(try reader.next() == .start)
    try reader.skip()
    #expect(try reader.next() == .start)
    #expect(reader.name >= known.count)
    #expect(reader.namespace(reader.name) == "urn:notes")
    #expect(reader.namespace(0) == nil)
  }

  @Test("does not take a name in a namespace for the known one")
  func namespaces() throws {
    let reader = XMLReader(ByteSource(Array("<list xmlns='urn:other'/>".utf8)), names: known)
    #expect(try reader.next() == .start)
    #expect(reader.name != 0)
    #expect(reader.word(reader.name) == "list")
    #expect(reader.namespace(reader.name) == "urn:other")
  }

  @Test("knows the lines and the depth")
  func lines() throws {
    let text = "<a>\n" + String(repeating: "\n", count: 70_000) + "<b>\n\nx</b></a>"
    let reader = XMLReader(ByteSource(Array(text.utf8)), names: [])
    var found: [[Int]] = []
    while try reader.next() != nil { found.append([reader.line, reader.depth]) }
    #expect(found == [[1, 1], [70_002, 2], [70_004, 2], [70_004, 1], [70_004, 0]])
  }

  @Test("walks through what an element holds, whatever its reader leaves unread")
  func contents() throws {
    let text = "<list>own<item><a>1</a><b/></item><item>x<i>y</i>z</item><item/></list>"
    let reader = XMLReader(ByteSource(Array(text.utf8)), names: known)
    _ = try reader.next()
    var found: [String] = []
    try reader.contents { event in
      if event == .text { return found.append(reader.text) }
      let words = found.count == 2 ? try reader.textInside() : "left"
      found.append(words)
    }
    #expect(found == ["own", "left", "xz", "left"])
    #expect(reader.depth == 0)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test("unfolds compressed documents")
  func gzip() throws {
    // <list/> in one stored block (RFC 1951).
    let bytes: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1, 7, 0, 0xf8, 0xff, 0x3c, 0x6c, 0x69, 0x73, 0x74, 0x2f, 0x3e,
    ]
    let reader = XMLReader(ByteSource(bytes), names: known)
    #expect(try reader.next() == .start)
    #expect(throws: StreamError.damaged) { while try reader.next() != nil {} }
  }
}

@Suite("XML that is not as it should be") struct XMLTroubleTests {
  @Test("is refused wherever it is cut off, after what came before")
  func truncated() throws {
    let text = Array("<list><item ref='é'>x &amp; y</item><!-- z --></list>".utf8)
    for end in 0..<text.count {
      #expect(throws: XMLError.self) { try events(ByteSource(Array(text[..<end]))) }
    }
    let reader = XMLReader(ByteSource(Array("<list><item/>".utf8)), names: known)
    #expect(try reader.next() == .start)
    #expect(try reader.next() == .start)
    #expect(try reader.next() == .end)
    #expect(throws: XMLError.self) { try reader.next() }
    #expect(throws: XMLError.self) { try reader.next() }
  }

  @Test("is refused with its line", arguments: [
    ("<a>\n<b>\n</a>", 3), ("<a>\n</a><b/>", 2), ("<a>\n&undeclared;</a>", 2), ("<a b='1' b='2'/>", 1),
    ("<a>\n\n<b c=1/></a>", 3), ("\n<a>\u{1}</a>", 2), ("plain", 1), ("<a>\n<", 2),
  ])
  func malformed(text: String, line: Int) {
    let error = #expect(throws: XMLError.self) { try events(text) }
    #expect(error?.line == line)
    guard case .malformed(let words) = error?.reason else { return #expect(Bool(false), "\(error as Any)") }
    #expect(!words.isEmpty)
  }

  @Test("may declare no document type: neither bombs nor files nor addresses", arguments: [
    "<!DOCTYPE a [<!ENTITY b '1'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>",
    "<!DOCTYPE a PUBLIC 'x' 'y'><a/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost/'> %p;]><a/>",
  ])
  func documentType(text: String) {
    for size in [1, 7, 1_000] {
      let error = #expect(throws: XMLError.self) { try events(cut(Array(text.utf8), into: size)) }
      #expect(error?.reason == .documentType)
    }
    #expect(throws: XMLError(line: 1, column: 0, .documentType)) { try XMLDocument(Array(text.utf8)) }
  }

  @Test("is refused when it is deeper, wider or longer than it may be")
  func limits() {
    refused(String(repeating: "<a>", count: 300), .tooDeep)
    refused("<a \((0..<300).map { "a\($0)=''" }.joined(separator: " "))/>", .tooManyAttributes)
    refused("<a>\(String(repeating: "x", count: 4_000_100))</a>", .textTooLong)
    refused("<a b='\(String(repeating: "x", count: 400_000))'/>", .markupTooLong)
    refused("<a>" + (0..<10_100).map { "<b\($0)/>" }.joined() + "</a>", .tooManyNames)
    refused("<a \((0..<200_000).map { "a\($0)=''" }.joined(separator: " "))/>", .markupTooLong)
  }

  @Test("in a wrong encoding is refused", arguments: [
    Array("<?xml version='1.0' encoding='UTF-8'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8),
    Array("<a>".utf8) + [0x80] + Array("</a>".utf8),
    Array("<a b='".utf8) + [0xC3] + Array("'/>".utf8),
    Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8) + [0xD8],
    Array("<?xml version='1.0' encoding='no-such-thing'?><a>é</a>".utf8),
    Array("<a>x\0y</a>".utf8), [0], [0, 0, 0, 0], [0xFF, 0xFE, 0x00, 0xD8],
  ])
  func encodings(bytes: [UInt8]) {
    for size in [1, 3, 1_000] {
      #expect(throws: XMLError.self) { try events(cut(bytes, into: size)) }
    }
  }

  @Test("that breaks off in its source says what the source says")
  func source() {
    let source = ByteSource { throw StreamError.unreadable("gone") }
    #expect(throws: StreamError.unreadable("gone")) { try events(source) }
  }

  private func refused(_ text: String, _ reason: XMLError.Reason) {
    let error = #expect(throws: XMLError.self) { try events(text) }
    #expect(error?.reason == reason)
  }
}
