import CXML2

/// What the parser met in the piece it was given last, kept flat until it is read.
///
/// It lives at one address that the parser's callbacks know, and is touched by one thread at a time.
struct Recorder {
  struct Event {
    var kind: XMLEvent
    /// A name's number; unused in text.
    var name: Int32
    var line: Int32
    /// Bytes of a text, or attributes of an element.
    var from: Int32
    var end: Int32
  }

  struct Attribute {
    var name: Int32
    var from: Int32
    var end: Int32
  }

  var events = Store<Event>(capacity: 4_096)
  var attributes = Store<Attribute>(capacity: 4_096)
  /// Texts and values of attributes, one after another.
  var bytes = Store<UInt8>(capacity: 65_536)
  /// The event that the reader has come to.
  var place = -1
  /// How many elements were begun and not ended up to there.
  var open = 0
  var names: NameTable
  let limits: XMLLimits
  var parser: xmlParserCtxtPtr?
  /// What was refused here, rather than by the library.
  var refusal: XMLError?

  /// Where the text that is coming in begins in `bytes`.
  private var textStart = 0
  private var depth = 0

  init(_ known: [String], _ limits: XMLLimits) {
    names = NameTable(known, most: limits.names)
    self.limits = limits
  }

  /// Forgets what was read, except for text that has not ended yet.
  mutating func clear() {
    events.cut(at: 0)
    attributes.cut(at: 0)
    bytes.drop(before: textStart)
    textStart = 0
  }

  func free() {
    events.free()
    attributes.free()
    bytes.free()
  }

  mutating func start(
    _ name: Int32?, _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    endText()
    depth += 1
    guard depth <= limits.depth else { return refuse(.tooDeep) }
    guard count <= limits.attributes else { return refuse(.tooManyAttributes) }
    guard let name else { return refuse(.tooManyNames) }
    let first = attributes.count
    if let values {
      for attribute in 0..<count { take(values + attribute * 5) }
    }
    textStart = bytes.count
    events.append(Event(kind: .start, name: name, line: line, from: Int32(first), end: Int32(attributes.count)))
  }

  mutating func end(_ name: Int32?) {
    endText()
    depth -= 1
    guard let name else { return refuse(.tooManyNames) }
    events.append(Event(kind: .end, name: name, line: line, from: 0, end: 0))
  }

  mutating func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let start else { return }
    bytes.append(start, count)
    if bytes.count - textStart > limits.text { refuse(.textTooLong) }
  }

  mutating func refuse(_ reason: XMLError.Reason) {
    if refusal == nil {
      let column = parser.map { Int(xmlSAX2GetColumnNumber($0)) } ?? 0
      refusal = XMLError(line: Int(line), column: column, reason)
    }
    xmlStopParser(parser)
  }

  /// Text that is only white space is what parts the tags, and is forgotten.
  private mutating func endText() {
    var first = textStart
    while first < bytes.count, bytes.base[first] <= 0x20 { first += 1 }
    if first == bytes.count {
      bytes.cut(at: textStart)
    } else {
      events.append(Event(kind: .text, name: -1, line: line, from: Int32(textStart), end: Int32(bytes.count)))
      textStart = bytes.count
    }
  }

  /// One attribute as the library hands it over: local name, prefix, namespace, beginning and end of the value.
  private mutating func take(_ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    guard let name = names.number(parts[0], parts[1], parts[2]), let start = parts[3], let end = parts[4] else {
      return refuse(.tooManyNames)
    }
    let from = Int32(bytes.count)
    bytes.append(start, end - start)
    attributes.append(Attribute(name: name, from: from, end: Int32(bytes.count)))
  }

  private var line: Int32 { parser?.pointee.input?.pointee.line ?? 0 }
}
