import CXML2

/// What is the same for everything that is read with the library.
enum Library {
  /// A `static let` is made once, however many threads ask first.
  private static let isReady: Bool = {
    xmlInitParser()
    cxml2_be_silent()
    return true
  }()

  /// Before the first parser is made.
  static func prepare() { precondition(isReady) }

  /// Nothing is fetched. The five entities of XML are put in place; others cannot be declared without a document type,
  /// which is refused.
  static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_BIG_LINES.rawValue)

  /// What the prefix `xml` stands for.
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// What the parser found wrong, in its words.
  static func error(of parser: xmlParserCtxtPtr) -> XMLError {
    guard let found = xmlCtxtGetLastError(parser)?.pointee else {
      return XMLError(line: 1, column: 0, .malformed("The document is not well-formed."))
    }
    return XMLError(line: max(1, Int(found.line)), column: Int(found.int2), .malformed(words(of: found)))
  }

  /// The message of an error, without the line end that closes it.
  static func words(of error: CXML2.xmlError) -> String {
    guard let message = error.message else { return "The document is not well-formed." }
    let words = String(cString: message)
    return String(words.prefix { !$0.isNewline }.prefix(300))
  }
}
