import Cooperation
import Streams
import Tables

extension Format {
  /// A spreadsheet of one sheet, with texts that stay texts and numbers that are numbers.
  static let xlsx = Format(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", offering: \.isTable
  ) { publication, piece in
    guard case .rows(let rows) = publication.content else { return }
    // A spreadsheet is an archive, which has to be whole before its first byte can leave.
    try withPassingFile { path in
      let dataset = publication.dataset
      let book = try Workbook(
        file: path, sheet: String(dataset.title.english.prefix(31)), columns: dataset.columns.map(\.name))
      try rows { row in try book.write(row.values.map(\.cell)) }
      try book.close()
      let file = try ByteSource(file: path)
      while let bytes = try file.next() { try piece(bytes) }
    }
  }
}

extension Row.Value {
  fileprivate var cell: Workbook.Cell {
    switch self {
    case .empty: .empty
    case .whole(let number): .number(Double(number))
    case .degrees(let number): .number(number)
    case .text, .list: .text(text)
    }
  }
}
