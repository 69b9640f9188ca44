import Glibc
import Markup
import Streams

extension Dataset {
  var isTable: Bool { shape == .table || shape == .placedTable }
}

extension JSON {
  /// A field for each column.
  mutating func write(_ row: Row, _ columns: [Column]) {
    for (column, value) in zip(columns, row.values) {
      switch value {
      case .empty: self[column.label] = nil
      case .text(let text): self[column.label] = text
      case .list(let list): array(column.label, list) { $0.element($1) }
      case .whole(let number): self.number(column.label, number)
      case .degrees(let number): self.number(column.label, number)
      }
    }
  }
}

/// Lends `body` the path of a file that only this process can read, and that is gone afterwards.
///
/// - Throws: `StreamError` where there is no room for one; what `body` throws.
func withPassingFile<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var path = Array("\(folder)/copolis-XXXXXX".utf8CString)
  let file = mkstemp(&path)
  guard file >= 0 else { throw StreamError.unreadable("no file can be made in \(folder)") }
  close(file)
  let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unlink(name) }
  return try body(name)
}
