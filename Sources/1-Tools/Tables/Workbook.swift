import CXlsxWriter

/// Writes a spreadsheet file (XLSX, ISO/IEC 29500) of one sheet, row by row, in memory that does not grow with it.
///
/// Texts are written as texts: none of them can become a formula or an address. For one thread at a time.
package final class Workbook {
  /// How many rows a sheet may have, the names of its columns included.
  package static let mostRows = 1_048_576
  /// How many UTF-16 units a cell may hold; longer texts end in “…”.
  package static let longestText = 32_767

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var rows: UInt32 = 0
  private var isClosed = false

  /// What one cell holds.
  package enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case empty
  }

  /// A file at `path`, its first row the names of the columns, which stay in sight.
  ///
  /// - Parameter sheet: its name, of at most 31 characters and none of `[ ] : * ? / \`.
  /// - Throws: `WorkbookError`.
  package init(file path: String, sheet name: String, columns: [String]) throws(WorkbookError) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 1
    guard let book = workbook_new_opt(path, &options) else { throw WorkbookError("There is no memory left.") }
    guard workbook_validate_sheet_name(book, name) == LXW_NO_ERROR, let sheet = workbook_add_worksheet(book, name)
    else {
      lxw_workbook_free(book)
      throw WorkbookError("“\(name)” cannot be the name of a sheet.")
    }
    (self.book, self.sheet) = (book, sheet)
    worksheet_freeze_panes(sheet, 1, 0)
    try write(columns.map(Cell.text))
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  /// Writes the next row.
  ///
  /// - Throws: `WorkbookError` where the sheet is full.
  package func write(_ cells: [Cell]) throws(WorkbookError) {
    guard !isClosed, rows < Self.mostRows, cells.count <= 16_384 else {
      throw WorkbookError("A sheet has room for 1,048,576 rows of 16,384 columns.")
    }
    for (column, cell) in cells.enumerated() {
      let result =
        switch cell {
        case .text(let text): worksheet_write_string(sheet, rows, UInt16(column), Self.fitting(text), nil)
        case .number(let number) where number.isFinite: worksheet_write_number(sheet, rows, UInt16(column), number, nil)
        case .number, .empty: LXW_NO_ERROR
        }
      guard result == LXW_NO_ERROR else { throw WorkbookError(result) }
    }
    rows += 1
  }

  /// Completes the file; nothing can be written after.
  ///
  /// - Throws: `WorkbookError` where it cannot be written.
  package func close() throws(WorkbookError) {
    guard !isClosed else { return }
    isClosed = true
    let result = workbook_close(book)
    guard result == LXW_NO_ERROR else { throw WorkbookError(result) }
  }

  /// Without what XML cannot hold, and cut where a cell ends.
  private static func fitting(_ text: String) -> String {
    let isHeld = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    let text =
      isHeld
      ? text
      : String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter {
            $0.value >= 0x20 || $0 == "\n" || $0 == "\t"
          }))
    guard text.utf16.count > longestText else { return text }
    var cut = ""
    var length = 1
    for letter in text {
      length += letter.utf16.count
      if length > longestText { break }
      cut.append(letter)
    }
    return cut + "…"
  }
}

/// Why a spreadsheet cannot be written.
package struct WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  init(_ error: lxw_error) { description = String(cString: lxw_strerror(error)) }
}
