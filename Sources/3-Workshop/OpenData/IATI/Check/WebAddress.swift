// RFC 3986, where anything that an address may not hold counts as one harmless letter, so that spaces and accents pass.
extension Bytes {
  /// Whether this can be read as an address, or as part of one.
  var isAddress: Bool {
    var path = self
    if let mark = path.firstIndex(of: UInt8(ascii: "#")) {
      guard path[path.index(after: mark)...].consists(of: "/?[]") else { return false }
      path = path[..<mark]
    }
    if let mark = path.firstIndex(of: UInt8(ascii: "?")) {
      guard path[path.index(after: mark)...].consists(of: "/?") else { return false }
      path = path[..<mark]
    }
    let first = path.prefix { $0 != UInt8(ascii: "/") }
    guard let colon = first.firstIndex(of: UInt8(ascii: ":")) else { return path.isPath }
    return path[..<colon].isScheme && path[path.index(after: colon)...].isPath
  }

  private var isScheme: Bool {
    guard let first, first.isLetter else { return false }
    return allSatisfy { $0.isLetter || $0.isDigit || $0 == 43 || $0 == 45 || $0 == 46 }
  }

  /// What stands after the scheme and its colon: a server and a path, or a path.
  private var isPath: Bool {
    var rest = self
    guard rest.take("/") else { return consists(of: "/") }
    guard rest.take("/") else { return rest.consists(of: "/") }
    return rest.takeServer() && (rest.isEmpty || rest.first == UInt8(ascii: "/")) && rest.consists(of: "/")
  }

  private mutating func takeServer() -> Bool {
    let server = prefix { $0 != UInt8(ascii: "/") }
    if let sign = server.firstIndex(of: UInt8(ascii: "@")) {
      guard self[..<sign].consists(of: ""), !self[..<sign].contains(UInt8(ascii: "@")) else { return false }
      self = self[index(after: sign)...]
    }
    if take("[") {
      guard let end = firstIndex(of: UInt8(ascii: "]")) else { return false }
      self = self[index(after: end)...]
    } else {
      let host = prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
      guard host.consists(of: ""), !host.contains(UInt8(ascii: "@")) else { return false }
      self = self[host.endIndex...]
    }
    guard take(":") else { return true }
    let digits = takeDigits(), port = digits.drop { $0 == 48 }
    return !digits.isEmpty && port.count <= 10 && port.reduce(0) { $0 * 10 + Int($1 - 48) } < 2_147_483_648
  }

  /// Whether everything is harmless, a per cent sign and its two digits, a colon, an at sign, or among `others`.
  private func consists(of others: String) -> Bool {
    var rest = self
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.isHexadecimal) else { return false }
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "]"):
        guard others.utf8.contains(byte) else { return false }
      default: continue
      }
    }
    return true
  }
}
