/// A part of a path that stands for a value.
package protocol PathPart: Sendable {
  init?(pathPart: Substring)
  var pathPart: String { get }
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

  /// - Precondition: `pattern` has one `*` for each part.
  package init(_ verb: Request.Verb, _ pattern: String) {
    (self.verb, self.pattern) = (verb, pattern)
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// The link that leads here.
  package func callAsFunction(_ parts: repeat each Part) -> String {
    var (path, place) = (pieces[0], 0)
    // Room for a name of the usual length each: a page has some hundred links.
    path.reserveCapacity((pieces.count - 1) * 48)
    for part in repeat each parts {
      place += 1
      path += part.pathPart
      path += pieces[place]
    }
    return path
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
