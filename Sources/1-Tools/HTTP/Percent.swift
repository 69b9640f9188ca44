/// Text written with percent signs, as in addresses and forms (RFC 3986).
enum Percent {
  /// The bytes that `text` stands for; nil where a percent sign is not followed by two hexadecimal digits.
  static func decode(_ text: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var place = text.startIndex
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "%"):
        guard place + 2 < text.endIndex, let high = digit(text[place + 1]), let low = digit(text[place + 2]) else {
          return nil
        }
        bytes.append(high << 4 | low)
        place += 2
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      case let byte: bytes.append(byte)
      }
      place += 1
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Fields {
  /// The most fields that a query or a form may have.
  package static let most = 2000

  /// The fields of a query or of a form as browsers send it (`application/x-www-form-urlencoded`).
  ///
  /// - Throws: a problem with status 400 where a percent sign stands alone, or the text is not UTF-8 or holds a NUL.
  package init(encoded bytes: ArraySlice<UInt8>) throws(Problem) {
    var fields: [Field] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard fields.count < Fields.most else {
        throw Problem("too-many-fields", 400, "There are more than \(Fields.most) fields.")
      }
      let middle = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      fields.append(Field(try Fields.text(pair[..<middle]), try Fields.text(pair[middle...].dropFirst())))
    }
    self.init(fields)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(Problem) -> String {
    guard let decoded = Percent.decode(bytes, plusIsSpace: true) else {
      throw Problem("bad-percent", 400, "A percent sign is not followed by two hexadecimal digits.")
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw Problem("not-utf-8", 400, "A query or a form is not UTF-8.")
    }
    guard !decoded.contains(0) else { throw Problem("control-character", 400, "A query or a form holds a NUL.") }
    return text
  }
}
