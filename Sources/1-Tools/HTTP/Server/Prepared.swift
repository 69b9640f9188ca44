import CMicrohttpd
import Synchronization

/// The same bytes under the same header fields as the library takes them: made once, and sent again and again.
///
/// Making an answer, field by field, costs more than sending it.
final class Prepared: Sendable {
  private let answers = Mutex(Answers())

  /// The answer in `form` with `headers`; nil where there are too many others already.
  ///
  /// It is valid as long as this is; whoever sends it holds on to the bytes until they are sent.
  func answer(_ form: Packed.Form, _ headers: [Response.Header], _ bytes: [UInt8]) -> OpaquePointer? {
    let address = answers.withLock { answers in answers.find(form, headers, bytes).map { UInt(bitPattern: $0) } }
    return address.flatMap { OpaquePointer(bitPattern: $0) }
  }

  deinit { answers.withLock { $0.letGo() } }

  private struct Answers {
    private var all: [(form: Packed.Form, headers: [Response.Header], answer: OpaquePointer)] = []

    /// Few pages are sent with other fields than the last time; none of these is ever made again.
    private static let most = 4

    mutating func find(_ form: Packed.Form, _ headers: [Response.Header], _ bytes: [UInt8]) -> OpaquePointer? {
      if let found = all.first(where: { $0.form == form && $0.headers == headers }) { return found.answer }
      guard all.count < Self.most, let made = Self.make(bytes) else { return nil }
      guard headers.written(to: made, form) else {
        MHD_destroy_response(made)
        return nil
      }
      all.append((form, headers, made))
      return made
    }

    mutating func letGo() {
      for one in all { MHD_destroy_response(one.answer) }
      all = []
    }

    /// A native array does not move while it lives and is not changed.
    private static func make(_ bytes: [UInt8]) -> OpaquePointer? {
      bytes.withUnsafeBytes { buffer in
        MHD_create_response_from_buffer(
          buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_PERSISTENT)
      }
    }
  }
}

extension [Response.Header] {
  /// Adds these fields to an answer, and those that its form asks for; false where the library refuses one.
  func written(to answer: OpaquePointer, _ form: Packed.Form) -> Bool {
    for header in self {
      let isMark = form == .zipped && header.name.lowercased() == "etag"
      let value = isMark ? ETag.gzipped(header.value) : header.value
      // Where they lie: given as they are, each would be copied once more.
      let added = header.name.withCString { name in value.withCString { MHD_add_response_header(answer, name, $0) } }
      guard added == .YES else { return false }
    }
    if form == .zipped { MHD_add_response_header(answer, "Content-Encoding", "gzip") }
    if form != .fixed { MHD_add_response_header(answer, "Vary", "Accept-Encoding") }
    return true
  }
}
