package import Streams

/// Reads a table in text (CSV, RFC 4180) row by row, whatever its size.
///
/// Values may be parted by commas, semicolons or tabs: the header tells. Lines may end in LF, CR LF or CR; a byte order
/// mark is passed over; lines without any value are skipped. What `TableWriter` guarded against formulas comes back as
/// it was.
package struct TableReader {
  /// The names in the first line that has any.
  package let header: TableHeader
  /// What parts the values.
  package let separator: TableSeparator

  private var scanner: RowScanner

  /// Reads as far as the header.
  ///
  /// - Throws: `TableError`, or what the source throws.
  package init(_ source: ByteSource) throws {
    let beginning = try Beginning(of: source)
    scanner = RowScanner(source, beginning)
    separator = beginning.separator
    guard try scanner.scan() else { throw TableError(line: max(1, scanner.line - 1), column: nil, .empty) }
    header = try TableHeader(scanner.values(), line: scanner.rowLine)
  }

  /// Reads as far as the header of a table that is all there.
  package init(_ bytes: [UInt8]) throws { try self.init(ByteSource(bytes)) }

  /// The next row; nil at the end.
  ///
  /// - Throws: `TableError`, or what the source throws. After an error that `isOfOneRow` the next row can be read.
  package mutating func next() throws -> TableRow? {
    guard try scanner.scan() else { return nil }
    var values = try scanner.values()
    while values.count > header.names.count, values.last == "" { values.removeLast() }
    guard values.count == header.names.count else {
      throw TableError(
        line: scanner.rowLine, column: nil, .ragged(found: values.count, expected: header.names.count))
    }
    return TableRow(line: scanner.rowLine, values: values, header: header)
  }
}

/// What parts the values of a row.
package enum TableSeparator: UInt8, Sendable, CaseIterable {
  case comma = 0x2c
  case semicolon = 0x3b
  case tab = 0x09
}
