import Glibc

/// A file that is written beside its place and put there when it is whole: who looks sees the old one or the new.
final class NewFile {
  private let path: String
  private let unfinished: String
  private var descriptor: Int32

  /// - Throws: `NewFileError` where nothing can be written there.
  init(_ path: String) throws {
    self.path = path
    var name = Array((path + ".XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    unfinished = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw NewFileError(path) }
    // It is open data: others may read it.
    fchmod(descriptor, 0o644)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(unfinished)
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw NewFileError(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place, whole.
  func keep() throws {
    guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else { throw NewFileError(path) }
    close(descriptor)
    descriptor = -1
  }
}

/// Why a file cannot be written, in the system's words.
struct NewFileError: Error, CustomStringConvertible {
  let description: String
  init(_ path: String) { description = "\(path) cannot be written: \(String(cString: strerror(errno)))." }
}
