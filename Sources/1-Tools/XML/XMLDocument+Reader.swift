import CXML2

extension XMLReader {
  /// The element that just began as a document of its own, with the lines it had; it is read to its end.
  ///
  /// Each event after its beginning, up to its end, is handed to `meanwhile` too.
  ///
  /// - Throws: `XMLError`, or what the source throws.
  package func element(_ meanwhile: (XMLEvent) throws -> Void = { _ in }) throws -> XMLDocument {
    let tree = Tree()
    do {
      let inside = depth
      tree.begin(self)
      while depth >= inside, let event = try next() {
        switch event {
        case .start: tree.begin(self)
        case .text: tree.add(self)
        case .end: tree.end()
        }
        try meanwhile(event)
      }
    } catch {
      tree.abandon()
      throw error
    }
    return try XMLDocument(owning: tree.document)
  }
}

/// A tree that grows by what a reader meets.
private final class Tree {
  let document: xmlDocPtr
  private var open: [xmlNodePtr] = []

  init() {
    Library.prepare()
    guard let document = xmlNewDoc("1.0") else {
      preconditionFailure("There is no memory left to hold a document.")
    }
    self.document = document
  }

  func abandon() { xmlFreeDoc(document) }

  func begin(_ reader: XMLReader) {
    let (prefix, local) = Self.parts(of: reader.word(reader.name))
    guard let node = xmlNewDocNode(document, nil, local, nil) else { return }
    node.pointee.psvi = UnsafeMutableRawPointer(bitPattern: reader.line)
    if let parent = open.last { xmlAddChild(parent, node) } else { xmlDocSetRootElement(document, node) }
    open.append(node)
    xmlSetNs(node, space(prefix, reader.namespace(reader.name), at: node))
    for attribute in reader.attributes {
      let (prefix, local) = Self.parts(of: reader.word(attribute.name))
      xmlNewNsProp(node, space(prefix, reader.namespace(attribute.name), at: node), local, attribute.value)
    }
  }

  func add(_ reader: XMLReader) {
    reader.withText { bytes in
      _ = xmlAddChild(open.last, xmlNewDocTextLen(document, bytes.baseAddress, Int32(bytes.count)))
    }
  }

  func end() { open.removeLast() }

  /// A namespace as it is known at `node`, or declared there; nil for none.
  private func space(_ prefix: String?, _ namespace: String?, at node: xmlNodePtr) -> xmlNsPtr? {
    if prefix == "xml" { return xmlSearchNsByHref(document, node, Library.xmlNamespace) }
    guard let namespace else { return nil }
    if let known = xmlSearchNs(document, node, prefix), String(cString: known.pointee.href) == namespace {
      return known
    }
    return xmlNewNs(node, namespace, prefix)
  }

  private static func parts(of word: String) -> (prefix: String?, local: String) {
    guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (nil, word) }
    return (String(word[..<colon]), String(word[word.utf8.index(after: colon)...]))
  }
}
