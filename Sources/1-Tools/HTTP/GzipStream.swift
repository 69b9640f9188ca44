import CZlib

/// Gzip (RFC 1952) of a body that is not yet whole, as one member: browsers read no further than the first.
final class GzipStream {
  private var stream = z_stream()
  private var room = [UInt8](repeating: 0, count: 32 << 10)

  init() {
    let gzip: Int32 = 16
    deflateInit2_(
      &stream, 1, Z_DEFLATED, gzip + MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
  }

  deinit { deflateEnd(&stream) }

  /// What can be sent once `piece` has come; often nothing yet.
  func take(_ piece: [UInt8]) -> [UInt8] { run(piece, Z_NO_FLUSH) }

  /// The rest.
  func finish() -> [UInt8] { run([], Z_FINISH) }

  private func run(_ piece: [UInt8], _ flush: Int32) -> [UInt8] {
    var packed: [UInt8] = []
    var piece = piece
    piece.withUnsafeMutableBufferPointer { piece in
      room.withUnsafeMutableBufferPointer { room in
        stream.next_in = piece.baseAddress
        stream.avail_in = UInt32(piece.count)
        repeat {
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          deflate(&stream, flush)
          packed += room.prefix(room.count - Int(stream.avail_out))
        } while stream.avail_out == 0
      }
    }
    return packed
  }
}
