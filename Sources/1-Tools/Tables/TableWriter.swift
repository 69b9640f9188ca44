/// Writes a table in text (CSV, RFC 4180: UTF-8, lines ending in CR LF), row by row.
package struct TableWriter: Sendable {
  /// What is written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private let separator: TableSeparator
  private let formulas: Formulas

  /// A table that begins with the names of its columns.
  package init(_ names: [String], separator: TableSeparator = .comma, formulas: Formulas = .guarded) {
    (self.separator, self.formulas) = (separator, formulas)
    write(names)
  }

  /// Writes one row, its values in the order of the names.
  package mutating func write(_ values: [String]) {
    for (column, value) in values.enumerated() {
      if column > 0 { bytes.append(separator.rawValue) }
      append(formulas == .guarded ? value.guarded : value)
    }
    if values == [""] { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Hands over what is written so far and forgets it, so that memory does not grow with the number of rows.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ value: String) {
    guard value.utf8.contains(where: needsQuotes) else { return bytes.append(contentsOf: value.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == separator.rawValue
      || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }
}
