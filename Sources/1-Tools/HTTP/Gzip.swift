import CDeflate
import CMicrohttpd
import Glibc
import Synchronization

/// Gzip (RFC 1952) of whole bodies.
package enum Gzip {
  /// - Parameter level: from 1 (fast) to 12 (small).
  package static func compress(_ bytes: [UInt8], level: Int32 = 9) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else { preconditionFailure("There is no memory left.") }
    defer { libdeflate_free_compressor(compressor) }
    let most = libdeflate_gzip_compress_bound(compressor, bytes.count)
    return Array(unsafeUninitializedCapacity: most) { room, count in
      count = libdeflate_gzip_compress(compressor, bytes, bytes.count, room.baseAddress, most)
    }
  }
}

/// Compressors at hand for answers: one is made for each thread that needs one at the same time, and used again.
final class Compressors: Sendable {
  // A compressor is only touched by whoever has taken it out.
  private let free = Mutex<[Compressor]>([])
  private let level: Int32 = 1

  /// Gzip of `bytes` in memory that is to be freed with `free`; nil where there is no memory, or nothing is gained.
  func compress(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer? {
    guard let compressor = free.withLock({ $0.popLast() }) ?? Compressor(level) else { return nil }
    defer { free.withLock { $0.append(compressor) } }
    guard let room = malloc(bytes.count) else { return nil }
    let count = libdeflate_gzip_compress(compressor.pointer, bytes, bytes.count, room, bytes.count)
    guard count > 0 else {
      Glibc.free(room)
      return nil
    }
    return UnsafeMutableRawBufferPointer(start: room, count: count)
  }

  private final class Compressor: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer

    init?(_ level: Int32) {
      guard let pointer = libdeflate_alloc_compressor(level) else { return nil }
      self.pointer = pointer
    }

    deinit { libdeflate_free_compressor(pointer) }
  }
}
