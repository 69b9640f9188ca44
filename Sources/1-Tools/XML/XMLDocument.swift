import CXML2

/// A small document held whole, to ask questions of it with `XPath`. For one thread at a time.
package final class XMLDocument {
  /// The largest document that is held in memory, in bytes.
  package static let largest = 64_000_000

  let pointer: xmlDocPtr
  private let outermost: xmlNodePtr
  /// Made once for all questions: a new one for each would cost more than most of them.
  let context: xmlXPathContextPtr

  /// - Throws: `XMLError`, under the limits that every reader has.
  package convenience init(_ bytes: [UInt8]) throws(XMLError) {
    guard bytes.count <= Self.largest else { throw XMLError(line: 1, column: 0, .tooLarge) }
    try self.init(owning: Self.parse(bytes))
  }

  /// Takes over a tree, and frees it in the end.
  init(owning pointer: xmlDocPtr) throws(XMLError) {
    guard let root = xmlDocGetRootElement(pointer), let context = xmlXPathNewContext(pointer) else {
      xmlFreeDoc(pointer)
      throw XMLError(line: 1, column: 0, .malformed("The document has no element."))
    }
    context.pointee.error = { _, _ in }
    (self.pointer, outermost, self.context) = (pointer, root, context)
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(pointer)
  }

  /// The outermost element.
  package var root: XMLNode { XMLNode(document: self, pointer: outermost) }

  private static func parse(_ bytes: [UInt8]) throws(XMLError) -> xmlDocPtr {
    Library.prepare()
    guard let parser = xmlNewParserCtxt() else {
      preconditionFailure("There is no memory left to read a document.")
    }
    defer { xmlFreeParserCtxt(parser) }
    // The document type is met before anything it declares; `_private` is ours to say that it was met.
    parser.pointee.sax?.pointee.internalSubset = { context, _, _, _ in
      let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self)
      parser?.pointee._private = context
      xmlStopParser(parser)
    }
    parser.pointee.sax?.pointee.serror = { _, _ in }
    let document = bytes.withUnsafeBytes {
      let start = $0.baseAddress?.assumingMemoryBound(to: CChar.self)
      return xmlCtxtReadMemory(parser, start, Int32($0.count), nil, nil, Library.options)
    }
    if let document, parser.pointee._private == nil { return document }
    xmlFreeDoc(document)
    guard parser.pointee._private == nil else { throw XMLError(line: 1, column: 0, .documentType) }
    throw Library.error(of: parser)
  }
}

/// An element, an attribute or a text of a document, which it keeps alive.
package struct XMLNode: Equatable {
  let document: XMLDocument
  let pointer: xmlNodePtr

  package static func == (one: XMLNode, other: XMLNode) -> Bool { one.pointer == other.pointer }

  /// Without its prefix; `text` for a text.
  package var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// Nil for none.
  package var namespace: String? {
    isElementOrAttribute ? pointer.pointee.ns?.pointee.href.map { String(cString: $0) } : nil
  }

  /// The line it stands on, counted from 1; an attribute's is its element's.
  package var line: Int {
    let node = pointer.pointee.type == XML_ATTRIBUTE_NODE ? pointer.pointee.parent ?? pointer : pointer
    if node.pointee.type == XML_ELEMENT_NODE, let line = node.pointee.psvi { return Int(bitPattern: line) }
    return max(1, Int(xmlGetLineNo(node)))
  }

  /// All the text in it, its children's included; an attribute's value.
  package var text: String {
    guard let words = xmlXPathCastNodeToString(pointer) else { return "" }
    defer { cxml2_free(words) }
    return String(cString: words)
  }

  /// The value of an attribute, as it is written (`ref`, `xml:lang`); nil where the element has none.
  package func attribute(_ name: String) -> String? {
    guard pointer.pointee.type == XML_ELEMENT_NODE else { return nil }
    let isXML = name.hasPrefix("xml:")
    let value =
      isXML
      ? xmlGetNsProp(pointer, String(name.dropFirst(4)), Library.xmlNamespace) : xmlGetNoNsProp(pointer, name)
    guard let value else { return nil }
    defer { cxml2_free(value) }
    return String(cString: value)
  }

  /// The elements directly inside it, in their order.
  package var elements: [XMLNode] {
    guard pointer.pointee.type == XML_ELEMENT_NODE else { return [] }
    var found: [XMLNode] = []
    var child = xmlFirstElementChild(pointer)
    while let element = child {
      found.append(XMLNode(document: document, pointer: element))
      child = xmlNextElementSibling(element)
    }
    return found
  }

  private var isElementOrAttribute: Bool {
    pointer.pointee.type == XML_ELEMENT_NODE || pointer.pointee.type == XML_ATTRIBUTE_NODE
  }
}
