import Markup

extension Format {
  /// One JSON object a line, with the names of the columns; what is not known is null.
  static let json = Format("json", "application/x-ndjson", offering: \.isTable) { publication, piece in
    guard case .rows(let rows) = publication.content else { return }
    var lines: [UInt8] = []
    try rows { row in
      var json = JSON(capacity: 1024)
      json.object { $0.write(row, publication.dataset.columns) }
      lines += json.bytes + [0x0A]
      if lines.count > 32_768 {
        try piece(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    if !lines.isEmpty { try piece(lines) }
  }
}
