import Cooperation
import SQL
import Storage
import Tables

/// A row of a table of organisations being decided.
struct OrganisationDecision {
  private let reading: Reading
  private let keeper: OrganisationKeeper

  init(_ reading: Reading, file: String) {
    self.reading = reading
    keeper = OrganisationKeeper(reading, file: file)
  }

  /// - Returns: how many other lines were decided along with it: none.
  func decide(_ item: ReviewItem, _ choice: DecideItem.Choice) throws -> Int {
    guard case .means(let parts) = choice else { return 0 }
    guard let text = parts[""], !text.isEmpty else { throw DecideItem.Refused.undecided }
    let values = item.content.filter { $0.name != "label" }.map { TableRow.Named(name: $0.name, value: $0.value) }
    let row = try TableRow(line: item.line, values)
    let rows = OrganisationRows(columns: OrganisationColumns(row.header), say: reading.say)
    guard let record = rows.record(row), let place = try keeper.place(of: record) else {
      throw DecideItem.Refused.unknown(item.said("name"))
    }
    let label = item.said("label")
    if text == "new" {
      try keeper.add(record, place.place, label)
    } else {
      guard let id = Organisation.ID(text), try reading.session.organisations.find(id) != nil else {
        throw DecideItem.Refused.unknown(text)
      }
      try keeper.change(id, record, place.place)
      try reading.session.sources.insert(Source(Label.source, label), of: id.text, by: reading.run)
    }
    try keeper.finish()
    return 0
  }
}
