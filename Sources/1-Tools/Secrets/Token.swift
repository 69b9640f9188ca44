import CSodium

/// A secret that nobody can guess: 256 random bits, as a cookie, a link or a key of the API carries it.
///
/// The visitor keeps the token; a database keeps its `hash` alone, so that a stolen copy opens nothing.
package struct Token: Sendable, Hashable {
  /// 43 letters, digits, `-` and `_` (RFC 4648, 5, without padding).
  package let text: String

  /// A new token.
  package init() { text = Self.base64(Randomness.bytes(32)) }

  /// A token that came back; nil where `text` cannot be one.
  package init?(_ text: String) {
    let isLetter: (UInt8) -> Bool = { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard text.utf8.count == 43, text.utf8.allSatisfy(isLetter) else { return nil }
    self.text = text
  }

  /// What to keep of it: SHA-256, 64 hexadecimal digits. The token is long enough to need no salt.
  package var hash: String { SHA256.hex(of: text.utf8) }

  private static func base64(_ bytes: [UInt8]) -> String {
    var written = [CChar](repeating: 0, count: bytes.count * 4 / 3 + 4)
    sodium_bin2base64(&written, written.count, bytes, bytes.count, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    return String(decoding: written.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Whether two secrets are the same, in a time that does not tell how far they agree.
package func constantTimeEquals(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
  let (one, other) = (Array(one), Array(other))
  return one.count == other.count && sodium_memcmp(one, other, one.count) == 0
}

/// Whether two secret texts are the same bytes, in a time that does not tell how far they agree.
package func constantTimeEquals(_ one: String, _ other: String) -> Bool {
  constantTimeEquals(one.utf8, other.utf8)
}
