/// The mark of one version of what is at an address (RFC 9110, 8.8.3).
package struct ETag: Sendable, Equatable, CustomStringConvertible {
  /// What stands between the quotes.
  package let value: String
  /// Whether two versions with this mark may differ in bytes.
  package let strength: Strength

  package enum Strength: Sendable { case strong, weak }

  /// - Precondition: `value` has no quotes and nothing below a space.
  package init(_ value: String, _ strength: Strength = .strong) {
    precondition(value.utf8.allSatisfy { $0 > 32 && $0 != 34 && $0 != 127 }, "An ETag cannot be \(value).")
    (self.value, self.strength) = (value, strength)
  }

  /// As a header field says it: `"a1"`, `W/"a1"`.
  package var description: String { (strength == .weak ? "W/\"" : "\"") + value + "\"" }

  /// The marks in `If-None-Match` or `If-Match`; what is not one is left out.
  ///
  /// The ending that the server gives to a compressed form is taken off again.
  static func all(in field: String) -> [ETag] {
    var tags: [ETag] = []
    var rest = field.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isWeak = rest[..<open].suffix(2).elementsEqual("W/".utf8)
      let tail = rest[open...].dropFirst()
      guard let close = tail.firstIndex(of: UInt8(ascii: "\"")) else { break }
      var value = String(Substring(tail[..<close]))
      if value.hasSuffix("-gz") { value.removeLast(3) }
      if value.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) { tags.append(ETag(value, isWeak ? .weak : .strong)) }
      rest = tail[close...].dropFirst()
    }
    return tags
  }

  /// The mark of the compressed form of what `mark` marks: `"a1"` becomes `"a1-gz"`.
  static func gzipped(_ mark: String) -> String {
    mark.hasSuffix("\"") ? String(mark.dropLast()) + "-gz\"" : mark
  }
}
