import Cooperation
import SQL
import Storage
import TestSupport

/// A database with the whole schema and nothing in it.
func emptyWorld(_ engine: Engine) throws -> any Database {
  let database = try engine.open()
  try migrate(database, at: noon)
  return database
}

/// When everything in these tests happens.
let noon = Instant(start: Day(number: 20_000)).adding(minutes: 720)

extension Identifier {
  /// The identifier with this number: in the order of the numbers.
  static func number(_ number: Int) -> Identifier { Identifier(bits: UInt128(number)) }
}

extension Country.Code: ExpressibleByStringLiteral {
  /// - Precondition: the literal is a code of two letters.
  public init(stringLiteral text: StaticString) {
    guard let code = Country.Code(text.description) else { preconditionFailure("\(text) is no country") }
    self = code
  }
}

/// A few cities and who they are, as tests need them.
enum City {
  static let durban = organisation(1, "eThekwini Municipality", "ZA", ["en", "zu"])
  static let medellin = organisation(2, "Medellín", "CO", ["es"])
  static let barcelona = organisation(3, "Barcelona", "ES", ["ca", "es"])
  static let inhambane = organisation(4, "Município de Inhambane", "MZ", ["pt"])
  static let vitoria = organisation(5, "Vitória", "BR", ["pt"])
  static let all = [durban, medellin, barcelona, inhambane, vitoria]

  static func organisation(
    _ number: Int, _ name: String, _ country: Country.Code, _ languages: [Language] = ["en"],
    kind: Organisation.Kind = .localGovernment
  ) -> Organisation {
    Organisation(
      id: .number(number), kind: kind, name: Texts(name, in: languages[0]), country: country, languages: languages)
  }
}

/// Someone who speaks for cities.
let amelia = Person(id: .number(1), name: "Amélia Tivane", languages: ["pt", "en"], contact: "amelia@example.org")
let rui = Person(id: .number(2), name: "Rui Macamo", languages: ["pt"], contact: "", showsContact: true)

/// A database in which the cities and the people of these tests are.
func world(_ engine: Engine, _ more: (any Session) throws -> Void = { _ in }) throws -> any Database {
  let database = try emptyWorld(engine)
  try database.transaction { session in
    for city in City.all { try session.organisations.insert(city, at: noon) }
    for person in [amelia, rui] { try session.people.insert(person) }
    try more(session)
  }
  return database
}
