/// Some bytes of a document, in UTF-8, as long as the reader stands where they are.
typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

extension Bytes {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Without the white space of XML at both ends.
  var trimmed: Bytes {
    var rest = self
    while let first = rest.first, first.isSpace { rest = rest.dropFirst() }
    while let last = rest.last, last.isSpace { rest = rest.dropLast() }
    return rest
  }

  /// Takes `byte` off the front where it stands there.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: byte) else { return false }
    self = dropFirst()
    return true
  }

  /// Takes all digits off the front.
  mutating func takeDigits() -> Bytes {
    let digits = prefix { $0.isDigit }
    self = dropFirst(digits.count)
    return digits
  }

  /// Takes exactly `count` digits off the front; nil where there are not so many.
  mutating func takeNumber(_ count: Int) -> Int? {
    let digits = prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    self = dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}

extension UInt8 {
  /// Space, tab, line feed or carriage return.
  var isSpace: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  var isHexadecimal: Bool { isDigit || (isLetter && (self | 32) <= 102) }
}

extension String {
  /// Hands its bytes to `body`.
  func withBytes<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    var copy = self
    return try copy.withUTF8 { try body($0[...]) }
  }
}
