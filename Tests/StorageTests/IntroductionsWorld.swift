import Actions
import Cooperation
import SQL
import Storage
import TestSupport
import Testing

/// Durban asks, Medellín is asked; both belong to a network.
enum Talk {
  static let network = City.organisation(30, "Rivers", "ZA", kind: .network)
  static let today = noon.day

  static func viewer(_ person: Person, _ roles: [Organisation.ID: Account.Role]) -> Viewer {
    guard let email = Email("x@example.org") else { preconditionFailure("it is an address") }
    return Viewer(Account(id: .number(person == rui ? 2 : 1), email: email, person: person.id), roles: roles)
  }

  static let asker = viewer(rui, [City.durban.id: .editor])
  static let asked = viewer(amelia, [City.medellin.id: .editor])
  static let broker = viewer(amelia, [network.id: .editor])

  static func request(
    _ way: Introduction.Way = .direct, need: Need.ID? = .number(1), _ message: String = "Shall we talk?"
  ) throws -> Introduction.Request {
    let talk = try #require(Introduction.Talk("Tuesdays", minutes: 45))
    return try Introduction.Request(
      City.durban.id, to: City.medellin.id, way, need: need, message: message, in: "en", talk: talk)
  }
}

func talking(_ engine: Engine) throws -> any Database {
  try world(engine) { session in
    try session.organisations.insert(Talk.network, at: noon)
    for city in [City.durban, City.medellin] {
      try session.memberships.insert(Membership(of: city.id, in: Talk.network.id))
    }
    for (number, person) in [(1, amelia), (2, rui)] {
      let email = try #require(Email("\(number)@example.org"))
      try session.accounts.insert(
        Account(id: .number(number), email: email, person: person.id), password: nil, at: noon)
    }
    let topic = Topic(themes: ["drainage-and-floods"], languages: ["en"])
    try session.needs.insert(
      Need(
        id: .number(1), organisation: City.durban.id, title: Texts("Drains", in: "en"), topic: topic,
        shelf: Shelf(.published(at: noon))), at: noon)
    try session.needs.insert(
      Need(id: .number(2), organisation: City.durban.id, title: Texts("Draft", in: "en"), shelf: Shelf()), at: noon)
  }
}

extension Database {
  func occasion(_ viewer: Viewer, after days: Int = 0) -> Occasion {
    Occasion(in: self, viewer: viewer, now: noon.adding(days: days), seed: .random(in: 1 ... .max))
  }

  @discardableResult
  func ask(
    _ number: Int, _ request: Introduction.Request, as viewer: Viewer = Talk.asker, after days: Int = 0
  ) throws -> Introduction {
    try AskIntroduction(.number(number), request, sharing: "rui@durban.example").run(on: occasion(viewer, after: days))
  }
}
