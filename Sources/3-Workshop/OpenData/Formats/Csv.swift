import Tables

extension Format {
  /// Tables in text (RFC 4180), in UTF-8. What a spreadsheet could take for a formula is defused.
  static let csv = Format("csv", "text/csv; charset=utf-8; header=present", offering: \.isTable) { publication, piece in
    guard case .rows(let rows) = publication.content else { return }
    var table = TableWriter(publication.dataset.columns.map(\.name))
    try rows { row in
      table.write(row.values.map(\.text))
      if table.bytes.count > 32_768 { try piece(table.take()) }
    }
    try piece(table.take())
  }
}
