import CXML2

/// A question to a document, in XPath 1.0. For one thread at a time.
package final class XPath {
  /// As it was asked.
  package let text: String
  private let compiled: xmlXPathCompExprPtr

  /// - Throws: `XPathError` where `text` is not XPath.
  package init(_ text: String) throws(XPathError) {
    Library.prepare()
    let context = xmlXPathNewContext(nil)
    defer { xmlXPathFreeContext(context) }
    context?.pointee.error = { _, _ in }
    guard !text.utf8.contains(0), let compiled = xmlXPathCtxtCompile(context, text) else {
      throw XPathError(expression: text, description: Self.words(of: context))
    }
    (self.text, self.compiled) = (text, compiled)
  }

  deinit { xmlXPathFreeCompExpr(compiled) }

  /// The answer, with `node` as the place the question is asked from.
  ///
  /// - Throws: `XPathError` for functions and prefixes that are not known, and for work beyond ten million steps.
  package func evaluate(at node: XMLNode) throws(XPathError) -> XPathValue {
    let context = node.document.context
    context.pointee.node = node.pointer
    context.pointee.opLimit = 10_000_000
    context.pointee.opCount = 0
    guard let found = xmlXPathCompiledEval(compiled, context) else {
      throw XPathError(expression: text, description: Self.words(of: context))
    }
    defer { xmlXPathFreeObject(found) }
    return XPathValue(found.pointee, in: node.document)
  }

  private static func words(of context: xmlXPathContextPtr?) -> String {
    context.map { Library.words(of: $0.pointee.lastError) } ?? ""
  }
}

/// Why a question cannot be answered.
package struct XPathError: Error, Sendable, CustomStringConvertible {
  package let expression: String
  /// In the library's words.
  package let description: String
}

/// What a question finds.
package enum XPathValue: Equatable {
  /// In the order of the document.
  case nodes([XMLNode])
  case text(String)
  /// May be NaN.
  case number(Double)
  case truth(Bool)

  init(_ found: xmlXPathObject, in document: XMLDocument) {
    switch found.type {
    case XPATH_BOOLEAN: self = .truth(found.boolval != 0)
    case XPATH_NUMBER: self = .number(found.floatval)
    case XPATH_STRING: self = .text(found.stringval.map { String(cString: $0) } ?? "")
    default: self = .nodes(Self.nodes(found.nodesetval, in: document))
    }
  }

  /// Whether it is so: true, not zero, not empty (XPath 1.0, 4.3).
  package var isTrue: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .truth(let truth): truth
    }
  }

  /// The texts of the nodes found, or the one value as text.
  package var texts: [String] {
    switch self {
    case .nodes(let nodes): nodes.map(\.text)
    case .text(let text): [text]
    case .number(let number): [String(number)]
    case .truth(let truth): [String(truth)]
    }
  }

  /// The nodes found; none where the answer is a value.
  package var nodes: [XMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }

  private static func nodes(_ set: xmlNodeSetPtr?, in document: XMLDocument) -> [XMLNode] {
    guard let set, let table = set.pointee.nodeTab else { return [] }
    xmlXPathNodeSetSort(set)
    return (0..<Int(set.pointee.nodeNr)).compactMap { place in
      // A namespace is not a node, though it comes in the same list.
      guard let node = table[place], node.pointee.type != XML_NAMESPACE_DECL else { return nil }
      return XMLNode(document: document, pointer: node)
    }
  }
}
