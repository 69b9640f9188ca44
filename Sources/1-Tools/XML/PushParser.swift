import CXML2

/// The library's parser, fed piece by piece, and what it recorded.
final class PushParser {
  /// At one address, because the callbacks of the parser are given it; freed in `deinit`.
  let recorder: UnsafeMutablePointer<Recorder>
  private let parser: xmlParserCtxtPtr

  init(names: [String], limits: XMLLimits) {
    Library.prepare()
    recorder = .allocate(capacity: 1)
    recorder.initialize(to: Recorder(names, limits))
    var handler = Self.handler()
    guard let parser = xmlCreatePushParserCtxt(&handler, recorder, nil, 0, nil) else {
      preconditionFailure("There is no memory left to read a document.")
    }
    xmlCtxtUseOptions(parser, Library.options)
    self.parser = parser
    recorder.pointee.parser = parser
  }

  deinit {
    xmlFreeParserCtxt(parser)
    recorder.pointee.free()
    recorder.deinitialize(count: 1)
    recorder.deallocate()
  }

  /// Parses one piece, or the end where it is nil; what it holds is then in `recorder`.
  ///
  /// - Returns: what is wrong with it, if anything.
  func parse(_ piece: [UInt8]?) -> XMLError? {
    let piece = piece ?? []
    let isLast: Int32 = piece.isEmpty ? 1 : 0
    _ = piece.withUnsafeBytes { bytes in
      xmlParseChunk(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast)
    }
    if let refusal = recorder.pointee.refusal { return refusal }
    if parser.pointee.wellFormed == 0 { return Library.error(of: parser) }
    return waiting > mostWaiting ? XMLError(line: line, column: 0, .markupTooLong) : nil
  }

  private var line: Int { Int(parser.pointee.input?.pointee.line ?? 0) }

  /// Bytes that are held back until the tag or comment they belong to has come whole.
  private var waiting: Int {
    guard let input = parser.pointee.input?.pointee, let end = input.end, let place = input.cur else { return 0 }
    return end - place
  }

  private var mostWaiting: Int {
    let limits = recorder.pointee.limits
    guard let input = parser.pointee.input?.pointee, let place = input.cur, waiting > 1 else { return limits.tag }
    return place[1] == UInt8(ascii: "!") || place[1] == UInt8(ascii: "?") ? limits.comment : limits.tag
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, local, prefix, namespace, _, _, count, _, values in
      guard let recorder = context?.assumingMemoryBound(to: Recorder.self) else { return }
      let name = recorder.pointee.names.number(local, prefix, namespace)
      recorder.pointee.start(name, Int(count), values)
    }
    handler.endElementNs = { context, local, prefix, namespace in
      guard let recorder = context?.assumingMemoryBound(to: Recorder.self) else { return }
      recorder.pointee.end(recorder.pointee.names.number(local, prefix, namespace))
    }
    handler.characters = { context, start, count in
      context?.assumingMemoryBound(to: Recorder.self).pointee.text(start, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.internalSubset = { context, _, _, _ in
      context?.assumingMemoryBound(to: Recorder.self).pointee.refuse(.documentType)
    }
    handler.serror = { _, _ in }
    return handler
  }
}
