/// A document in HTML, SVG or XML, written from its beginning to its end.
///
/// Write into it with `html << "<td>\(name)</td>"`: the markup is a literal, and whatever is interpolated is escaped on
/// the way in. There is no way to write text unescaped.
package struct HTML: Sendable {
  /// What is written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// An empty document with room for `capacity` bytes.
  package init(capacity: Int = 16_384) { bytes.reserveCapacity(capacity) }

  package static func << (html: inout HTML, written: Written) {
    written.words.read { html.bytes.append(contentsOf: $0) }
  }

  /// Writes another document, or a part of one, as it stands.
  package static func << (html: inout HTML, part: HTML) { html.bytes.append(contentsOf: part.bytes) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A few words of markup in which every value was escaped: `"<a href=\"\(path)\">\(name)</a>"`.
package struct Written: Sendable, ExpressibleByStringInterpolation {
  fileprivate var words = FewBytes()

  package var isEmpty: Bool { words.isEmpty }

  package init(stringLiteral markup: StaticString) { words.append(markup) }

  package init(stringInterpolation: StringInterpolation) { words = stringInterpolation.words }

  /// Text that becomes markup by being escaped.
  package init(escaping text: String) { words.appendEscaped(text) }

  /// Nothing at all.
  package static let nothing: Written = ""

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words = FewBytes()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ markup: StaticString) { words.append(markup) }

    /// Text, escaped; safe between tags and inside quoted attributes.
    package mutating func appendInterpolation(_ text: String) { words.appendEscaped(text) }
    package mutating func appendInterpolation(_ text: Substring) {
      var text = text
      text.withUTF8 { words.appendEscaped($0) }
    }
    package mutating func appendInterpolation(_ number: Int) { words.appendEscaped(String(number)) }
    /// A number as SVG and HTML attributes take it, to at most two decimals.
    package mutating func appendInterpolation(_ number: Double) { words.appendEscaped(number.short) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible & Sendable) {
      words.appendEscaped(value.description)
    }
    /// Markup, which was escaped when it was written.
    package mutating func appendInterpolation(_ markup: Written) { markup.words.read { words.append($0) } }
    package mutating func appendInterpolation(_ markup: HTML) {
      markup.bytes.withUnsafeBufferPointer { words.append($0) }
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
