/// A document in HTML, SVG or XML, written from its beginning to its end.
///
/// Write into it with `html << "<td>\(name)</td>"`: the markup is a literal, and whatever is interpolated is escaped on
/// the way in. There is no way to write text unescaped.
package struct HTML: Sendable {
  /// What is written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// An empty document with room for `capacity` bytes.
  package init(capacity: Int = 16_384) { bytes.reserveCapacity(capacity) }

  package static func << (html: inout HTML, written: Written) { html.bytes.append(contentsOf: written.bytes) }

  /// Writes another document, or a part of one, as it stands.
  package static func << (html: inout HTML, part: HTML) { html.bytes.append(contentsOf: part.bytes) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A few words of markup in which every value was escaped: `"<a href=\"\(path)\">\(name)</a>"`.
package struct Written: Sendable, ExpressibleByStringInterpolation {
  fileprivate(set) var bytes: [UInt8]

  package var isEmpty: Bool { bytes.isEmpty }

  package init(stringLiteral markup: StaticString) {
    bytes = Array(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Text that becomes markup by being escaped.
  package init(escaping text: String) {
    bytes = []
    bytes.appendEscaped(text)
  }

  /// Nothing at all.
  package static let nothing: Written = ""

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ markup: StaticString) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Text, escaped; safe between tags and inside quoted attributes.
    package mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }
    package mutating func appendInterpolation(_ text: Substring) { bytes.appendEscaped(String(text)) }
    package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
    /// A number as SVG and HTML attributes take it, to at most two decimals.
    package mutating func appendInterpolation(_ number: Double) { bytes.append(contentsOf: number.short.utf8) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible & Sendable) {
      bytes.appendEscaped(value.description)
    }
    /// Markup, which was escaped when it was written.
    package mutating func appendInterpolation(_ markup: Written) { bytes.append(contentsOf: markup.bytes) }
    package mutating func appendInterpolation(_ markup: HTML) { bytes.append(contentsOf: markup.bytes) }
  }
}

extension Array where Element == UInt8 {
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated() {
        guard let entity = Self.entity(for: byte) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
        start = place + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Nil where `byte` may stand as it is. Control characters that XML forbids become U+FFFD.
  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0..<9, 11, 12, 14..<32: "\u{FFFD}"
    default: nil
    }
  }
}

extension Double {
  /// To at most two decimals and without needless zeros: `12`, `12.5`, `-0.25`.
  var short: String {
    guard isFinite else { return "0" }
    let hundredths = Int((self * 100).rounded())
    let whole = abs(hundredths) / 100, rest = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + String(whole) + "." + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
  }
}
