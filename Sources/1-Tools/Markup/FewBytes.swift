/// Bytes as they are written, of which the first lie in the value itself.
///
/// A page is written in some hundred pieces of a few words each; none of them then needs memory of its own.
struct FewBytes: Sendable {
  private var own = InlineArray<256, UInt8>(repeating: 0)
  private var count = 0
  /// All of them, once they are more than fit.
  private var many: [UInt8] = []

  var isEmpty: Bool { count == 0 }

  /// Hands the bytes to `body`, which they outlive.
  func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if count <= own.count {
      own.span.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    } else {
      many.withUnsafeBufferPointer(body)
    }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let place = count, end = count + bytes.count
    if end <= own.count {
      var room = own.mutableSpan
      room.withUnsafeMutableBufferPointer {
        $0.baseAddress?.advanced(by: place).update(from: start, count: bytes.count)
      }
    } else {
      if many.isEmpty { many = own.span.withUnsafeBufferPointer { Array($0[..<place]) } }
      many.append(contentsOf: bytes)
    }
    count = end
  }

  mutating func append(_ markup: StaticString) {
    append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in utf8.indices where Self.isEscaped(utf8[place]) {
      append(UnsafeBufferPointer(rebasing: utf8[start..<place]))
      append(Self.entity(for: utf8[place]))
      start = place + 1
    }
    append(UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  /// Whether `byte` may not stand as it is: `"`, `&`, `'`, `<`, `>`, and the control characters that XML forbids.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    // All of them lie below 64: a bit for each is looked up faster than they are compared.
    byte < 64 && (0x5000_00C4_FFFF_D9FF as UInt64) >> UInt64(byte) & 1 == 1
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
