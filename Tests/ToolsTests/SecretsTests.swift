import Secrets
import Testing

@Suite("A password") struct PasswordTests {
  @Test("is known again from its hash, and no other is")
  func matching() throws {
    let hash = try PasswordHash(of: "correct horse", cost: .demonstration)
    #expect(hash.matches("correct horse"))
    #expect(!hash.matches("correct horse "))
    #expect(!hash.matches(""))
    #expect(PasswordHash(hash.text) == hash)
  }

  @Test("hashes to something new each time")
  func salted() throws {
    let first = try PasswordHash(of: "same", cost: .demonstration)
    let second = try PasswordHash(of: "same", cost: .demonstration)
    #expect(first != second)
  }

  @Test("is the same however the keyboard composes its accents")
  func composed() throws {
    #expect(try PasswordHash(of: "caf\u{E9}", cost: .demonstration).matches("cafe\u{301}"))
  }

  @Test("may hold a zero byte, and what follows it counts")
  func zeros() throws {
    let hash = try PasswordHash(of: "a\0b", cost: .demonstration)
    #expect(hash.matches("a\0b"))
    #expect(!hash.matches("a\0c"))
  }

  @Test("of endless length is refused before any work is done")
  func long() throws {
    let long = String(repeating: "x", count: PasswordHash.longest + 1)
    #expect(throws: SecretsError.passwordTooLong) { try PasswordHash(of: long, cost: .demonstration) }
    #expect(try !PasswordHash(of: "x", cost: .demonstration).matches(long))
  }

  @Test("hash of another cost asks to be made again")
  func rehash() throws {
    let hash = try PasswordHash(of: "x", cost: .demonstration)
    #expect(!hash.needsRehash(for: .demonstration))
    #expect(hash.needsRehash())
    #expect(try !PasswordHash(of: "x").needsRehash())
  }

  @Test("hash that is damaged matches nothing", arguments: ["$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"])
  func damaged(text: String) throws {
    let hash = try #require(PasswordHash(text))
    #expect(!hash.matches(""))
  }

  @Test("hash of another kind is not taken", arguments: [
    "", "plain", "$2b$10$abc", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AA",
  ])
  func otherKind(text: String) {
    #expect(PasswordHash(text) == nil)
  }
}

@Suite("A token") struct TokenTests {
  @Test("is 43 characters fit for a URL, and never twice the same")
  func made() {
    let tokens = (0..<200).map { _ in Token() }
    #expect(Set(tokens).count == 200)
    #expect(tokens.allSatisfy { Token($0.text) == $0 })
  }

  @Test("is kept as a hash that does not show it")
  func hashed() {
    let token = Token()
    #expect(token.hash.utf8.count == 64)
    #expect(!token.hash.contains(token.text))
    #expect(Token(token.text)?.hash == token.hash)
  }

  @Test("that cannot be one is not taken", arguments: ["", "short", String(repeating: "é", count: 22), "x y"])
  func malformed(text: String) {
    #expect(Token(text) == nil)
  }

  @Test("compares equal to itself only")
  func compared() {
    #expect(constantTimeEquals("abc", "abc"))
    #expect(!constantTimeEquals("abc", "abd"))
    #expect(!constantTimeEquals("abc", "ab"))
    #expect(constantTimeEquals("", ""))
  }
}

@Suite("A fingerprint") struct FingerprintTests {
  @Test("is what FIPS 180-4 says for abc and for nothing")
  func known() {
    #expect(SHA256.hex(of: "abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("does not depend on how the bytes were cut")
  func pieces() {
    let bytes = Array("Twinned since 1950".utf8)
    for cut in 0...bytes.count {
      var hash = SHA256()
      hash.add(Array(bytes[..<cut]))
      _ = hash.hex
      hash.add(Array(bytes[cut...]))
      #expect(hash.hex == SHA256.hex(of: bytes))
    }
  }
}

@Suite("A signature") struct SignatureTests {
  @Test("is verified with the open half of the key, over the same bytes only")
  func verified() {
    let key = SigningKey()
    let message = Array("Agreed.".utf8)
    let signature = key.sign(message)
    #expect(key.verifyingKey.verifies(signature, of: message))
    #expect(!key.verifyingKey.verifies(signature, of: message + [0]))
    #expect(!key.verifyingKey.verifies(Array(signature.dropLast()), of: message))
    #expect(!SigningKey().verifyingKey.verifies(signature, of: message))
  }

  @Test("is the same from a key read back from its file")
  func kept() throws {
    let key = SigningKey()
    let again = try #require(SigningKey(seed: key.seed))
    #expect(again.sign([1, 2, 3]) == key.sign([1, 2, 3]))
    #expect(VerifyingKey(again.verifyingKey.bytes) == key.verifyingKey)
    #expect(SigningKey(seed: []) == nil)
  }

  @Test("agrees with the first example of RFC 8032")
  func example() throws {
    let seed = bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    let key = try #require(SigningKey(seed: seed))
    #expect(key.verifyingKey.hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    #expect(key.sign([]).prefix(4) == [0xe5, 0x56, 0x43, 0x00])
  }

  private func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(hex.dropFirst($0).prefix(2), radix: 16)
    }
  }
}

@Suite("Chance") struct RandomnessTests {
  @Test("gives other seeds each time, and as many bytes as were asked for")
  func seeds() {
    #expect(Set((0..<100).map { _ in Randomness.seed() }).count == 100)
    #expect(Randomness.bytes(7).count == 7)
    #expect(Randomness.bytes(0).isEmpty)
  }
}
