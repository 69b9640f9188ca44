import Streams
import Testing
import XML

@Suite("Questions to an XML document") struct XPathTests {
  private let text = """
    <list xml:lang="fr" xmlns:x="urn:x">
      <item ref="a" share="60">un <b>deux</b></item>
      <item ref="b" share="40"/>
      <x:item>étranger</x:item>
    </list>
    """

  @Test("find nodes with their lines, texts, numbers and truths")
  func answers() throws {
    let root = try document().root
    let items = try XPath("item").evaluate(at: root).nodes
    #expect(items.map { $0.attribute("ref") } == ["a", "b"])
    #expect(items.map(\.line) == [2, 3])
    #expect(items.map(\.text) == ["un deux", ""])
    #expect(try XPath("item/@share").evaluate(at: root).texts == ["60", "40"])
    #expect(try XPath("item[2]/@ref").evaluate(at: root).nodes.first?.line == 3)
    #expect(try XPath("sum(item/@share)").evaluate(at: root) == .number(100))
    #expect(try XPath("string(item[1]/@ref)").evaluate(at: root) == .text("a"))
    #expect(try XPath("count(item) = 2").evaluate(at: root) == .truth(true))
    #expect(try XPath("../@xml:lang").evaluate(at: items[0]).texts == ["fr"])
    #expect(try XPath("item[@ref='c']").evaluate(at: root).isTrue == false)
    #expect(try XPath("namespace::*").evaluate(at: root).nodes == [])
  }

  @Test("start from the element they are asked at")
  func relative() throws {
    let root = try document().root
    #expect(root.elements.map(\.name) == ["item", "item", "item"])
    #expect(root.elements.map(\.namespace) == [nil, nil, "urn:x"])
    #expect(try XPath("b/text()").evaluate(at: root.elements[0]).texts == ["deux"])
    #expect(root.attribute("xml:lang") == "fr")
    #expect(root.attribute("lang") == nil)
  }

  @Test("that are no questions are refused", arguments: ["", "item[", "//", "\0", "a b", "item/@"])
  func malformed(text: String) {
    #expect(throws: XPathError.self) { try XPath(text) }
  }

  @Test("that cannot be answered are refused", arguments: ["nosuch()", "y:item", "count(1)"])
  func unanswerable(text: String) throws {
    let root = try document().root
    #expect(throws: XPathError.self) { try XPath(text).evaluate(at: root) }
    #expect(try XPath("count(item)").evaluate(at: root) == .number(2))
  }

  @Test("do not work for ever")
  func endless() throws {
    let many = "<a>" + String(repeating: "<b/>", count: 3_000) + "</a>"
    let root = try XMLDocument(Array(many.utf8)).root
    #expect(throws: XPathError.self) { try XPath("count(//b[count(//b[count(//b) > 1]) > 1])").evaluate(at: root) }
  }

  @Test("can be asked of one element of a long document, with the lines it had there")
  func part() throws {
    let reader = XMLReader(ByteSource(Array(text.utf8)), names: [])
    _ = try reader.next()
    _ = try reader.next()
    let first = try reader.element().root
    #expect(first.line == 2)
    #expect(first.text == "un deux")
    #expect(try XPath("@share < 100").evaluate(at: first).isTrue)
    #expect(try reader.next() == .start)
    try reader.skip()
    #expect(try reader.next() == .start)
    let foreign = try reader.element().root
    #expect(foreign.namespace == "urn:x")
    #expect(foreign.line == 4)
    #expect(try reader.next() == .end)
    #expect(try reader.next() == nil)
  }

  @Test("can be asked of a whole document that was read on the way")
  func whole() throws {
    let reader = XMLReader(ByteSource(Array(text.utf8)), names: [])
    _ = try reader.next()
    let root = try reader.element().root
    let read = try document().root
    for question in ["item/@share", "@xml:lang", "//*", "string(.)"] {
      let texts = try XPath(question).evaluate(at: root).texts.map { $0.filter { !$0.isWhitespace } }
      #expect(try XPath(question).evaluate(at: read).texts.map { $0.filter { !$0.isWhitespace } } == texts)
    }
  }

  @Test("need a document that is well-formed", arguments: ["", "<a>", "<a></b>", "<a/><b/>"])
  func broken(text: String) {
    #expect(throws: XMLError.self) { try XMLDocument(Array(text.utf8)) }
    let reader = XMLReader(ByteSource(Array(text.utf8)), names: [])
    #expect(throws: XMLError.self) {
      _ = try reader.next()
      _ = try reader.element()
      _ = try reader.next()
    }
  }

  private func document() throws -> XMLDocument { try XMLDocument(Array(text.utf8)) }
}
