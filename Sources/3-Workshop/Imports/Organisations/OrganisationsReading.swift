import Cooperation
import SQL
import Storage
import Tables

/// A table of organisations being read in.
struct OrganisationsReading {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// - Throws: `TableError` for what cannot be read further; `Refused` for another table.
  func read(_ file: ImportFile) throws {
    var table = try TableReader(file.content())
    let columns = OrganisationColumns(table.header)
    guard columns.areEnough else { throw Refused(.notOrganisations) }
    if !columns.unknown.isEmpty {
      let names = columns.unknown.map { "“\($0.shown)”" }.joined(separator: ", ")
      reading.warn(1, "unknown-column", "Nothing is known of these columns, and they are passed over: \(names).")
    }
    try reading.session.loadPlacesIfNone()
    let rows = OrganisationRows(columns: columns, say: reading.say)
    let keeper = OrganisationKeeper(reading, file: file.name)
    while true {
      do {
        guard let row = try table.next() else { break }
        guard let record = rows.record(row) else { continue }
        try keeper.take(record, row)
      } catch let error as TableError where error.isOfOneRow {
        reading.refuse(error.line, "wrong-columns", "\(error)")
      }
    }
    try keeper.finish()
  }
}

extension Finding {
  fileprivate static let notOrganisations = Finding(
    line: 1, level: .error, code: "wrong-header",
    message: "This is no table of organisations that can be read: the first line should name at least the columns kind "
      + "and name.")
}
