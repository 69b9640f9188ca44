import Cooperation
import Glibc
import SQL
import Storage

/// The places of the gazetteer as an import looks them up, by name and by where they lie; read once for a file.
struct PlaceIndex {
  private var places: [Known] = []
  private var named: [String: [Int32]] = [:]
  /// By whole degrees of latitude and longitude.
  private var cells: [Int32: [Int32]] = [:]

  private struct Known {
    let id: Place.ID
    let country: Country.Code
    let position: Position
    let population: Int
  }

  /// A place that may be meant, and how far it is from where the file says.
  struct Candidate {
    let id: Place.ID
    let country: Country.Code
    /// In a straight line along the ground; 0 where the file does not say where.
    let kilometres: Double
    let population: Int
  }

  init(of session: any Session) throws {
    try session.places.eachName { spot in
      if places.last?.id != spot.place {
        let number = Int32(places.count)
        places.append(
          Known(id: spot.place, country: spot.country, position: spot.position, population: spot.population))
        cells[Self.cell(spot.position, 0, 0), default: []].append(number)
      }
      let number = Int32(places.count - 1), name = Self.plain(spot.name)
      if named[name]?.last != number { named[name, default: []].append(number) }
    }
  }

  /// The country in which a place lies; nil for one that is not in the gazetteer.
  func country(of id: Place.ID) -> Country.Code? {
    // They come in the order of their numbers.
    var low = 0, high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].id.number < id.number { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].id == id ? places[low].country : nil
  }

  /// The places of that name, in any of their languages, the likeliest first: by distance, then by inhabitants.
  func candidates(named name: String, near position: Position?) -> [Candidate] {
    (named[Self.plain(folded(name))] ?? []).map { candidate($0, near: position) }.sorted(by: Self.isLikelier)
  }

  /// The places within `kilometres` of a point, the nearest first.
  func candidates(within kilometres: Double, of position: Position) -> [Candidate] {
    var found: [Candidate] = []
    // A degree of longitude is short in the far north.
    let reach = abs(position.latitude) < 60 ? 1 : 3
    for north in -1...1 {
      for east in -reach...reach {
        for number in cells[Self.cell(position, north, east)] ?? [] {
          let candidate = candidate(number, near: position)
          if candidate.kilometres <= kilometres { found.append(candidate) }
        }
      }
    }
    return found.sorted(by: Self.isLikelier)
  }
}

extension PlaceIndex {
  private func candidate(_ number: Int32, near position: Position?) -> Candidate {
    let known = places[Int(number)]
    return Candidate(
      id: known.id, country: known.country, kilometres: position.map { Self.distance($0, known.position) } ?? 0,
      population: known.population)
  }

  /// By distance in whole kilometres, then by inhabitants.
  private static func isLikelier(_ a: Candidate, _ b: Candidate) -> Bool {
    (a.kilometres.rounded(), -a.population, a.id.number) < (b.kilometres.rounded(), -b.population, b.id.number)
  }

  private static func cell(_ position: Position, _ north: Int, _ east: Int) -> Int32 {
    let row = Int(position.latitude.rounded(.down)) + 90 + north
    let column = (Int(position.longitude.rounded(.down)) + 180 + east + 720) % 360
    return Int32(row * 360 + column)
  }

  /// A folded name without what people write in two ways.
  private static func plain(_ folded: String) -> String {
    guard folded.utf8.contains(where: { $0 == 0x2D || $0 == 0x2E || $0 == 0x27 }) else { return folded }
    return folded.split { "-.' ".contains($0) }.joined(separator: " ")
  }

  /// Along the great circle, by the haversine formula, on a sphere of 6371 km.
  private static func distance(_ a: Position, _ b: Position) -> Double {
    let radians = Double.pi / 180
    let north = sin((b.latitude - a.latitude) * radians / 2), east = sin((b.longitude - a.longitude) * radians / 2)
    let chord = north * north + cos(a.latitude * radians) * cos(b.latitude * radians) * east * east
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}
