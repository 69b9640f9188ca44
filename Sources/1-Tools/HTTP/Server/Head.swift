/// The header fields of a request as they come, and what is wrong with them.
///
/// The library (0.9.75) cannot be asked for lines folded over two, for a NUL in a field or for a blank before the
/// colon: it mends or cuts them. But it leaves all fields where they were read, one behind the other, so whatever lies
/// between two of them gives these away. Later versions refuse such requests themselves and need not keep that order,
/// so for them it is not looked at.
struct Head {
  private(set) var headers = Headers(capacity: 600)
  private(set) var fault: Problem?
  private let limits: Server.Limits
  private let keepsOrder: Bool
  private var bytes = 0
  private var hosts = 0
  private var lengths = 0
  private var codings = 0
  /// Where the value before this one ended.
  private var end: UnsafePointer<UInt8>?

  init(_ limits: Server.Limits, keepsOrder: Bool) { (self.limits, self.keepsOrder) = (limits, keepsOrder) }

  /// Takes one field; false where nothing more need be looked at.
  mutating func take(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes += name.count + value.count + 4
    if bytes > limits.headerBytes || headers.count >= limits.headers {
      fault = Problem("head-too-large", 431, "The request has too many header fields, or too long ones.")
    } else if !name.allSatisfy(Head.isToken) || name.isEmpty {
      fault = Head.bad("A field's name is not one, or has a blank before the colon.")
    } else if !value.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 }) {
      fault = Head.bad("A field holds a control character.")
    } else if keepsOrder, !follows(name) {
      fault = Head.hidden
    } else {
      count(name, value)
    }
    end = value.baseAddress.map { $0 + value.count }
    headers.append(name, value)
    return fault == nil
  }

  /// - Parameter version: as the first line says it: `HTTP/1.1`.
  /// - Throws: what is wrong with the head as a whole.
  func check(version: UnsafePointer<CChar>?) throws(Problem) {
    if let fault { throw fault }
    // The empty line that ends the head is zeroed too, so behind the last value there are at least two NULs.
    if keepsOrder, let end, ![0, 32, 9].contains(end[1]) { throw Head.hidden }
    let isOld = version.map { String(cString: $0) } == "HTTP/1.0"
    guard hosts == 1 || hosts == 0 && isOld else { throw Head.bad("There must be one Host.") }
    guard lengths < 2 else { throw Head.bad("There are two Content-Lengths.") }
    guard codings == 0 || lengths == 0 else { throw Head.bad("There are both Content-Length and Transfer-Encoding.") }
    if codings > 0 {
      guard !isOld else { throw Head.bad("HTTP/1.0 has no Transfer-Encoding.") }
      guard codings == 1, headers["transfer-encoding"]?.lowercased() == "chunked" else {
        throw Problem("unknown-coding", 501, "The only Transfer-Encoding here is chunked.")
      }
    }
    if let expected = headers["expect"], expected.lowercased() != "100-continue" {
      throw Problem("unknown-expectation", 417, "The only Expect here is 100-continue.")
    }
  }

  /// What the body's length is said to be; nil where nothing is said.
  func length() throws(Problem) -> Int? {
    guard let text = headers["content-length"] else { return nil }
    guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let length = Int(text) else {
      throw Head.bad("The Content-Length is no number.")
    }
    return length
  }

  private mutating func count(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    switch name.count {
    case 4 where Head.same(name, "host"):
      hosts += 1
      if value.isEmpty || !value.allSatisfy(Head.isHost) { fault = Head.bad("The Host is not one.") }
    case 14 where Head.same(name, "content-length"): lengths += 1
    case 17 where Head.same(name, "transfer-encoding"): codings += 1
    default: break
    }
  }

  /// Whether only line ends and blanks lie between the value before and `name`.
  private func follows(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end, let start = name.baseAddress else { return true }
    let gap = start - end
    guard 1...64 ~= gap else { return false }
    return UnsafeBufferPointer(start: end, count: gap).allSatisfy { $0 == 0 || $0 == 32 || $0 == 9 }
  }

  private static var hidden: Problem { bad("A field holds a NUL, or goes on in a second line.") }

  private static func bad(_ detail: String) -> Problem {
    Problem("bad-head", 400, "The request's head cannot be read.", detail: detail)
  }
}

extension Head {
  /// Whether `name` is `word`, which is in lower case.
  private static func same(_ name: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    name.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)) { $0 | 32 == $1 }
  }

  /// The characters of a token (RFC 9110, 5.6.2).
  private static func isToken(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || isOne(byte, of: "!#$%&'*+-.^_`|~") }

  private static func isHost(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || isOne(byte, of: ".-:[]_") }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 32 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isOne(_ byte: UInt8, of characters: StaticString) -> Bool {
    UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount).contains(byte)
  }
}
