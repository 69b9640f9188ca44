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
    written.read { html.bytes.append(contentsOf: $0) }
  }

  /// Writes another document, or a part of one, as it stands.
  package static func << (html: inout HTML, part: HTML) { html.bytes.append(contentsOf: part.bytes) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A few words of markup in which every value was escaped: `"<a href=\"\(path)\">\(name)</a>"`.
package struct Written: Sendable, ExpressibleByStringInterpolation {
  nonisolated(unsafe) let start: UnsafePointer<UInt8>
  let count: Int
  /// What holds the bytes; nil where they are a literal of the program.
  private let sheet: Sheet?

  package var isEmpty: Bool { count == 0 }

  package init(stringLiteral markup: StaticString) {
    (start, count, sheet) = (markup.utf8Start, markup.utf8CodeUnitCount, nil)
  }

  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.ink) }

  /// Text that becomes markup by being escaped.
  package init(escaping text: String) {
    var ink = Ink()
    ink.appendEscaped(text)
    self.init(ink)
  }

  /// The same of a text's bytes.
  package init(escaping text: UnsafeBufferPointer<UInt8>) {
    var ink = Ink()
    ink.appendEscaped(text)
    self.init(ink)
  }

  private init(_ ink: Ink) { (start, count, sheet) = (UnsafePointer(ink.start), ink.count, ink.sheet) }

  /// Nothing at all.
  package static var nothing: Written { "" }

  /// Hands the bytes to `body`, which they outlive.
  func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withExtendedLifetime(sheet) { body(UnsafeBufferPointer(start: start, count: count)) }
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var ink = Ink()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ markup: StaticString) {
      ink.append(markup.utf8Start, count: markup.utf8CodeUnitCount)
    }

    /// Text, escaped; safe between tags and inside quoted attributes.
    package mutating func appendInterpolation(_ text: String) { ink.appendEscaped(text) }
    package mutating func appendInterpolation(_ text: Substring) {
      var text = text
      text.withUTF8 { ink.appendEscaped($0) }
    }
    package mutating func appendInterpolation(_ number: Int) { ink.append(number) }
    /// A number as SVG and HTML attributes take it, to at most two decimals.
    package mutating func appendInterpolation(_ number: Double) { ink.appendEscaped(number.short) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible & Sendable) {
      ink.appendEscaped(value.description)
    }
    /// Markup, which was escaped when it was written.
    package mutating func appendInterpolation(_ markup: Written) { ink.append(markup) }
    package mutating func appendInterpolation(_ markup: HTML) {
      markup.bytes.withUnsafeBufferPointer { bytes in
        if let start = bytes.baseAddress { ink.append(start, count: bytes.count) }
      }
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
