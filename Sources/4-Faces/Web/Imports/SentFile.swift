import Cooperation
import HTTP
import Imports

/// A file that came with a request: in a form, or as the body itself.
struct SentFile {
  let file: ImportFile
  let kind: ImportRun.Kind?
  let isPreview: Bool
  private let content: Part.Content

  /// What the address of a file that is the body may say of it.
  static let names = ["name", "kind", "preview"]
  /// As what a program may send it.
  static let mediaTypes = ["application/octet-stream", "application/xml", "multipart/form-data", "text/csv"]

  /// Nil where none came.
  ///
  /// - Throws: `UnknownFilter` for a kind that there is not.
  init?(_ visit: Visit) throws {
    let says = { (name: String) in visit.fields[name] ?? visit.query[name] }
    let wanted = says("kind") ?? says("as") ?? ""
    kind = ImportRun.Kind(rawValue: wanted)
    if kind == nil, !wanted.isEmpty { throw UnknownFilter(name: "kind", value: wanted) }
    isPreview = visit.fields.isTicked("preview") || visit.query.isTicked("preview")
    let name: String
    if let part = visit.parts.first(where: { $0.fileName != nil }) {
      (name, content) = (part.fileName ?? "", part.content)
    } else {
      name = visit.query["name"] ?? "file"
      switch visit.request.body {
      case .none: return nil
      case .bytes(let bytes): content = .bytes(bytes)
      case .file(let path, _):
        file = ImportFile(path: path, called: cleaned(name) ?? "file")
        content = .bytes([])
        return
      }
      guard !visit.isForm else { return nil }
    }
    let called = cleaned(name) ?? "file"
    switch content {
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return nil }
      file = ImportFile(bytes, called: called)
    case .file(let spool, _): file = ImportFile(path: spool.path, called: called)
    }
  }

  /// Its bytes, compressed unless they are already.
  ///
  /// - Throws: `StreamError`.
  func packed() throws -> [UInt8] {
    let bytes = try file.wholeBytes()
    return bytes.starts(with: [0x1F, 0x8B]) ? bytes : Gzip.compress(bytes, level: 6)
  }
}
