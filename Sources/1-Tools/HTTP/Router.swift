/// Which handler answers which address: patterns as a tree of segments, where `*` stands for any one segment.
package struct Router<Handler: Sendable>: Sendable {
  private var nodes = [Node()]
  private let formats: Set<String>

  /// - Parameters:
  ///   - formats: endings that ask for another form of the same page: `/needs.json` is `/needs` in the format `json`.
  /// - Precondition: no two entries have the same verb and pattern.
  package init(_ entries: [Entry], formats: Set<String> = ["json"]) {
    self.formats = formats
    for entry in entries { add(entry) }
  }

  /// One line of the table of addresses.
  package struct Entry: Sendable {
    package let verb: Request.Verb
    /// Segments after a slash each: `/needs/*/matches`.
    package let pattern: String
    package let handler: Handler

    package init(_ verb: Request.Verb, _ pattern: String, _ handler: Handler) {
      (self.verb, self.pattern, self.handler) = (verb, pattern, handler)
    }
  }

  /// What is at an address.
  package enum Found: Sendable {
    case match(Match)
    /// Something is there, but it takes other verbs, in the order of `Request.Verb`.
    case wrongVerb(allowed: [Request.Verb])
    case nowhere
  }

  /// A handler, and the parts of the path that are its own.
  package struct Match: Sendable {
    package let handler: Handler
    /// What stands where the pattern has stars, without the ending that `format` names.
    package let segments: [Substring]
    /// The ending of the path, where it is one of the router's formats and not part of the pattern.
    package let format: String?
  }

  /// The handler for a path. HEAD is answered as GET; a segment written in a pattern goes before a star.
  package func find(_ verb: Request.Verb, _ path: String) -> Found {
    var segments = Self.segments(of: path)
    guard let last = segments.last else { return .nowhere }
    guard let format = format(of: last) else { return find(verb, segments, format: nil) }
    if let node = node(for: segments[...], from: 0, literally: last) { return found(verb, node, segments, format: nil) }
    segments[segments.count - 1] = last.dropLast(format.utf8.count + 1)
    return find(verb, segments, format: format)
  }

  private func find(_ verb: Request.Verb, _ segments: [Substring], format: String?) -> Found {
    guard let node = node(for: segments[...], from: 0) else { return .nowhere }
    return found(verb, node, segments, format: format)
  }

  /// What stands behind each slash.
  private static func segments(of path: String) -> [Substring] {
    let bytes = path.utf8
    guard var start = bytes.index(bytes.startIndex, offsetBy: 1, limitedBy: bytes.endIndex) else { return [] }
    var (segments, place) = ([Substring](), start)
    while place < bytes.endIndex {
      let next = bytes.index(after: place)
      if bytes[place] == UInt8(ascii: "/") {
        segments.append(path[start..<place])
        start = next
      }
      place = next
    }
    segments.append(path[start...])
    return segments
  }

  private func found(_ verb: Request.Verb, _ place: Int, _ segments: [Substring], format: String?) -> Found {
    let node = nodes[place]
    guard let handler = node.handlers[verb] ?? (verb == .head ? node.handlers[.get] : nil) else {
      let allowed = Request.Verb.allCases.filter { node.handlers[$0 == .head ? .get : $0] != nil }
      return .wrongVerb(allowed: allowed)
    }
    return .match(Match(handler: handler, segments: node.stars.map { segments[$0] }, format: format))
  }

  /// The node at the end of the way, if there is a handler; with `literally`, only where the last segment is so named.
  private func node(for segments: ArraySlice<Substring>, from place: Int, literally last: Substring? = nil) -> Int? {
    guard let segment = segments.first else { return nodes[place].handlers.isEmpty ? nil : place }
    let rest = segments.dropFirst()
    if let next = nodes[place].next(segment), let found = node(for: rest, from: next, literally: last) { return found }
    guard let next = nodes[place].star, !segment.isEmpty, last == nil || !rest.isEmpty else { return nil }
    return node(for: rest, from: next, literally: last)
  }

  private func format(of segment: Substring) -> String? {
    guard let dot = segment.utf8.lastIndex(of: UInt8(ascii: ".")), dot > segment.startIndex else { return nil }
    let ending = String(segment[dot...].dropFirst())
    return formats.contains(ending) ? ending : nil
  }

  private mutating func add(_ entry: Entry) {
    precondition(entry.pattern.hasPrefix("/"), "The pattern \(entry.pattern) does not begin with a slash.")
    var (place, stars) = (0, [Int]())
    let segments = entry.pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (number, segment) in segments.enumerated() {
      if segment == "*" { stars.append(number) }
      let known = segment == "*" ? nodes[place].star : nodes[place].next(segment)
      if known == nil {
        nodes.append(Node())
        if segment == "*" {
          nodes[place].star = nodes.count - 1
        } else {
          nodes[place].named.append(Named(size: segment.utf8.count, name: segment, node: nodes.count - 1))
        }
      }
      place = known ?? nodes.count - 1
    }
    nodes[place].stars = stars
    let old = nodes[place].handlers.updateValue(entry.handler, forKey: entry.verb)
    precondition(old == nil, "\(entry.verb.rawValue) \(entry.pattern) is in the table twice.")
  }

  private struct Node: Sendable {
    var named: [Named] = []
    var star: Int?
    /// The places of the stars on the way here.
    var stars: [Int] = []
    var handlers: [Request.Verb: Handler] = [:]

    /// The node that a segment of that name leads to. Few are of one length, and the rest need no reading.
    func next(_ segment: Substring) -> Int? {
      let size = segment.utf8.count
      for one in named where one.size == size && one.name == segment { return one.node }
      return nil
    }
  }

  /// A segment as it is written in a pattern, how many bytes it takes, and where it leads.
  private struct Named: Sendable {
    let size: Int
    let name: Substring
    let node: Int
  }
}
