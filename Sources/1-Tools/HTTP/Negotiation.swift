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

extension Request {
  /// The languages that the visitor reads, best first, as BCP 47 tags in lower case: `pt-br`, `pt`, `en`.
  package var languages: [String] {
    let all = Preference.all(in: headers["accept-language"] ?? "").filter { $0.weight > 0 && $0.name != "*" }
    let sorted = all.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    return sorted.map(\.element.name)
  }

  /// Whether a program asks: by an address that ends in `.json`, or by preferring JSON to a page.
  package var wantsJSON: Bool {
    if path.hasSuffix(".json") { return true }
    guard let accept = headers["accept"] else { return false }
    // What every browser sends needs no second look: nothing is preferred to a page.
    if accept.hasPrefix("text/html,") { return false }
    let preferences = Preference.all(in: accept)
    func weight(_ types: String...) -> Double {
      for type in types { if let found = preferences.first(where: { $0.name == type }) { return found.weight } }
      return 0
    }
    let json = max(weight("application/json", "application/*", "*/*"), weight("application/problem+json"))
    return json > weight("text/html", "text/*", "*/*")
  }

  /// Whether the answer may be compressed.
  var acceptsGzip: Bool {
    guard let field = headers["accept-encoding"] else { return false }
    // What every browser sends needs no second look.
    if field.hasPrefix("gzip,") || field == "gzip" { return true }
    let preferences = Preference.all(in: field)
    let preference = preferences.first { $0.name == "gzip" } ?? preferences.first { $0.name == "*" }
    return preference.map { $0.weight > 0 } ?? false
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
