package import Streams

/// What a reader has come to.
package enum XMLEvent: UInt8, Sendable, BitwiseCopyable {
  /// An element begins.
  case start
  /// All the text between two tags, in one; never only white space.
  case text
  /// An element ends.
  case end
}

/// Reads a document of any size from its beginning to its end, in little memory and at nearly the library's own speed.
///
/// `next` goes from one event to the next; everything else tells about the event it has come to. Names are numbers: the
/// place of the name in the list the reader was made with, or a number beyond it for a name that is not in that list.
/// Compressed documents (gzip) are unfolded. A document type is refused, and with it every entity but the five of XML.
package final class XMLReader {
  private let source: ByteSource
  private let parser: PushParser
  /// The parser's. Also keeps where this reader is, for the address is fixed and needs no checks.
  private let recorder: UnsafeMutablePointer<Recorder>
  private var failure: (any Error)?
  private var isOver = false

  /// How many elements are open: 1 in the outermost.
  package var depth: Int { recorder.pointee.open }

  /// A reader of `source` that knows `names` by their places: `["title", "xml:lang"]`, as they are written.
  package init(_ source: ByteSource, names: [String], limits: XMLLimits = .usual) {
    self.source = source.inflated()
    parser = PushParser(names: names, limits: limits)
    recorder = parser.recorder
  }

  /// Goes to the next event; nil at the end of a whole document.
  ///
  /// - Throws: `XMLError`, or what the source throws, once everything before the trouble was read; then always.
  package func next() throws -> XMLEvent? {
    recorder.pointee.place += 1
    if recorder.pointee.place == recorder.pointee.events.count, try !parseMore() { return nil }
    let event = event.kind
    switch event {
    case .start: recorder.pointee.open += 1
    case .end: recorder.pointee.open -= 1
    case .text: break
    }
    return event
  }

  /// The line that the event ends on, counted from 1.
  package var line: Int { Int(event.line) }

  /// The number of the element's name that begins or ends here.
  package var name: Int { Int(event.name) }

  /// The text, where the event is one; else empty.
  package var text: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// Hands the text's bytes to `body`, in UTF-8, without a copy.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let event = event
    return try withBytes(event.kind == .text ? event.from : 0, event.kind == .text ? event.end : 0, body)
  }

  /// The element's attributes, in their order; none where nothing begins here.
  package var attributes: [XMLAttribute] {
    let event = event
    guard event.kind == .start else { return [] }
    return (event.from..<event.end).map { index in
      let attribute = recorder.pointee.attributes[Int(index)]
      return XMLAttribute(name: Int(attribute.name), value: string(attribute.from, attribute.end))
    }
  }

  /// The value of the attribute of that number; nil where the element has none.
  package func attribute(_ name: Int) -> String? {
    find(name).map { string($0.from, $0.end) }
  }

  /// Hands the bytes of that attribute's value to `body`, in UTF-8, without a copy; nil where the element has none.
  package func withAttribute<Result>(
    _ name: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let attribute = find(name) else { return nil }
    return try withBytes(attribute.from, attribute.end, body)
  }

  /// A name as it is written, with its prefix: `dc:creator`.
  package func word(_ name: Int) -> String { recorder.pointee.names.entries[name].text }

  /// The namespace of a name; nil for none, and for those that begin with `xml:`.
  package func namespace(_ name: Int) -> String? { recorder.pointee.names.entries[name].namespace }

  private var event: Recorder.Event { recorder.pointee.events[recorder.pointee.place] }

  private func find(_ name: Int) -> Recorder.Attribute? {
    let event = event
    guard event.kind == .start else { return nil }
    for index in Int(event.from)..<Int(event.end) where recorder.pointee.attributes[index].name == Int32(name) {
      return recorder.pointee.attributes[index]
    }
    return nil
  }

  private func string(_ from: Int32, _ end: Int32) -> String {
    withBytes(from, end) { String(decoding: $0, as: UTF8.self) }
  }

  private func withBytes<Result>(
    _ from: Int32, _ end: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: recorder.pointee.bytes.base + Int(from), count: Int(end - from)))
  }

  /// False at the end of a whole document.
  private func parseMore() throws -> Bool {
    repeat {
      recorder.pointee.place = -1
      recorder.pointee.clear()
      if let failure { throw failure }
      if isOver { return false }
      do {
        let piece = try source.next()
        isOver = piece == nil
        failure = parser.parse(piece)
      } catch {
        failure = error
      }
    } while recorder.pointee.events.count == 0
    recorder.pointee.place = 0
    return true
  }
}

/// An attribute: the number of its name, and its value.
package struct XMLAttribute: Sendable, Hashable {
  package let name: Int
  package let value: String
}
