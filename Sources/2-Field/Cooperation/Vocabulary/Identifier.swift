/// The name of one `Subject`, stable for ever and sortable by the moment it was given.
///
/// A UUIDv7 (RFC 9562), written as a three-letter kind and 26 characters of base 32: `org_01j8z0m7w8f4t9k2x5v6b1c3de`.
package struct Identifier<Subject: Named>: Hashable, Sendable {
  package let bits: UInt128

  package init(bits: UInt128) { self.bits = bits }

  /// A new name, given at `now`.
  package init(at now: Instant, by chance: inout Chance) {
    let milliseconds = UInt128(UInt64(max(0, now.microseconds / 1000)) & 0xFFFF_FFFF_FFFF)
    let random = UInt128(chance.next()) << 64 | UInt128(chance.next())
    let version: UInt128 = 0x7 << 76, variant: UInt128 = 0b10 << 62
    let tail = (random & 0xFFF << 64) | (random & 0x3FFF_FFFF_FFFF_FFFF)
    bits = milliseconds << 80 | version | variant | tail
  }

  /// Nil unless `text` is of this subject's kind, whole and in lower case.
  package init?(_ text: String) {
    var text = text
    guard let identifier = text.withUTF8({ Identifier(utf8: $0) }) else { return nil }
    self = identifier
  }

  /// The same from the bytes of a text.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var kind = Subject.kind
    let isKind = kind.withUTF8 { kind in
      bytes.count == kind.count + 27 && kind.indices.allSatisfy { kind[$0] == bytes[$0] }
        && bytes[kind.count] == UInt8(ascii: "_")
    }
    guard isKind, let bits = Base32.number(UnsafeBufferPointer(rebasing: bytes[(bytes.count - 26)...])) else {
      return nil
    }
    self.bits = bits
  }

  /// The same for a part of a text.
  package init?(_ text: Substring) { self.init(String(text)) }

  /// The name as it is written everywhere: `org_01j8z0m7w8f4t9k2x5v6b1c3de`.
  package var text: String { Base32.text(bits, after: Subject.kind) }
}

/// Anything that has identifiers of its own kind.
package protocol Named {
  /// Three lower-case letters, unlike any other subject's: `org`, `par`, `exc`.
  static var kind: String { get }
}

extension Identifier: CustomStringConvertible {
  package var description: String { text }
}

extension Identifier: Comparable {
  package static func < (a: Identifier, b: Identifier) -> Bool { a.bits < b.bits }
}

/// Crockford's base 32, in lower case: 128 bits as 26 digits, most significant first.
enum Base32 {
  private static let digits: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"

  /// The digits, after `kind` and an underscore.
  static func text(_ bits: UInt128, after kind: String) -> String {
    var kind = kind
    return kind.withUTF8 { kind in
      String(unsafeUninitializedCapacity: kind.count + 27) { room in
        _ = room.initialize(from: kind)
        room[kind.count] = UInt8(ascii: "_")
        write(bits, into: UnsafeMutableBufferPointer(rebasing: room[(kind.count + 1)...]))
        return kind.count + 27
      }
    }
  }

  // In parts of at most 60 bits: with 128 each digit would cost several times as much.
  private static func write(_ bits: UInt128, into room: UnsafeMutableBufferPointer<UInt8>) {
    write(UInt64(truncatingIfNeeded: bits >> 120), at: 0..<2, into: room)
    write(UInt64(truncatingIfNeeded: bits >> 60), at: 2..<14, into: room)
    write(UInt64(truncatingIfNeeded: bits), at: 14..<26, into: room)
  }

  private static func write(_ part: UInt64, at places: Range<Int>, into room: UnsafeMutableBufferPointer<UInt8>) {
    let digits = Self.digits.utf8Start
    var rest = part
    for place in places.reversed() {
      room[place] = digits[Int(truncatingIfNeeded: rest & 31)]
      rest >>= 5
    }
  }

  /// Nil where `text` is not 26 digits of at most 128 bits.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt128? {
    guard text.count == 26, text[0] <= UInt8(ascii: "7"), let high = part(text, 0..<2), let middle = part(text, 2..<14),
      let low = part(text, 14..<26)
    else { return nil }
    return UInt128(high) << 120 | UInt128(middle) << 60 | UInt128(low)
  }

  private static func part(_ text: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> UInt64? {
    var part: UInt64 = 0
    for place in places {
      guard let digit = value(of: text[place]) else { return nil }
      part = part << 5 | UInt64(digit)
    }
    return part
  }

  private static func value(of byte: UInt8) -> UInt8? {
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { return byte - UInt8(ascii: "0") }
    guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte else { return nil }
    let value = letters.utf8Start[Int(byte - UInt8(ascii: "a"))] - UInt8(ascii: "0")
    return value == 0 ? nil : value
  }

  /// For each letter of the alphabet the character that lies as far behind `0` as the digit is worth; `0` for those
  /// that are no digits: i, l, o, u.
  private static let letters: StaticString = ":;<=>?@A0BC0DE0FGHIJ0KLMNO"
}
