import CMicrohttpd
import Glibc

/// The body of a request while it comes: in memory up to a size, in a file beyond it.
struct Upload {
  private var bytes: [UInt8] = []
  private var file: SpoolFile?
  private(set) var size = 0
  private let most: Int
  private let inMemory: Int
  private let folder: String

  /// - Parameters:
  ///   - most: bytes that the body may have.
  ///   - inMemory: bytes that are kept in memory.
  ///   - folder: for the file that a larger body goes to.
  init(most: Int, inMemory: Int, folder: String) {
    (self.most, self.inMemory, self.folder) = (most, inMemory, folder)
  }

  /// - Throws: 413 for what is too large, 507 where the disk takes no more.
  mutating func take(_ piece: UnsafeRawBufferPointer) throws(Problem) {
    size += piece.count
    guard size <= most else { throw Upload.tooLarge(most) }
    if let file { return try file.append(piece) }
    guard size > inMemory else { return bytes.append(contentsOf: piece) }
    let file = try SpoolFile(in: folder)
    try file.append(bytes)
    try file.append(piece)
    (self.file, bytes) = (file, [])
  }

  /// What came. A file stays as long as the upload does.
  var body: Request.Body {
    if let file { .file(path: file.path, size: size) } else { size == 0 ? .none : .bytes(bytes) }
  }

  static func tooLarge(_ most: Int) -> Problem {
    Problem("body-too-large", 413, "The body is too large.", detail: "It may have at most \(most) bytes here.")
  }
}

/// A file that goes away with the last who knows of it.
package final class SpoolFile: Sendable {
  package let path: String
  private let descriptor: Int32

  /// - Throws: a problem with status 507 where the folder takes no file.
  init(in folder: String) throws(Problem) {
    var name = Array((folder + "/copolis-XXXXXX").utf8CString)
    descriptor = mkstemp(&name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw SpoolFile.full }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    guard takes(bytes) else { throw SpoolFile.full }
  }

  func append(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.withUnsafeBytes(takes) else { throw SpoolFile.full }
  }

  private func takes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  private static var full: Problem { Problem("no-room", 507, "There is no room for so large a body now.") }
}
