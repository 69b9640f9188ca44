import Glibc

/// Bytes that come piece by piece, so that memory does not grow with their number.
///
/// It is read once, by one reader.
package final class ByteSource {
  /// How many bytes a piece of a file has at most.
  package static let pieceSize = 65_536

  private let piece: () throws -> [UInt8]?

  /// Bytes from anywhere; `piece` answers nil at their end, and may answer an empty piece before it.
  package init(_ piece: @escaping () throws -> [UInt8]?) { self.piece = piece }

  /// Bytes that are all there already.
  package convenience init(_ bytes: [UInt8]) {
    var rest: ArraySlice<UInt8> = bytes[...]
    self.init {
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return rest.isEmpty ? nil : Array(rest.prefix(Self.pieceSize))
    }
  }

  /// The bytes of a file; `-` is the standard input.
  ///
  /// - Throws: `.unreadable`.
  package convenience init(file path: String) throws(StreamError) {
    let file = try OpenFile(path)
    self.init { try file.piece() }
  }

  /// The next piece, never empty; nil at the end, again and again.
  ///
  /// - Throws: whatever the bytes come from throws: `StreamError` for files and compressed bytes.
  package func next() throws -> [UInt8]? {
    while let bytes = try piece() {
      if !bytes.isEmpty { return bytes }
    }
    return nil
  }
}

/// Why bytes do not come.
package enum StreamError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file cannot be opened or read, in the system's words.
  case unreadable(String)
  /// Compressed bytes are damaged or end too early.
  case damaged
  /// Compressed bytes would grow beyond every reason.
  case bomb

  package var description: String {
    switch self {
    case .unreadable(let words): "The file cannot be read: \(words)."
    case .damaged: "The compressed file is damaged, or a part of it is missing."
    case .bomb: "The compressed file unfolds to far more than such a file can hold."
    }
  }
}

/// A file that is closed when nobody reads it any more.
private final class OpenFile {
  private let descriptor: Int32

  init(_ path: String) throws(StreamError) {
    descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  func piece() throws(StreamError) -> [UInt8]? {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceSize) { room, count in
      var got = 0
      repeat { got = read(descriptor, room.baseAddress, room.count) } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    guard failure == 0 else { throw .unreadable(String(cString: strerror(failure))) }
    return bytes.isEmpty ? nil : bytes
  }
}
