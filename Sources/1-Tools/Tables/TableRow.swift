/// One row of a table, its values by column or by name.
package struct TableRow: Sendable {
  /// The line it begins on, counted from 1.
  package let line: Int
  /// As many as the header has names, without the white space around them.
  package let values: [String]
  let header: TableHeader

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
