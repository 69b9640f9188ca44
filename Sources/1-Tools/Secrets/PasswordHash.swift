import CSodium
import Foundation

/// What is kept of a password: enough to know it again, and nothing to read it from.
///
/// Argon2id (RFC 9106), with its salt and cost written in it. Making and matching one takes tenths of a second of
/// processor and its cost in memory on purpose: never on a thread that others wait for.
package struct PasswordHash: Sendable, Hashable {
  /// The longest password taken, in UTF-8 bytes; longer ones would only keep the processor busy.
  package static let longest = 1_024

  /// As it is written to a database: `$argon2id$v=19$m=65536,t=2,p=1$…`.
  package let text: String

  /// A hash that was kept; nil where `text` is not one.
  package init?(_ text: String) {
    guard text.hasPrefix("$argon2id$"), text.utf8.count < Int(crypto_pwhash_STRBYTES) else { return nil }
    self.text = text
  }

  /// The hash of a new password, with a salt of its own.
  ///
  /// - Throws: `.passwordTooLong`, or `.memory` where the cost cannot be paid.
  package init(of password: String, cost: Cost = .interactive) throws(SecretsError) {
    let bytes = Self.bytes(of: password)
    guard bytes.count <= Self.longest else { throw .passwordTooLong }
    Sodium.prepare()
    var written = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    guard crypto_pwhash_str(&written, bytes, UInt64(bytes.count), cost.passes, cost.memory) == 0 else { throw .memory }
    text = String(decoding: written.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether `password` is the one this was made of.
  package func matches(_ password: String) -> Bool {
    let bytes = Self.bytes(of: password)
    guard bytes.count <= Self.longest else { return false }
    Sodium.prepare()
    return crypto_pwhash_str_verify(padded, bytes, UInt64(bytes.count)) == 0
  }

  /// Whether it was made at another cost than `cost`, and should be made again at the next sign-in.
  package func needsRehash(for cost: Cost = .interactive) -> Bool {
    Sodium.prepare()
    return crypto_pwhash_str_needs_rehash(padded, cost.passes, cost.memory) != 0
  }

  /// The library reads all of its buffer, not only as far as the ending zero.
  private var padded: [CChar] {
    let written = text.utf8.map(CChar.init(bitPattern:))
    return written + [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES) - written.count)
  }

  /// The same letters typed on another keyboard make the same bytes (RFC 8265, 4.2: Unicode form C).
  private static func bytes(of password: String) -> [CChar] {
    let isPlain = password.utf8.allSatisfy { $0 < 128 }
    return (isPlain ? password : password.precomposedStringWithCanonicalMapping).utf8.map(CChar.init(bitPattern:))
  }
}

extension PasswordHash {
  /// How dear one guess is made.
  package struct Cost: Sendable, Hashable {
    /// How often the memory is gone over.
    let passes: UInt64
    /// How much memory, in bytes.
    let memory: Int

    /// 64 MiB twice over: for people who wait at a sign-in page.
    package static let interactive = Cost(passes: 2, memory: 64 << 20)
    /// 256 MiB three times over: for the few accounts that can do most.
    package static let moderate = Cost(passes: 3, memory: 256 << 20)
    /// The least there is, worth nothing against a thief: for demonstrations and tests.
    package static let demonstration = Cost(passes: 1, memory: 8_192)
  }
}
