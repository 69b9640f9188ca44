package import Cooperation
import Glibc
import SQL

extension Places {
  /// The places that have a name beginning with `text`, in any language: the very name first, then by inhabitants.
  ///
  /// - Parameter country: nil for anywhere.
  package func search(_ text: String, in country: Country.Code? = nil, limit: Int = 10) throws -> [Place] {
    let wanted = folded(text)
    guard !wanted.isEmpty else { return [] }
    // Nothing is ordered after the last scalar.
    return try ordered(
      "n.folded >= \(wanted) AND n.folded < \(wanted + "\u{10FFFF}")", in: country, exactly: wanted, limit: limit)
  }

  /// The places that have this very name in some language, accents and capitals forgiven; the largest first.
  package func named(_ name: String, in country: Country.Code? = nil, limit: Int = 20) throws -> [Place] {
    let wanted = folded(name)
    return try ordered("n.folded = \(wanted)", in: country, exactly: wanted, limit: limit)
  }

  private func ordered(
    _ condition: Statement, in country: Country.Code?, exactly wanted: String, limit: Int
  ) throws -> [Place] {
    let within: Statement = if let country { " AND p.country = \(country)" } else { .none }
    return try find(
      session.rows(
        """
        SELECT p.id FROM place_name n JOIN place p ON p.id = n.place WHERE \(condition)\(within)
        GROUP BY p.id, p.population
        ORDER BY MAX(CASE WHEN n.folded = \(wanted) THEN 1 ELSE 0 END) DESC, COALESCE(p.population, 0) DESC, p.id
        LIMIT \(limit)
        """
      ) { row in GeoNamesNumber(try row.int(0)) })
  }

  /// The places within `kilometres` of a point, the nearest first.
  package func nearest(to point: Position, within kilometres: Double = 50, limit: Int = 10) throws -> [Place] {
    let height = kilometres / 111.2
    let width = min(180, height / max(0.01, cos(point.latitude * .pi / 180)))
    let (west, east) = (point.longitude - width, point.longitude + width)
    // A box across the date line goes on from the other side.
    let ids = try session.rows(
      """
      SELECT id, latitude, longitude FROM place
      WHERE latitude BETWEEN \(point.latitude - height) AND \(point.latitude + height)
        AND (longitude BETWEEN \(west) AND \(east) OR longitude >= \(west + 360) OR longitude <= \(east - 360))
      """
    ) { row in
      Near(
        id: GeoNamesNumber(try row.int(0)),
        kilometres: Self.distance(point, latitude: try row.double(1), longitude: try row.double(2)))
    }
    return try find(
      ids.filter { $0.kilometres <= kilometres }
        .sorted { ($0.kilometres, $0.id.number) < ($1.kilometres, $1.id.number) }.prefix(limit).map(\.id))
  }

  private struct Near {
    let id: Place.ID
    let kilometres: Double
  }

  fileprivate static func kilometres(_ a: Position, _ b: Position) -> Double {
    distance(a, latitude: b.latitude, longitude: b.longitude)
  }

  /// Along the great circle, by the haversine formula, on a sphere of 6371 km.
  private static func distance(_ a: Position, latitude: Double, longitude: Double) -> Double {
    let radians = Double.pi / 180
    let (north, east) = ((latitude - a.latitude) * radians / 2, (longitude - a.longitude) * radians / 2)
    let chord =
      sin(north) * sin(north) + cos(a.latitude * radians) * cos(latitude * radians) * sin(east) * sin(east)
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}

extension Position {
  /// How far it is to another point, in a straight line along the ground.
  package func kilometres(to other: Position) -> Double { Places.kilometres(self, other) }
}
