import Cooperation
import Reference
import XML

/// Holds a document to the schema while it is read, in as much memory as its elements are deep.
///
/// What it does is told step by step in docs/reference.md, "IATI schema".
struct SchemaCheck {
  let shape: Shape
  let document: IATISchema.Document
  let say: (Finding) -> Void

  private var frames: [Frame] = []
  /// The text of the innermost element that may hold nothing else.
  private var text: [UInt8] = []
  private var identifiers: Set<String> = []
  private var unknownPrefixes: Set<Int> = []

  init(_ version: IATISchema.Version, _ document: IATISchema.Document, say: @escaping (Finding) -> Void) {
    (shape, self.document, self.say) = (Shape[version], document, say)
  }

  /// An open element and how far its parts have come.
  struct Frame {
    let name: Int
    /// Nil where it may not stand: nothing below is looked at.
    let kind: Int?
    let line: Int
    var place = 0
    /// How many have come at that place.
    var count = 0
    var hasChildren = false
  }

  /// Takes the event that the reader has come to.
  mutating func take(_ event: XMLEvent, _ reader: XMLReader) {
    switch event {
    case .start: begin(reader)
    case .text: read(reader)
    case .end: end(reader)
    }
  }

  private mutating func begin(_ reader: XMLReader) {
    checkPrefix(reader.name, reader)
    let kind = kind(of: reader)
    frames.append(Frame(name: reader.name, kind: kind, line: reader.line))
    guard let kind else { return }
    if case .text = shape.kinds[kind].schema.content { text.removeAll(keepingCapacity: true) }
    checkAttributes(shape.kinds[kind], reader)
  }

  /// The type that the element has where it stands; nil where it may not stand there.
  private mutating func kind(of reader: XMLReader) -> Int? {
    let name = Self.number(reader.name, reader)
    guard let last = frames.indices.last else {
      let top = shape.tops[document]?[name]
      if top == nil { say(.notTheDocument(reader, document)) }
      return top
    }
    guard let outer = frames[last].kind else { return nil }
    let kind = shape.kinds[outer]
    frames[last].hasChildren = true
    switch kind.schema.content {
    case .any: return shape.tops[document]?[name] ?? outer
    case .text, .empty:
      say(.unexpected(reader, in: frames[last].name, version: shape.version))
      return nil
    case .choice:
      let part = kind.parts.first { $0.name == name }
      if part == nil { say(.unexpected(reader, in: frames[last].name, version: shape.version)) }
      return part?.kind
    case .sequence: return place(name, kind.parts, in: last, reader)
    }
  }

  private mutating func place(_ name: Int, _ parts: [Shape.Part], in last: Int, _ reader: XMLReader) -> Int? {
    if frames[last].wander(to: name, parts) { return parts[frames[last].place].kind }
    let found = frames[last].advance(to: name, parts)
    for missing in found.missing {
      say(.missing(word(missing.name, reader), in: word(frames[last].name, reader), before: reader))
    }
    if let place = found.place { return parts[place].kind }
    let frame = frames[last]
    if frame.place < parts.count, parts[frame.place].name == name {
      say(.repeated(reader, in: frame.name, most: parts[frame.place].most))
    } else if parts.contains(where: { $0.name == name }) {
      let later = parts[min(frame.place, parts.count - 1)]
      say(.late(reader, in: frame.name, after: later.name == Shape.foreign ? nil : later.name))
    } else {
      say(.unexpected(reader, in: frame.name, version: shape.version))
    }
    return nil
  }

  private mutating func read(_ reader: XMLReader) {
    guard let frame = frames.last, let kind = frame.kind else { return }
    switch shape.kinds[kind].schema.content {
    case .text(.string), .any: break
    case .text: reader.withText { text.append(contentsOf: $0) }
    case .sequence, .choice, .empty:
      if !shape.kinds[kind].schema.isMixed, reader.withText({ $0.contains { !$0.isSpace } }) {
        say(.strayText(reader, in: frame.name))
      }
    }
  }

  private mutating func end(_ reader: XMLReader) {
    guard let frame = frames.popLast(), let number = frame.kind else { return }
    let kind = shape.kinds[number]
    switch kind.schema.content {
    case .text(let type) where type != .string:
      let holds = text.withUnsafeBufferPointer { type.holds($0[...]) }
      if !holds {
        say(.wrong(String(decoding: text, as: UTF8.self), type, in: word(frame.name, reader), line: reader.line))
      }
    case .choice where kind.schema.needsPart && !frame.hasChildren:
      say(.empty(word(frame.name, reader), line: frame.line))
    case .sequence:
      for place in frame.place..<max(frame.place, kind.parts.count) {
        let part = kind.parts[place]
        if part.least > (place == frame.place ? frame.count : 0) {
          say(.missing(word(part.name, reader), in: word(frame.name, reader), line: frame.line))
        }
      }
    default: break
    }
  }

  private func word(_ name: Int, _ reader: XMLReader) -> String {
    name == Shape.foreign ? "an element of another standard" : reader.word(name)
  }

  /// A name's number, or `Shape.foreign` where it has a namespace.
  private static func number(_ name: Int, _ reader: XMLReader) -> Int {
    name >= Shape.names.count && reader.namespace(name) != nil ? Shape.foreign : name
  }
}

extension SchemaCheck {
  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

  private mutating func checkAttributes(_ kind: Shape.Kind, _ reader: XMLReader) {
    let attributes = reader.attributes
    for attribute in attributes {
      checkPrefix(attribute.name, reader)
      if attribute.name >= Shape.names.count, reader.namespace(attribute.name) == Self.instance {
        checkInstance(attribute, kind, reader)
      } else {
        checkAttribute(attribute, kind, reader)
      }
    }
    for name in kind.needed where !attributes.contains(where: { $0.name == name }) {
      say(.missingAttribute(reader.word(name), reader))
    }
  }

  private mutating func checkAttribute(_ attribute: XMLAttribute, _ kind: Shape.Kind, _ reader: XMLReader) {
    var type = kind.attributes[attribute.name]
    if type == nil {
      let isOuter = reader.word(attribute.name).contains(":")
      guard kind.schema.content == .any || (kind.schema.isOpen && isOuter) else {
        return say(.unexpectedAttribute(attribute, reader, version: shape.version))
      }
      type = shape.loose[document]?[attribute.name]
    }
    guard let type, type != .string else { return }
    guard attribute.value.withBytes({ type.holds($0) }) else {
      return say(.wrong(attribute.value, type, in: reader.place(of: attribute), line: reader.line))
    }
    if type == .identifier, !identifiers.insert(attribute.value.withBytes { $0.trimmed.string }).inserted {
      say(.sameIdentifier(attribute, reader))
    }
  }

  /// Attributes of XML Schema itself: a place of a schema says nothing; a type or nil is not for our elements.
  private func checkInstance(_ attribute: XMLAttribute, _ kind: Shape.Kind, _ reader: XMLReader) {
    let word = reader.word(attribute.name)
    if word.hasSuffix(":type") || (word.hasSuffix(":nil") && kind.schema.content != .any) {
      say(.unexpectedAttribute(attribute, reader, version: shape.version))
    }
  }

  private mutating func checkPrefix(_ name: Int, _ reader: XMLReader) {
    guard name >= Shape.names.count, reader.namespace(name) == nil, !unknownPrefixes.contains(name) else { return }
    let word = reader.word(name)
    guard word.contains(":"), !word.hasPrefix("xml:") else { return }
    unknownPrefixes.insert(name)
    say(.unknownPrefix(word, line: reader.line))
  }
}
