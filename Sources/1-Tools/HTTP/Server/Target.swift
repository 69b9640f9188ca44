/// What a request is aimed at: its path and query.
struct Target {
  let path: String
  let query: Fields

  /// - Parameter bytes: as they came in the request's first line.
  /// - Throws: a problem with status 400 for what is no path, or one that could be read in two ways.
  init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.allSatisfy({ 32 < $0 && $0 != 127 }) else { throw Target.wrong("holds a space or a control character") }
    var rest = bytes[...]
    if rest.first != UInt8(ascii: "/") { rest = try Target.withoutHost(rest) }
    let end = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    path = try Target.path(rest[..<end])
    query = end == rest.endIndex ? Fields() : try Fields(encoded: rest[(end + 1)...])
  }

  private static func path(_ raw: ArraySlice<UInt8>) throws(Problem) -> String {
    guard !raw.contains(UInt8(ascii: "\\")) else { throw wrong("holds a backslash") }
    guard !raw.contains(UInt8(ascii: "%")) else { return try checked(try decoded(raw)) }
    return try checked(raw)
  }

  private static func decoded(_ raw: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
    guard let decoded = Percent.decode(raw) else { throw wrong("has a percent sign without two hexadecimal digits") }
    let slashes = raw.count { $0 == UInt8(ascii: "/") }
    guard decoded.count(where: { $0 == UInt8(ascii: "/") }) == slashes else { throw wrong("holds an escaped slash") }
    guard decoded.allSatisfy({ 32 <= $0 && $0 != 127 }) else { throw wrong("holds a control character") }
    return decoded[...]
  }

  private static func checked(_ path: ArraySlice<UInt8>) throws(Problem) -> String {
    var start = path.startIndex + 1
    for place in start...path.endIndex where place == path.endIndex || path[place] == UInt8(ascii: "/") {
      let length = place - start
      if length == 0, place < path.endIndex { throw wrong("holds two slashes in a row") }
      if 1...2 ~= length, path[start..<place].allSatisfy({ $0 == UInt8(ascii: ".") }) {
        throw wrong("holds a segment of dots")
      }
      start = place + 1
    }
    guard let text = String(validating: path, as: UTF8.self) else { throw wrong("is not UTF-8") }
    return text
  }

  /// Proxies may be asked for `http://host/path`, and a server has to understand it (RFC 9112, 3.2.2).
  private static func withoutHost(_ target: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
    for scheme in ["http://", "https://"] where target.starts(with: scheme.utf8) {
      let host = target.dropFirst(scheme.utf8.count)
      return host.firstIndex(of: UInt8(ascii: "/")).map { host[$0...] } ?? [UInt8(ascii: "/")]
    }
    throw wrong("does not begin with a slash")
  }

  private static func wrong(_ words: String) -> Problem {
    Problem("bad-path", 400, "The path cannot be read.", detail: "It \(words).")
  }
}
