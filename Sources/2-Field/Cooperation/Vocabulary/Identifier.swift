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
  package var text: String {
    String(unsafeUninitializedCapacity: Self.length) { room in
      write(into: room)
      return Self.length
    }
  }

  /// How many bytes a name is written in.
  package static var length: Int { Subject.kind.utf8.count + 27 }

  /// Writes the name to the beginning of `room`.
  package func write(into room: UnsafeMutableBufferPointer<UInt8>) {
    var kind = Subject.kind
    kind.withUTF8 { kind in
      _ = room.update(fromContentsOf: kind)
      room[kind.count] = UInt8(ascii: "_")
      Base32.write(bits, into: UnsafeMutableBufferPointer(rebasing: room[(kind.count + 1)...]))
    }
  }

  /// The half of it that is chance, or nearly so, is enough to tell names apart in a table.
  package func hash(into hasher: inout Hasher) { hasher.combine(UInt64(truncatingIfNeeded: bits)) }
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

  // In parts of at most 60 bits: with 128 each digit would cost several times as much.
  static func write(_ bits: UInt128, into room: UnsafeMutableBufferPointer<UInt8>) {
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
    let values = Self.values.utf8Start
    var part: UInt64 = 0, seen: UInt8 = 0
    guard var next = text.baseAddress?.advanced(by: places.lowerBound) else { return nil }
    for _ in 0..<places.count {
      let byte = next.pointee
      next += 1
      // All that are no digits leave a mark, which is looked at once.
      let value = values[Int(byte & 0x7F)] | byte & 0x80
      part = part << 5 | UInt64(value & 31)
      seen |= value
    }
    return seen & 0xC0 == 0 ? part : nil
  }

  /// For each of the 128 characters of ASCII the digit that it is, or `@` for those that are none.
  private static let values: StaticString =
    """
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{9}@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\u{A}\u{B}\u{C}\u{D}\u{E}\u{F}\u{10}\u{11}@\u{12}\u{13}@\u{14}\u{15}@\
    \u{16}\u{17}\u{18}\u{19}\u{1A}@\u{1B}\u{1C}\u{1D}\u{1E}\u{1F}@@@@@
    """
}
