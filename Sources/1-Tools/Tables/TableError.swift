/// What is wrong with a table that came in, and where.
package struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line it is on, counted from 1 with those inside quotes.
  package let line: Int
  /// The column of the table it is in, counted from 1; nil where the whole line is meant.
  package let column: Int?
  package let reason: Reason

  package init(line: Int, column: Int?, _ reason: Reason) {
    (self.line, self.column, self.reason) = (line, column, reason)
  }

  package enum Reason: Sendable, Equatable {
    /// There is not one line with something in it.
    case empty
    /// This byte is not UTF-8; in text from Europe it is mostly Windows-1252 or Latin-1.
    case notUTF8(UInt8)
    /// Two bytes a letter, as a spreadsheet's "Unicode text" has them.
    case utf16
    /// A zero byte: not text at all.
    case zero
    /// A quotation mark opens here and none closes it.
    case unclosedQuote
    /// Something stands between a closing quotation mark and the next separator.
    case strayQuote
    /// A row of another length than the header's.
    case ragged(found: Int, expected: Int)
    /// A name stands twice in the header.
    case sameNameTwice(String)
    /// A value, a row or the number of columns is beyond every reason.
    case tooLong
  }

  /// Whether the next row can be read all the same.
  package var isOfOneRow: Bool {
    if case .ragged = reason { true } else { false }
  }

  package var description: String {
    "Line \(line)" + (column.map { ", column \($0)" } ?? "") + ": " + words
  }

  private var words: String {
    switch reason {
    case .empty: "the table is empty."
    case .notUTF8(let byte):
      "the byte \(byte) is not UTF-8; this looks like Windows-1252 or Latin-1. Save the table as “CSV UTF-8”."
    case .utf16: "the text is UTF-16. Save the table as “CSV UTF-8”."
    case .zero: "there is a zero byte; this is not a table in text."
    case .unclosedQuote: "a quotation mark opens here and is never closed."
    case .strayQuote: "text follows a closing quotation mark; a quotation mark inside a value is written twice."
    case .ragged(let found, let expected): "this row has \(found) values, the header has \(expected) names."
    case .sameNameTwice(let name): "the name “\(name)” stands twice in the header."
    case .tooLong: "this is longer than any value or row may be; perhaps a quotation mark is missing."
    }
  }
}
