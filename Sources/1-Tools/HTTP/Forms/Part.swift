/// One field or file of a form that was sent as `multipart/form-data` (RFC 7578).
package struct Part: Sendable {
  /// The field's name.
  package let name: String
  /// The last part of what the sender calls the file; nil for a field that is no file.
  package let fileName: String?
  /// As the sender says it; `text/plain` where it says nothing.
  package let contentType: String
  package let content: Content

  package enum Content: Sendable {
    case bytes([UInt8])
    /// A large file, for as long as someone holds on to it.
    case file(SpoolFile, size: Int)
  }

  /// - Throws: a problem with status 400 where it is not UTF-8 or holds a NUL, 413 where it is too long for a text.
  package func text() throws(Problem) -> String {
    guard case .bytes(let bytes) = content else { throw Upload.tooLarge(Multipart.inMemory) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw Problem("not-utf-8", 400, "The field \(name) is not UTF-8.")
    }
    return text
  }
}

extension Request {
  /// The fields and files of a form with files, in the order they came.
  ///
  /// - Throws: a problem with status 400 where they cannot be told apart, 415 where this is no such form.
  package func parts() throws(Problem) -> [Part] {
    guard mediaType == "multipart/form-data",
      let boundary = FieldParameters.read(headers["content-type"] ?? "")["boundary"],
      1...70 ~= boundary.utf8.count
    else { throw Problem("unknown-type", 415, "This is not a form with files.") }
    switch body {
    case .none: throw Multipart.broken("It is empty.")
    case .bytes(let bytes): return try Multipart.parts(of: bytes, boundary: boundary)
    case .file(let path, let size):
      let file = try MappedFile(path, size)
      let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
      return try Multipart(file.bytes, boundary, folder: folder).parts()
    }
  }
}

/// The parameters behind a field's value: `form-data; name="a"; filename="b.csv"`.
enum FieldParameters {
  /// By name in lower case. Quotes are taken off, and what is escaped in them is read.
  static func read(_ field: String) -> [String: String] {
    var parameters: [String: String] = [:]
    var rest = field.drop { $0 != ";" }.dropFirst()
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].filter { $0 != " " && $0 != ";" }.lowercased()
      rest = rest[equals...].dropFirst()
      parameters[name] = rest.first == "\"" ? quoted(&rest) : plain(&rest)
    }
    return parameters
  }

  private static func plain(_ rest: inout Substring) -> String {
    let value = rest.prefix { $0 != ";" }
    rest = rest[value.endIndex...]
    return String(value.filter { $0 != " " })
  }

  private static func quoted(_ rest: inout Substring) -> String {
    var value = ""
    rest.removeFirst()
    while let character = rest.popFirst(), character != "\"" {
      // Browsers escape only the quote; a lone backslash is part of a name.
      if character == "\\", rest.first == "\"" { value.append(rest.removeFirst()) } else { value.append(character) }
    }
    return value
  }
}
