/// A settlement or territory from the gazetteer.
package struct Place: Identifiable, Sendable, Hashable {
  package typealias ID = GeoNamesNumber

  package let id: ID
  package let name: String
  package let country: Country.Code
  /// The first-level division's code within its country, as GeoNames has it; empty where it has none.
  package let division: String
  package let position: Position
  /// Inhabitants; nil where nobody has said.
  package let population: Int?
  /// The name by language, where it differs from `name`.
  package let names: [Language: String]

  package init(
    id: ID, name: String, country: Country.Code, division: String, position: Position, population: Int?,
    names: [Language: String] = [:]
  ) {
    (self.id, self.name, self.country, self.division) = (id, name, country, division)
    (self.position, self.population, self.names) = (position, population, names)
  }
}

/// The number of a place in GeoNames (geonames.org); places that the demo invents are numbered below zero.
package struct GeoNamesNumber: Hashable, Sendable, CustomStringConvertible {
  package let number: Int

  package init(_ number: Int) { self.number = number }
  package init?(_ text: some StringProtocol) {
    guard let number = Int(text) else { return nil }
    self.number = number
  }

  package var description: String { String(number) }
}

/// A point on the earth, WGS 84.
package struct Position: Sendable, Hashable {
  /// Degrees north of the equator, -90 to 90.
  package let latitude: Double
  /// Degrees east of Greenwich, -180 to 180.
  package let longitude: Double

  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    (self.latitude, self.longitude) = (latitude, longitude)
  }
}
