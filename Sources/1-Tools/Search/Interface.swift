import CXapian

extension String {
  /// Hands these bytes to the library.
  func withText<Result>(_ body: (cxapian_text) throws -> Result) rethrows -> Result {
    var text = self
    return try text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      return try body(cxapian_text(bytes: start, count: bytes.count))
    }
  }

  /// A copy of what the library keeps.
  init(_ text: cxapian_text) {
    self.init(decoding: UnsafeRawBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
  }
}

extension SearchError {
  init(_ failure: cxapian_failure) {
    var failure = failure
    let room = MemoryLayout.size(ofValue: failure.words)
    let words = withUnsafeBytes(of: &failure.words) {
      String(decoding: $0.prefix(room).prefix { $0 != 0 }, as: UTF8.self)
    }
    switch failure.state {
    case CXAPIAN_BUSY: self = .busy
    case CXAPIAN_MISSING: self = .missing(words)
    case CXAPIAN_DAMAGED: self = .damaged(words)
    default: self = .other(words)
    }
  }
}
