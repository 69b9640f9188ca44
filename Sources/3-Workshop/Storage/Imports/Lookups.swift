package import Cooperation
import SQL

// What an import looks up again and again, and therefore reads once.

extension Places {
  /// A place by one of its names.
  package struct NamedSpot: Sendable {
    package let place: Place.ID
    /// Folded.
    package let name: String
    package let country: Country.Code
    package let position: Position
    /// 0 where nobody has said.
    package let population: Int
  }

  /// Hands every name of every place of the gazetteer to `body`, place after place; the invented ones are left out.
  package func eachName(_ body: (NamedSpot) throws -> Void) throws {
    let statement: Statement = """
      SELECT p.id, n.folded, p.country, p.latitude, p.longitude, p.population
      FROM place p JOIN place_name n ON n.place = p.id WHERE p.id > 0 ORDER BY p.id
      """
    try session.each(statement) { row in
      guard let position = Position(latitude: try row.double(3), longitude: try row.double(4)) else { return }
      try body(
        NamedSpot(
          place: GeoNamesNumber(try row.int(0)), name: try row.text(1), country: try row.value(2) { Country.Code($0) },
          position: position, population: row.intIfAny(5) ?? 0))
    }
  }
}

extension Organisations {
  /// The local governments by the place where they sit, the oldest record first.
  package func localGovernments() throws -> [Place.ID: [Organisation.ID]] {
    var found: [Place.ID: [Organisation.ID]] = [:]
    let statement: Statement = """
      SELECT place, id FROM organisation WHERE kind = 'local-government' AND place IS NOT NULL ORDER BY id
      """
    try session.each(statement) { row in found[GeoNamesNumber(try row.int(0)), default: []].append(try row.id(1)) }
    return found
  }
}

extension Organisations {
  /// Those of one kind that sit at a place, the oldest record first.
  package func sitting(at place: Place.ID, _ kind: Organisation.Kind) throws -> [Organisation] {
    try find(
      session.rows("SELECT id FROM organisation WHERE place = \(place) AND kind = \(kind.rawValue) ORDER BY id") {
        row in
        try row.id(0)
      })
  }
}

/// Two organisations, whichever is named first.
package struct Pair: Sendable, Hashable {
  package let first: Organisation.ID
  package let second: Organisation.ID

  package init(_ one: Organisation.ID, _ other: Organisation.ID) {
    (first, second) = one < other ? (one, other) : (other, one)
  }
}

extension Partnerships {
  /// The partnerships of that form between two, by who they are; the oldest record where a pair has several.
  package func pairs(_ form: Partnership.Form) throws -> [Pair: Partnership.ID] {
    var found: [Pair: Partnership.ID] = [:]
    let statement: Statement = """
      SELECT a.organisation, b.organisation, p.id FROM partnership p
      JOIN party a ON a.partnership = p.id JOIN party b ON b.partnership = p.id AND b.organisation > a.organisation
      WHERE p.form = \(form.rawValue) ORDER BY p.id DESC
      """
    try session.each(statement) { row in found[Pair(try row.id(0), try row.id(1))] = try row.id(2) }
    return found
  }
}
