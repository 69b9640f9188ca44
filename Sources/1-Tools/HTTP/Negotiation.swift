extension Request {
  /// Whether the answer may be compressed.
  var acceptsGzip: Bool {
    guard let field = headers["accept-encoding"] else { return false }
    return Preference.all(in: field).contains { $0.weight > 0 && ($0.name == "gzip" || $0.name == "*") }
      && !Preference.all(in: field).contains { $0.weight == 0 && $0.name == "gzip" }
  }
}

/// One of the things that a client would take, and how gladly (RFC 9110, 12.4.2).
package struct Preference: Sendable, Equatable {
  /// In lower case: `text/html`, `pt-br`, `*`.
  package let name: String
  /// From 0 (not at all) to 1.
  package let weight: Double

  /// Everything in a field such as `Accept-Language`, in the order it stands there; a weight that is none counts as 0.
  package static func all(in field: String) -> [Preference] {
    field.split(separator: ",").compactMap { part in
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard let name = pieces.first, !name.isEmpty else { return nil }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      return Preference(name: name, weight: 0...1 ~= weight ? weight : 0)
    }
  }
}

extension Response {
  /// Whether compressing makes it smaller.
  var isText: Bool {
    guard let type = self[header: "Content-Type"], self[header: "Content-Encoding"] == nil else { return false }
    return type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/javascript")
      || type.hasPrefix("image/svg") || type.hasPrefix("application/xml") || type.contains("+json")
      || type.contains("+xml")
  }
}
