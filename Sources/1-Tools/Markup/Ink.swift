/// A piece of writing under way, at the end of its thread's sheet.
struct Ink {
  private(set) var sheet: Sheet
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var end: UnsafeMutablePointer<UInt8>

  init() {
    sheet = .current
    start = sheet.next.pointee
    end = start
  }

  var count: Int { end - start }

  mutating func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
    makeRoom(for: count)
    end.update(from: bytes, count: count)
    advance(by: count)
  }

  mutating func append(_ piece: Written) {
    // What was written for this very place lies there already.
    if piece.start == UnsafePointer(end), sheet.next.pointee == end + piece.count {
      end += piece.count
    } else {
      append(piece.start, count: piece.count)
    }
  }

  mutating func append(_ number: Int) {
    guard number >= 0 else { return appendEscaped(String(number)) }
    makeRoom(for: 20)
    var (size, rest) = (1, number / 10)
    while rest > 0 { (size, rest) = (size + 1, rest / 10) }
    rest = number
    for place in (0..<size).reversed() {
      end[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    advance(by: size)
  }

  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard var from = text.baseAddress else { return }
    var rest = text.count
    while rest > 0 {
      let plain = appendPlain(from, count: rest)
      (from, rest) = (from + plain, rest - plain)
      guard rest > 0 else { return }
      let entity = Self.entity(for: from.pointee)
      append(entity.utf8Start, count: entity.utf8CodeUnitCount)
      (from, rest) = (from + 1, rest - 1)
    }
  }

  /// Writes the bytes before the first that is escaped.
  ///
  /// - Returns: how many they are.
  private mutating func appendPlain(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    makeRoom(for: count)
    let from = UnsafeRawPointer(bytes), to = UnsafeMutableRawPointer(end)
    var place = 0
    while place < count {
      // Eight at a time: nearly all of them are plain.
      if place + 8 <= count {
        let eight = from.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if !Self.mayBeEscaped(eight) {
          to.storeBytes(of: eight, toByteOffset: place, as: UInt64.self)
          place += 8
          continue
        }
      }
      if Self.isEscaped(bytes[place]) { break }
      end[place] = bytes[place]
      place += 1
    }
    advance(by: place)
    return place
  }

  @inline(__always)
  private mutating func advance(by count: Int) {
    end += count
    sheet.next.pointee = end
  }

  /// Sees to it that `count` more bytes can be put down behind those that are.
  @inline(__always)
  private mutating func makeRoom(for count: Int) {
    if sheet.next.pointee != end || sheet.limit - end < count { move(makingRoomFor: count) }
  }

  /// Writes itself anew where there is room: something else was written behind it, or the sheet is full.
  @inline(never)
  private mutating func move(makingRoomFor more: Int) {
    let earlier = sheet, count = count
    sheet = .current
    if sheet.limit - sheet.next.pointee < count + more { sheet = .fresh(for: count + more) }
    let place = sheet.next.pointee
    withExtendedLifetime(earlier) { place.update(from: start, count: count) }
    start = place
    end = place
    advance(by: count)
  }
}

extension Ink {
  /// Whether `byte` may not stand as it is: `"`, `&`, `'`, `<`, `>`, and the control characters that XML forbids.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    // All of them lie below 64: a bit for each is looked up faster than they are compared.
    byte < 64 && (0x5000_00C4_FFFF_D9FF as UInt64) >> UInt64(byte) & 1 == 1
  }

  /// Whether one of eight bytes may be one of those; not always right where it says so.
  private static func mayBeEscaped(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101, highs: UInt64 = 0x8080_8080_8080_8080
    // `&` and `'` differ in their last bit, `<` and `>` in the one before.
    let quote = eight ^ ones &* 0x22
    let other = (eight | ones) ^ ones &* 0x27, angle = (eight | ones &* 2) ^ ones &* 0x3E
    // A byte of these that is zero gets its highest bit by one being taken from it.
    let zeros = (quote &- ones) & ~quote | (other &- ones) & ~other | (angle &- ones) & ~angle
    return (zeros | (eight &- ones &* 0x20) & ~eight) & highs != 0
  }

  /// What stands for a byte that is escaped.
  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
