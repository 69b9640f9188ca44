package import Cooperation
package import SQL

extension Session { package var places: Places { Places(session: self) } }

/// The places of the gazetteer, and those that the demo invents.
package struct Places {
  let session: any Session

  package func find(_ id: Place.ID) throws -> Place? { try find([id]).first }

  /// Those of `ids` that there are, in their order.
  package func find(_ ids: [Place.ID]) throws -> [Place] {
    guard !ids.isEmpty else { return [] }
    var (drafts, numbers, last) = ([Draft](), [Place.ID: Int](), Place.ID?.none)
    let statement: Statement = """
      SELECT p.id, p.name, p.country, p.division, p.latitude, p.longitude, p.population, n.language, n.name
      FROM place p LEFT JOIN place_name n ON n.place = p.id AND n.language <> ''
      WHERE p.id IN (\(several: ids))
      """
    try session.all(statement) { row in
      let id = GeoNamesNumber(try row.int(0))
      // The names of a place mostly come one behind the other.
      if id != last, numbers[id] == nil {
        numbers[id] = drafts.count
        drafts.append(try Draft(id, row))
      }
      let number = id == last ? drafts.count - 1 : numbers[id] ?? 0
      last = number == drafts.count - 1 ? id : nil
      if let name = row.textIfAny(8) { drafts[number].names[try row.language(7)] = name }
    }
    return ids.compactMap { id in numbers[id].map { drafts[$0].place } }
  }

  /// - Throws: `Missing`.
  package func require(_ id: Place.ID) throws -> Place {
    guard let place = try find(id) else { throw Missing(id) }
    return place
  }

  /// Whether there are none at all.
  package func isEmpty() throws -> Bool { try session.first("SELECT id FROM place LIMIT 1") { _ in true } == nil }

  package func insert(_ place: Place) throws { try insert([place]) }

  /// Adds places as they come from the gazetteer, a hundred at a time.
  package func insert(_ places: some Sequence<Place>) throws {
    var batch: [Place] = []
    for place in places {
      batch.append(place)
      if batch.count == 100 {
        try write(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    if !batch.isEmpty { try write(batch) }
  }
}

extension Places {
  private struct Draft {
    let id: Place.ID, name: String, country: Country.Code, division: String, position: Position, population: Int?
    var names: [Language: String] = [:]

    /// - Parameter row: id, name, country, division, latitude, longitude, population.
    init(_ id: Place.ID, _ row: borrowing Row) throws {
      (self.id, name, division) = (id, try row.text(1), try row.text(3))
      country = try row.value(2) { Country.Code($0) }
      guard let position = Position(latitude: try row.double(4), longitude: try row.double(5)) else {
        throw DatabaseError("place \(id) is not on the earth")
      }
      (self.position, population) = (position, row.intIfAny(6))
    }

    var place: Place {
      Place(
        id: id, name: name, country: country, division: division, position: position, population: population,
        names: names)
    }
  }

  private func write(_ places: [Place]) throws {
    var rows = Statement.StringInterpolation(literalCapacity: 4096, interpolationCount: places.count * 7)
    rows.appendLiteral("INSERT INTO place (id, name, country, division, latitude, longitude, population) VALUES ")
    var names = Statement.StringInterpolation(literalCapacity: 4096, interpolationCount: places.count * 8)
    names.appendLiteral("INSERT INTO place_name (place, language, name, folded) VALUES ")
    for (number, place) in places.enumerated() {
      if number > 0 { rows.appendLiteral(", ") }
      rows.append([
        .integer(Int64(place.id.number)), .text(place.name), place.country.bound, .text(place.division),
        .double(place.position.latitude), .double(place.position.longitude),
        place.population.map { .integer(Int64($0)) } ?? .null,
      ])
      if number > 0 { names.appendLiteral(", ") }
      names.append([place.id.bound, .text(""), .text(place.name), .text(folded(place.name))])
      for (language, name) in place.names {
        names.appendLiteral(", ")
        names.append([place.id.bound, language.bound, .text(name), .text(folded(name))])
      }
    }
    try session.run(Statement(stringInterpolation: rows))
    try session.run(Statement(stringInterpolation: names))
  }
}

extension Statement.StringInterpolation {
  /// A row of values: `($1, $2, $3)`.
  fileprivate mutating func append(_ values: [Value]) {
    appendLiteral("(")
    appendInterpolation(list: values)
    appendLiteral(")")
  }
}
