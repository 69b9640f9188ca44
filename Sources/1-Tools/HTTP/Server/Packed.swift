import CMicrohttpd

/// A whole body as the library takes it, compressed where that is worth it.
struct Packed {
  /// Nil where the library has no memory.
  let answer: OpaquePointer?
  let size: Int
  let form: Form

  /// Whether a body is compressed for some clients, and for this one.
  enum Form { case fixed, plain, zipped }

  init(_ response: Response, acceptsGzip: Bool, _ compressors: Compressors) {
    switch response.body {
    case .bytes(let bytes) where bytes.count >= 1024 && response.isText:
      if acceptsGzip, let gzipped = compressors.compress(bytes) {
        answer = MHD_create_response_from_buffer(gzipped.count, gzipped.baseAddress, .RESPMEM_MUST_FREE)
        (size, form) = (gzipped.count, .zipped)
      } else {
        answer = Packed.keep(Response.Cached(plain: bytes, gzipped: []), \.plain)
        (size, form) = (bytes.count, .plain)
      }
    case .bytes(let bytes):
      answer = Packed.keep(Response.Cached(plain: bytes, gzipped: []), \.plain)
      (size, form) = (bytes.count, .fixed)
    case .cached(let cached):
      form = Form(of: cached, acceptsGzip: acceptsGzip)
      answer = Packed.keep(cached, form == .zipped ? \.gzipped : \.plain)
      size = cached[form].count
    case .none, .stream, .events, .later:
      answer = MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
      (size, form) = (0, .fixed)
    }
  }

  /// An answer that sends the bytes from where they are, and holds on to `cached` until they are sent.
  private static func keep(_ cached: Response.Cached, _ form: KeyPath<Response.Cached, [UInt8]>) -> OpaquePointer? {
    let bytes = cached[keyPath: form]
    // A native array does not move while it lives and is not changed; `cached` never changes, and lives till `letGo`.
    return bytes.withUnsafeBytes { buffer in
      let held = Unmanaged.passRetained(cached)
      let start = UnsafeMutableRawPointer(mutating: buffer.baseAddress)
      let answer = MHD_create_response_from_buffer_with_free_callback_cls(buffer.count, start, letGo, held.toOpaque())
      if answer == nil { held.release() }
      return answer
    }
  }
}

extension Packed.Form {
  init(of cached: Response.Cached, acceptsGzip: Bool) {
    self = cached.gzipped.isEmpty ? .fixed : acceptsGzip ? .zipped : .plain
  }
}

extension Response.Cached {
  /// The bytes that go out in that form.
  subscript(form: Packed.Form) -> [UInt8] { form == .zipped ? gzipped : plain }
}

private func letGo(_ cached: UnsafeMutableRawPointer?) {
  if let cached { Unmanaged<Response.Cached>.fromOpaque(cached).release() }
}
