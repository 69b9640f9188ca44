import CMicrohttpd
import Glibc

/// Takes apart a form with files.
struct Multipart {
  /// What a part may have in memory, in bytes; larger ones go to a file.
  static let inMemory = 1 << 20
  private static let mostParts = 200
  private static let mostHead = 4096

  private let bytes: UnsafeRawBufferPointer
  /// What stands between two parts.
  private let delimiter: [UInt8]
  private let folder: String
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer, _ boundary: String, folder: String) {
    (self.bytes, self.folder) = (bytes, folder)
    delimiter = Array(("\r\n--" + boundary).utf8)
  }

  static func parts(of bytes: [UInt8], boundary: String) throws(Problem) -> [Part] {
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(Problem) in try Multipart(bytes, boundary, folder: "/tmp").parts() }
    }.get()
  }

  consuming func parts() throws(Problem) -> [Part] {
    // The first delimiter may stand at the very beginning, without its line break.
    if starts(delimiter.dropFirst(2), at: 0) {
      place = delimiter.count - 2
    } else if let first = next() {
      place = first + delimiter.count
    } else {
      throw Multipart.broken("Its boundary is nowhere.")
    }
    var parts: [Part] = []
    while !starts([45, 45], at: place) {
      guard parts.count < Multipart.mostParts else { throw Multipart.broken("There are too many parts.") }
      parts.append(try part())
    }
    return parts
  }

  private mutating func part() throws(Problem) -> Part {
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
    guard starts([13, 10], at: place) else { throw Multipart.broken("A boundary is not a line of its own.") }
    let fields = try head()
    guard let disposition = fields["content-disposition"], disposition.lowercased().hasPrefix("form-data") else {
      throw Multipart.broken("A part does not say what it is.")
    }
    let parameters = FieldParameters.read(disposition)
    guard let name = parameters["name"] else { throw Multipart.broken("A part has no name.") }
    guard let end = next() else { throw Multipart.broken("It ends in the middle of \(name).") }
    let content = try content(UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
    place = end + delimiter.count
    return Part(
      name: name, fileName: parameters["filename"].map(Multipart.lastPart),
      contentType: fields["content-type"] ?? "text/plain", content: content)
  }

  /// The fields before a part, by name in lower case; afterwards, `place` is where the part begins.
  private mutating func head() throws(Problem) -> [String: String] {
    var fields: [String: String] = [:]
    let start = place
    while true {
      place += 2
      guard let end = lineEnd(from: place), end - start < Multipart.mostHead else {
        throw Multipart.broken("The head of a part does not end.")
      }
      let line = bytes[place..<end]
      place = end
      if line.isEmpty { break }
      guard let text = String(validating: line, as: UTF8.self), let colon = text.firstIndex(of: ":") else {
        throw Multipart.broken("The head of a part cannot be read.")
      }
      fields[text[..<colon].lowercased()] = String(text[colon...].dropFirst().drop { $0 == " " })
    }
    place += 2
    return fields
  }

  private func content(_ bytes: UnsafeRawBufferPointer) throws(Problem) -> Part.Content {
    guard bytes.count > Multipart.inMemory else { return .bytes(Array(bytes)) }
    let file = try SpoolFile(in: folder)
    try file.append(bytes)
    return .file(file, size: bytes.count)
  }

  static func broken(_ detail: String) -> Problem {
    Problem("bad-form", 400, "The form cannot be read.", detail: detail)
  }

  /// Some browsers send the whole path of a file.
  private static func lastPart(of path: String) -> String {
    let start = path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex
    return String(path[start...].filter { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } })
  }
}

extension Multipart {
  /// Where the next delimiter begins.
  private func next() -> Int? {
    var place = place
    while let found = lineEnd(from: place) {
      if starts(delimiter[...], at: found) { return found }
      place = found + 1
    }
    return nil
  }

  /// Where the next line break begins.
  private func lineEnd(from start: Int) -> Int? {
    var start = start
    while start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, 13, bytes.count - start) {
      let place = UnsafeRawPointer(found) - base
      if place + 1 < bytes.count, bytes[place + 1] == 10 { return place }
      start = place + 1
    }
    return nil
  }

  private func starts(_ text: ArraySlice<UInt8>, at place: Int) -> Bool {
    place + text.count <= bytes.count && bytes[place..<place + text.count].elementsEqual(text)
  }
}

/// A file whose bytes can be read as if they were in memory.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// - Throws: a problem with status 507 where it cannot be read.
  init(_ path: String, _ size: Int) throws(Problem) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    guard file >= 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw Problem("no-room", 507, "The file that came cannot be read.")
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
