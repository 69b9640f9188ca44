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
    let bits = text.withUTF8 { bytes -> UInt128? in
      var kind = Subject.kind
      let isKind = kind.withUTF8 { kind in
        bytes.count == kind.count + 27 && kind.indices.allSatisfy { kind[$0] == bytes[$0] }
          && bytes[kind.count] == UInt8(ascii: "_")
      }
      return isKind ? Base32.number(UnsafeBufferPointer(rebasing: bytes[(bytes.count - 26)...])) : nil
    }
    guard let bits else { return nil }
    self.bits = bits
  }

  /// The same for a part of a text.
  package init?(_ text: Substring) { self.init(String(text)) }

  /// The name as it is written everywhere: `org_01j8z0m7w8f4t9k2x5v6b1c3de`.
  package var text: String { Subject.kind + "_" + Base32.text(bits) }
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

  static func text(_ bits: UInt128) -> String {
    String(unsafeUninitializedCapacity: 26) { room in
      let digits = Self.digits.utf8Start
      for place in 0..<26 { room[place] = digits[Int(truncatingIfNeeded: bits >> UInt128((25 - place) * 5)) & 31] }
      return 26
    }
  }

  /// Nil where `text` is not 26 digits of at most 128 bits.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt128? {
    guard text.count == 26, let first = text.first, first <= UInt8(ascii: "7") else { return nil }
    var bits: UInt128 = 0
    for byte in text {
      guard let digit = value(of: byte) else { return nil }
      bits = bits << 5 | UInt128(digit)
    }
    return bits
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "h"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "j"), UInt8(ascii: "k"): byte - UInt8(ascii: "j") + 18
    case UInt8(ascii: "m"), UInt8(ascii: "n"): byte - UInt8(ascii: "m") + 20
    case UInt8(ascii: "p")...UInt8(ascii: "t"): byte - UInt8(ascii: "p") + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): byte - UInt8(ascii: "v") + 27
    default: nil
    }
  }
}
