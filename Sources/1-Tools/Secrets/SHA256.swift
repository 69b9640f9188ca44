import CSodium

/// The fingerprint of bytes that may come in many pieces (FIPS 180-4).
package struct SHA256 {
  private var state = crypto_hash_sha256_state()

  package init() {
    Sodium.prepare()
    crypto_hash_sha256_init(&state)
  }

  /// Takes the next piece.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
  }

  /// Takes the next piece.
  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  /// The 32 bytes for everything taken so far; more may be added after.
  package var digest: [UInt8] {
    var soFar = state
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&soFar, &digest)
    return digest
  }

  /// `digest` in 64 lower-case hexadecimal digits.
  package var hex: String { Sodium.hex(digest) }

  /// The fingerprint of bytes that are all there, in 64 lower-case hexadecimal digits.
  package static func hex(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.add(Array(bytes))
    return hash.hex
  }
}
