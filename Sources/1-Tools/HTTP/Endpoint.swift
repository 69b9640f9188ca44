package import Markup

/// A part of a path that stands for a value.
package protocol PathPart: Sendable {
  init?(pathPart: Substring)
  var pathPart: String { get }
  /// The same as it stands in a page.
  var written: Written { get }
}

extension PathPart {
  package var written: Written { Written(escaping: pathPart) }
}

extension String: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { self }
}

extension Int: PathPart {
  package init?(pathPart: Substring) { self.init(pathPart) }
  package var pathPart: String { description }
}

/// One address of the site. Its links are printed, and its requests read, from the same pattern.
package struct Endpoint<each Part: PathPart>: Sendable {
  package let verb: Request.Verb
  /// The path, with `*` for each part: `/needs/*/matches`.
  package let pattern: String
  /// What stands before, between and after the parts.
  private let pieces: [String]
  /// The same as they stand in a page.
  @usableFromInline let marks: [Written]

  /// - Precondition: `pattern` has one `*` for each part.
  package init(_ verb: Request.Verb, _ pattern: String) {
    (self.verb, self.pattern) = (verb, pattern)
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    marks = pieces.map { Written(escaping: $0) }
  }

  /// The link that leads here.
  package func callAsFunction(_ parts: repeat each Part) -> String {
    if pieces.count == 1 { return pattern }
    var (path, place) = (pieces[0], 0)
    for part in repeat each parts {
      place += 1
      path += part.pathPart
      path += pieces[place]
    }
    return path
  }

  /// The same as it stands in a page: written there, and not made a text of first.
  @inlinable
  package func link(_ parts: repeat each Part) -> Written {
    var (link, place) = (Written.StringInterpolation(literalCapacity: 0, interpolationCount: 0), 0)
    link.appendInterpolation(marks[0])
    for part in repeat each parts {
      place += 1
      link.appendInterpolation(part.written)
      link.appendInterpolation(marks[place])
    }
    return Written(stringInterpolation: link)
  }

  /// The values of the path's starred segments as this address reads them; nil where one cannot be read.
  package func read(_ segments: [Substring]) -> (repeat each Part)? {
    var rest = segments[...]
    func next<P: PathPart>(_: P.Type) throws(Unreadable) -> P {
      guard let text = rest.popFirst(), let value = P(pathPart: text) else { throw Unreadable() }
      return value
    }
    return try? (repeat next((each Part).self))
  }
}

// The formatter would close the brackets into an operator.
// swift-format-ignore
/// An address whose path is always the same.
package typealias FixedEndpoint = Endpoint<>

private struct Unreadable: Error {}
