import CSodium

/// A secret key that signs what leaves here (Ed25519, RFC 8032).
package struct SigningKey: Sendable {
  private let secret: [UInt8]
  /// What others check the signatures with.
  package let verifyingKey: VerifyingKey

  /// A new key.
  package init() { self.init(made: Randomness.bytes(32)) }

  /// The key that a secret file holds; nil where that is not 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32 else { return nil }
    self.init(made: seed)
  }

  /// The 32 bytes to keep in a file that nobody else can read.
  package var seed: [UInt8] { Array(secret.prefix(32)) }

  /// The signature of `bytes`, 64 bytes, to be kept beside them.
  package func sign(_ bytes: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: 64)
    crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
    return signature
  }

  private init(made seed: [UInt8]) {
    Sodium.prepare()
    var (open, secret) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 64))
    crypto_sign_seed_keypair(&open, &secret, seed)
    (self.secret, verifyingKey) = (secret, VerifyingKey(checked: open))
  }
}

/// The open half of a `SigningKey`, which anyone may have.
package struct VerifyingKey: Sendable, Hashable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// A key that was published; nil where that is not 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  fileprivate init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// In 64 hexadecimal digits.
  package var hex: String { Sodium.hex(bytes) }

  /// Whether `signature` was made over exactly `message` with the other half of this key.
  package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64 else { return false }
    Sodium.prepare()
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
