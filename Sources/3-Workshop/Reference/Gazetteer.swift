package import Cooperation

/// The world's places of 15,000 inhabitants or more, from GeoNames (geonames.org, CC BY 4.0).
package enum Gazetteer {
  private static let sheet = Sheet("places.tsv")

  /// Hands each place to `body`, by rising number. About 34,000 of them.
  package static func eachPlace(_ body: (Place) throws -> Void) rethrows {
    let names: [(language: Language, column: Int)] = Language.interface.map { ($0, sheet.column($0.tag)) }
    try sheet.each { cells in
      guard let id = GeoNamesNumber(cells[0]), let country = Country.Code(cells[1]),
        let latitude = Double(cells[3]), let longitude = Double(cells[4]),
        let position = Position(latitude: latitude, longitude: longitude)
      else { return }
      let population = Int(cells[5]).flatMap { $0 > 0 ? $0 : nil }
      let translations = names.filter { !cells[$0.column].isEmpty }.map { ($0.language, cells[$0.column]) }
      try body(
        Place(
          id: id, name: cells[6], country: country, division: cells[2], position: position, population: population,
          names: Dictionary(uniqueKeysWithValues: translations)))
    }
  }

  /// The name of a first-level division; nil where GeoNames has none.
  package static func division(_ code: String, in country: Country.Code) -> String? { divisions["\(country).\(code)"] }

  private static let divisions: [String: String] = Dictionary(
    Sheet("divisions.tsv").rows { ("\($0[0]).\($0[1])", $0[2]) }, uniquingKeysWith: { first, _ in first })
}
