import CSodium

/// The library, made ready once before anything is asked of it.
enum Sodium {
  /// True once its random source is open. A `static let` is made once, however many threads ask first.
  private static let isReady = sodium_init() >= 0

  static func prepare() {
    precondition(isReady, "The system gives no randomness; nothing can be kept secret without it.")
  }

  /// `bytes` in the lower-case hexadecimal digits that people compare.
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
