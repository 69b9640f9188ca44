/// A document in JSON (RFC 8259), written from its beginning to its end.
///
/// `json.object { $0["name"] = name; $0.array("items", items) { $0.object { … } } }`
package struct JSON: Sendable {
  /// What is written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func object(_ fields: (inout JSON) throws -> Void) rethrows {
    try enclose("{", "}", fields)
  }

  package mutating func array(_ elements: (inout JSON) throws -> Void) rethrows {
    try enclose("[", "]", elements)
  }

  /// A field that is an object.
  package mutating func object(_ name: StaticString, _ fields: (inout JSON) throws -> Void) rethrows {
    key(name)
    try object(fields)
  }

  /// A field that is an object, whose name is only known at run time.
  package mutating func object(named name: String, _ fields: (inout JSON) throws -> Void) rethrows {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    try object(fields)
  }

  /// A field that is an array of what `element` writes for each of `values`.
  package mutating func array<Values: Sequence>(
    _ name: StaticString, _ values: Values, _ element: (inout JSON, Values.Element) throws -> Void
  ) rethrows {
    key(name)
    try array { json in for value in values { try element(&json, value) } }
  }

  /// A field whose name is only known at run time.
  package mutating func field(_ name: String, _ value: String?) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    element(value)
  }

  package mutating func element(_ value: String?) {
    separate()
    if let value { quote(value) } else { word("null") }
  }

  package mutating func element(_ value: Int?) { raw(value.map(String.init) ?? "null") }
  package mutating func element(_ value: Bool) { raw(value ? "true" : "false") }
  /// Numbers that JSON has no words for (infinity, not a number) become null.
  package mutating func element(_ value: Double?) {
    raw(value.flatMap { $0.isFinite ? $0.description : nil } ?? "null")
  }

  package subscript(_ name: StaticString) -> String? {
    get { nil }
    set {
      key(name)
      element(newValue)
    }
  }

  package mutating func number(_ name: StaticString, _ value: Int?) {
    key(name)
    element(value)
  }

  package mutating func number(_ name: StaticString, _ value: Double?) {
    key(name)
    element(value)
  }

  package mutating func flag(_ name: StaticString, _ value: Bool) {
    key(name)
    element(value)
  }

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    word(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A word that needs no quotes.
  private mutating func word(_ word: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSON) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var start = 0
      for place in utf8.indices where Self.isEscaped(utf8[place]) {
        let byte = utf8[place]
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        escape(byte)
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): word("\\\"")
    case UInt8(ascii: "\\"): word("\\\\")
    case 10: word("\\n")
    default:
      let digits = Array("0123456789abcdef".utf8)
      word("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
