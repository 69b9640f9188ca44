import Streams

/// The first bytes of a table: enough to tell what parts its values.
struct Beginning {
  /// What was read, without the byte order mark.
  private(set) var bytes: [UInt8] = []
  private(set) var separator = TableSeparator.comma

  /// Far more than a line of names has.
  private static let most = 262_144

  init(of source: ByteSource) throws {
    var names = NamesLine()
    while !names.isOver, bytes.count < Self.most, let piece = try source.next() {
      bytes += piece
      for byte in piece { names.take(byte) }
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw TableError(line: 1, column: nil, .utf16)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    separator = names.separator
  }
}

/// How often each separator stands outside quotes in the first line that has any text.
private struct NamesLine {
  private(set) var isOver = false
  private var counts: [TableSeparator: Int] = [:]
  private var isQuoted = false
  private var hasText = false

  /// The one that stands there most often; a comma where none does.
  var separator: TableSeparator {
    TableSeparator.allCases.reduce(.comma) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  mutating func take(_ byte: UInt8) {
    switch byte {
    case _ where isOver: break
    case UInt8(ascii: "\""): isQuoted.toggle()
    case _ where isQuoted: hasText = true
    case 0x0A, 0x0D: if hasText { isOver = true } else { counts = [:] }
    default:
      if let separator = TableSeparator(rawValue: byte) {
        counts[separator, default: 0] += 1
      } else if byte > 0x20 {
        hasText = true
      }
    }
  }
}
