import Cooperation
import Tables

/// How a list of twin towns is laid out: which columns hold the two towns.
struct TwinningLayout {
  /// What the source is called where a fact says where it comes from.
  let source: String
  private let one: Columns
  private let other: Columns

  private struct Columns {
    let name: Int
    let country: Int
    let latitude: Int
    let longitude: Int

    init?(_ header: TableHeader, _ name: String, _ country: String, _ latitude: String, _ longitude: String) {
      guard let name = header.column(name), let country = header.column(country),
        let latitude = header.column(latitude), let longitude = header.column(longitude)
      else { return nil }
      (self.name, self.country, self.latitude, self.longitude) = (name, country, latitude, longitude)
    }
  }

  /// Nil for the header of any other table.
  init?(_ header: TableHeader) {
    if let one = Columns(header, "origincityLabel", "origincountry", "originlat", "originlong"),
      let other = Columns(
        header, "sistercityLabel", "destination_countryLabel", "destinationlat", "destinationlong")
    {
      (source, self.one, self.other) = ("wikidata-p190", one, other)
    } else if let one = Columns(header, "city1", "country1", "lat1", "lng1"),
      let other = Columns(header, "city2", "country2", "lat2", "lng2")
    {
      (source, self.one, self.other) = ("wikipedia-lists", one, other)
    } else {
      return nil
    }
  }

  /// The two towns that a row joins.
  func towns(of row: TableRow) -> (Town, Town) { (town(one, row), town(other, row)) }

  private func town(_ columns: Columns, _ row: TableRow) -> Town {
    Town(
      name: row.values[columns.name], country: row.values[columns.country],
      latitude: row.values[columns.latitude], longitude: row.values[columns.longitude])
  }
}

/// A town as a line of a file tells of it.
struct Town: Hashable {
  let name: String
  let country: String
  let latitude: String
  let longitude: String

  /// Nil where the line gives none, or none that is on the earth.
  var position: Position? {
    guard let latitude = Double(latitude), let longitude = Double(longitude) else { return nil }
    return Position(latitude: latitude, longitude: longitude)
  }

  /// What a person's decision on it is kept under: its name, and where the file puts it to the tenth of a degree.
  var label: String {
    let point = [latitude, longitude].map { text in Double(text).map { "\(($0 * 10).rounded() / 10)" } ?? "" }
    return Label.of(["town", folded(name), folded(country)] + point)
  }

  /// What tells it from other towns, wherever the file puts it on the map.
  var key: String { folded(name) + "\t" + folded(country) }
}
