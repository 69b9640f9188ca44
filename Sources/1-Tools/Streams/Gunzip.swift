import CZlib

extension ByteSource {
  /// How far compressed bytes may unfold.
  package struct Limit: Sendable {
    /// Bytes after unfolding, at most.
    let bytes: Int
    /// How many times their compressed size, once they are more than `grace` bytes.
    let ratio: Int
    let grace: Int

    /// 2 GB; beyond 10 MB no more than 200 times the compressed size.
    package static let usual = Limit(bytes: 2_000_000_000, ratio: 200, grace: 10_000_000)

    package init(bytes: Int, ratio: Int, grace: Int) {
      (self.bytes, self.ratio, self.grace) = (bytes, ratio, grace)
    }
  }

  /// The same bytes, unfolded if they are gzip (RFC 1952) and as they are if not.
  ///
  /// - Throws: when read, `.damaged` or `.bomb`.
  package func inflated(within limit: Limit = .usual) -> ByteSource {
    let gunzip = Gunzip(limit)
    var isGzip: Bool?
    return ByteSource {
      if isGzip == nil {
        guard let first = try self.beginning() else { return nil }
        isGzip = first.starts(with: [0x1f, 0x8b])
        if isGzip == true { gunzip.give(first) } else { return first }
      }
      return isGzip == true ? try gunzip.piece(from: self) : try self.next()
    }
  }

  /// The first piece, of two bytes at least where there are so many.
  private func beginning() throws -> [UInt8]? {
    guard var bytes = try next() else { return nil }
    while bytes.count < 2, let more = try next() { bytes += more }
    return bytes
  }
}

/// Compressed bytes on their way out.
private final class Gunzip {
  /// Kept at one address, because the library's state points back to it.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let limit: ByteSource.Limit
  private var given: [UInt8] = []
  private var used = 0
  private var read = 0
  private var written = 0
  private var isBetweenMembers = false
  /// The library may hold more than the last piece had room for.
  private var holdsMore = false

  init(_ limit: ByteSource.Limit) {
    self.limit = limit
    stream.initialize(to: z_stream())
    let begun = czlib_begin_gunzip(stream)
    precondition(begun == Z_OK, "There is no memory left to unfold a file.")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func give(_ bytes: [UInt8]) {
    (given, used) = (bytes, 0)
    read += bytes.count
  }

  func piece(from source: ByteSource) throws -> [UInt8]? {
    if used == given.count && !holdsMore {
      guard let more = try source.next() else {
        if isBetweenMembers { return nil }
        throw StreamError.damaged
      }
      give(more)
    }
    if isBetweenMembers { beginMember() }
    let bytes = try unfold()
    written += bytes.count
    guard written <= limit.bytes, written <= limit.grace || written / limit.ratio <= read else {
      throw StreamError.bomb
    }
    return bytes
  }

  /// Files joined one after another are one file; zeros after them are only padding.
  private func beginMember() {
    if given[used...].allSatisfy({ $0 == 0 }) {
      used = given.count
    } else {
      inflateReset(stream)
      isBetweenMembers = false
    }
  }

  private func unfold() throws -> [UInt8] {
    if isBetweenMembers { return [] }
    var state = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { room, count in
      given.withUnsafeMutableBufferPointer { given in
        stream.pointee.next_in = given.baseAddress?.advanced(by: used)
        stream.pointee.avail_in = UInt32(given.count - used)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        state = inflate(stream, Z_NO_FLUSH)
        used = given.count - Int(stream.pointee.avail_in)
        count = room.count - Int(stream.pointee.avail_out)
        holdsMore = stream.pointee.avail_out == 0
      }
    }
    if state == Z_STREAM_END { (isBetweenMembers, holdsMore) = (true, false) }
    guard state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR else { throw StreamError.damaged }
    return bytes
  }
}
