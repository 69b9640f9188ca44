/// One row of a table, its values by column or by name.
package struct TableRow: Sendable {
  /// The line it begins on, counted from 1.
  package let line: Int
  /// As many as the header has names, without the white space around them.
  package let values: [String]
  /// The names of its columns.
  package let header: TableHeader

  /// Every value with its column's name, in their order.
  package var named: [Named] { zip(header.names, values).map { Named(name: $0, value: $1) } }

  /// A value and the name of its column.
  package struct Named: Sendable {
    package let name: String
    package let value: String
    package init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  /// A row of its values by name, as it was read once: what `named` gave.
  package init(line: Int, _ named: [Named]) throws(TableError) {
    try self.init(line: line, values: named.map(\.value), header: TableHeader(named.map(\.name), line: line))
  }

  init(line: Int, values: [String], header: TableHeader) {
    (self.line, self.values, self.header) = (line, values, header)
  }

  /// The value in the column of that name; nil where there is no such column or nothing in it.
  package subscript(name: String) -> String? {
    guard let column = header.column(name), !values[column].isEmpty else { return nil }
    return values[column]
  }
}

/// The names of a table's columns, in their order.
package struct TableHeader: Sendable {
  package let names: [String]
  private let columns: [String: Int]

  /// - Throws: `.sameNameTwice`; a column may be without a name.
  init(_ names: [String], line: Int) throws(TableError) {
    var columns: [String: Int] = [:]
    for (column, name) in names.enumerated() where !name.isEmpty {
      guard columns.updateValue(column, forKey: name.lowercased()) == nil else {
        throw TableError(line: line, column: column + 1, .sameNameTwice(name))
      }
    }
    (self.names, self.columns) = (names, columns)
  }

  /// Where the column of that name stands, counted from 0, upper and lower case being one; nil where there is none.
  package func column(_ name: String) -> Int? { columns[name] ?? columns[name.lowercased()] }
}
