import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Places") struct PlacesTests {
  private let places = [
    place(1, "Inhambane", "MZ", -23.865, 35.3833, 82_119, ["ar": "إنهامبان"]),
    place(2, "São Paulo", "BR", -23.5475, -46.6361, 12_400_000, ["en": "Sao Paulo", "fr": "São Paulo"]),
    place(3, "São Paulo de Olivença", "BR", -3.3783, -68.8725, nil),
    place(4, "Santiago", "CL", -33.4569, -70.6483, 4_837_295, ["es": "Santiago de Chile"]),
    place(5, "Santiago", "PH", 16.6881, 121.5487, 134_830),
    place(6, "Maxixe", "MZ", -23.8597, 35.3472, 119_868),
    place(7, "Labasa", "FJ", -16.4167, 179.3833, 27_949),
    place(8, "Taveuni", "FJ", -16.8, -179.95, 12_000),
  ]

  private static func place(
    _ number: Int, _ name: String, _ country: Country.Code, _ latitude: Double, _ longitude: Double, _ people: Int?,
    _ names: [Language: String] = [:]
  ) -> Place {
    let position = Position(latitude: latitude, longitude: longitude)
    return Place(
      id: GeoNamesNumber(number), name: name, country: country, division: "0\(number)",
      position: position ?? City.nowhere, population: people, names: names)
  }

  private func database(_ engine: Engine) throws -> any Database {
    let database = try emptyWorld(engine)
    try database.transaction { try $0.places.insert(places) }
    return database
  }

  @Test("come back as they went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(try session.places.find(places.map(\.id).reversed()) == places.reversed())
      #expect(try session.places.find(GeoNamesNumber(99)) == nil)
      #expect(throws: Missing(99)) { try session.places.require(GeoNamesNumber(99)) }
      #expect(try !session.places.isEmpty())
    }
  }

  @Test("come in by the thousand", arguments: Engine.allCases)
  func many(engine: Engine) throws {
    let database = try emptyWorld(engine)
    #expect(try database.read { try $0.places.isEmpty() })
    let many = (1...1050).map { Self.place($0, "Town \($0)", "MZ", 0, 0, nil, ["fr": "Ville \($0)"]) }
    try database.transaction { try $0.places.insert(many) }
    #expect(try database.ints("SELECT COUNT(*) FROM place") == [1050])
    #expect(try database.read { try $0.places.search("ville 105") }.map(\.id.number) == [105, 1050])
  }

  @Test("are found by the beginning of a name in any language, the very name first", arguments: Engine.allCases)
  func searching(engine: Engine) throws {
    try database(engine).read { session throws in
      let found = { (text: String, country: Country.Code?) in
        try session.places.search(text, in: country).map(\.id.number)
      }
      #expect(try found("sao paulo", nil) == [2, 3])
      #expect(try found("SANTIAGO", nil) == [4, 5])
      #expect(try found("santiago de", nil) == [4])
      #expect(try found("santiago", "PH") == [5])
      #expect(try found("إنهام", nil) == [1])
      #expect(try found("paulo", nil) == [])
      #expect(try found("", nil) == [])
      #expect(try found("%", nil) == [] && found("sa' OR 1=1 --", nil) == [])
    }
  }

  @Test("are told apart by their very name", arguments: Engine.allCases)
  func names(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(try session.places.named("Sao Paulo").map(\.id.number) == [2])
      #expect(try session.places.named("santiago").map(\.id.number) == [4, 5])
      #expect(try session.places.named("Santiago", in: "PH").map(\.id.number) == [5])
      #expect(try session.places.named("Santia").isEmpty)
    }
  }

  @Test("are found near a point, across the date line too", arguments: Engine.allCases)
  func nearest(engine: Engine) throws {
    let database = try database(engine)
    let near = { (latitude: Double, longitude: Double, kilometres: Double) in
      let point = Position(latitude: latitude, longitude: longitude) ?? City.nowhere
      return try database.read { try $0.places.nearest(to: point, within: kilometres) }.map(\.id.number)
    }
    #expect(try near(-23.86, 35.38, 10) == [1, 6])
    #expect(try near(-23.86, 35.38, 2) == [1])
    #expect(try near(-16.6, 179.9, 80) == [8, 7])
    #expect(try near(-16.6, -179.9, 90) == [8, 7])
    #expect(try near(89.9, 0, 50) == [])
  }
}

extension City {
  /// Off the coast of Ghana.
  static let nowhere = Position(latitude: 0, longitude: 0).unsafelyUnwrapped
}
