import CSodium

/// Chance from the system, which nobody can foretell.
package enum Randomness {
  /// A number from all of 64 bits, to begin a sequence with.
  package static func seed() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// `count` random bytes.
  package static func bytes(_ count: Int) -> [UInt8] {
    Sodium.prepare()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }
}
