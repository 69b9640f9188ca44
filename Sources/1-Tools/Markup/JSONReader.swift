/// Reads one JSON document from its first byte to its last.
struct JSONReader {
  private let bytes: [UInt8]
  private let depth: Int
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8], depth: Int) {
    (self.bytes, self.depth) = (bytes, depth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(within: depth)
    skipSpace()
    guard place == bytes.count else { throw wrong("something follows the end of the document") }
    return value
  }

  private mutating func value(within depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    let start = line
    let content: JSONValue.Content
    switch next {
    case UInt8(ascii: "{"): content = .object(try members(within: depth - 1))
    case UInt8(ascii: "["): content = .list(try elements(within: depth - 1))
    case UInt8(ascii: "\""): content = .text(try text())
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): content = .number(try number())
    case nil: throw wrong("the document ends where a value should be")
    default: content = try word()
    }
    return JSONValue(content, line: start)
  }

  private mutating func members(within depth: Int) throws(JSONError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    try sequence(until: UInt8(ascii: "}"), "an object", within: depth) { reader throws(JSONError) in
      guard reader.next == UInt8(ascii: "\"") else { throw reader.wrong("a name in double quotes should be here") }
      let start = reader.place
      let name = try reader.text()
      guard names.insert(name).inserted else { throw reader.wrong("the name \"\(name)\" comes twice", at: start) }
      reader.skipSpace()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.wrong("a colon should follow the name \"\(name)\"") }
      members.append(.init(name: name, value: try reader.value(within: depth)))
    }
    return members
  }

  private mutating func elements(within depth: Int) throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try sequence(until: UInt8(ascii: "]"), "a list", within: depth) { reader throws(JSONError) in
      elements.append(try reader.value(within: depth))
    }
    return elements
  }

  private mutating func sequence(
    until end: UInt8, _ kind: String, within depth: Int, _ part: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard depth >= 0 else { throw wrong("\(kind) lies deeper than \(self.depth) levels") }
    let start = place
    place += 1
    skipSpace()
    if take(end) { return }
    repeat {
      skipSpace()
      try part(&self)
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard !take(end) else { return }
    throw next == nil
      ? wrong("\(kind) is not closed", at: start)
      : wrong("a comma or the end of \(kind) should be here")
  }

  private mutating func word() throws(JSONError) -> JSONValue.Content {
    for (word, content) in [("true", JSONValue.Content.bool(true)), ("false", .bool(false)), ("null", .null)]
    where bytes[place...].starts(with: word.utf8) {
      place += word.utf8.count
      return content
    }
    throw wrong("this is not a JSON value")
  }

  private mutating func number() throws(JSONError) -> String {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if let next, isDigit(next) { throw wrong("a number must not begin with a needless zero", at: start) }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let digits = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let value = Double(digits), value.isFinite else { throw wrong("this number is too large", at: start) }
    return digits
  }

  private mutating func digits() throws(JSONError) {
    guard let first = next, isDigit(first) else { throw wrong("a digit should be here") }
    while let digit = next, isDigit(digit) { place += 1 }
  }
}

extension JSONReader {
  private mutating func text() throws(JSONError) -> String {
    let start = place
    place += 1
    var utf8: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let text = String(validating: utf8, as: UTF8.self) else { throw wrong("a text is not UTF-8", at: start) }
        return text
      case UInt8(ascii: "\\"): try escape(into: &utf8)
      case 0..<32: throw wrong("a line break or control character must be escaped in a text")
      default:
        utf8.append(byte)
        place += 1
      }
    }
    throw wrong("a text is not closed", at: start)
  }

  private mutating func escape(into utf8: inout [UInt8]) throws(JSONError) {
    let start = place
    place += 1
    guard let letter = next else { throw wrong("a text is not closed", at: start) }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): utf8.append(letter)
    case UInt8(ascii: "b"): utf8.append(8)
    case UInt8(ascii: "f"): utf8.append(12)
    case UInt8(ascii: "n"): utf8.append(10)
    case UInt8(ascii: "r"): utf8.append(13)
    case UInt8(ascii: "t"): utf8.append(9)
    case UInt8(ascii: "u"): utf8.append(contentsOf: String(Character(try scalar(from: start))).utf8)
    default: throw wrong("there is no such escape in JSON", at: start)
    }
  }

  /// The character of `\u00e9` or of a pair of surrogates, whose backslash stands at `start`.
  private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw wrong("half of a surrogate pair stands alone", at: start)
    }
    let second = try fourDigits()
    guard 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw wrong("half of a surrogate pair stands alone", at: start) }
    return scalar
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw wrong("four hexadecimal digits should follow \\u")
      }
      value = value << 4 + UInt32(digit)
      place += 1
    }
    return value
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 {
      if byte == 10 { line += 1 }
      place += 1
    }
  }

  private func wrong(_ words: String, at fault: Int? = nil) -> JSONError {
    let before = bytes[..<(fault ?? place)]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return JSONError(
      line: before.count { $0 == 10 } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1,
      words: words)
  }
}
