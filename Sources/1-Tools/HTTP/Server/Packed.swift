import CMicrohttpd

/// A whole body as the library takes it, compressed where that is worth it.
struct Packed {
  /// Nil where the library has no memory.
  let answer: OpaquePointer?
  let size: Int
  let isGzipped: Bool
  /// Whether other clients get it in another form.
  let varies: Bool

  init(_ response: Response, acceptsGzip: Bool, _ compressors: Compressors) {
    switch response.body {
    case .bytes(let bytes) where bytes.count >= 1024 && response.isText:
      varies = true
      if acceptsGzip, let gzipped = compressors.compress(bytes) {
        answer = MHD_create_response_from_buffer(gzipped.count, gzipped.baseAddress, .RESPMEM_MUST_FREE)
        (size, isGzipped) = (gzipped.count, true)
      } else {
        answer = Packed.keep(Response.Cached(plain: bytes, gzipped: []), \.plain)
        (size, isGzipped) = (bytes.count, false)
      }
    case .bytes(let bytes):
      answer = Packed.keep(Response.Cached(plain: bytes, gzipped: []), \.plain)
      (size, isGzipped, varies) = (bytes.count, false, false)
    case .cached(let cached):
      (isGzipped, varies) = (acceptsGzip && !cached.gzipped.isEmpty, !cached.gzipped.isEmpty)
      answer = Packed.keep(cached, isGzipped ? \.gzipped : \.plain)
      size = isGzipped ? cached.gzipped.count : cached.plain.count
    case .none, .stream, .events, .later:
      answer = MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
      (size, isGzipped, varies) = (0, false, false)
    }
  }

  /// An answer that sends the bytes from where they are, and holds on to `cached` until they are sent.
  private static func keep(_ cached: Response.Cached, _ form: KeyPath<Response.Cached, [UInt8]>) -> OpaquePointer? {
    let bytes = cached[keyPath: form]
    // A native array does not move while it lives and is not changed; `cached` is never changed, and lives till `letGo`.
    return bytes.withUnsafeBytes { buffer in
      let held = Unmanaged.passRetained(cached)
      let start = UnsafeMutableRawPointer(mutating: buffer.baseAddress)
      let answer = MHD_create_response_from_buffer_with_free_callback_cls(buffer.count, start, letGo, held.toOpaque())
      if answer == nil { held.release() }
      return answer
    }
  }
}

private func letGo(_ cached: UnsafeMutableRawPointer?) {
  if let cached { Unmanaged<Response.Cached>.fromOpaque(cached).release() }
}
