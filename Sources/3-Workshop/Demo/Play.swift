import Cooperation
import Methods
import Secrets
import Storage

/// An exchange told from its beginning, one step after another, some minutes apart.
struct Play {
  private(set) var room: Room
  private let people: [String: Person]
  private let pace: Int
  private var at: Instant

  /// When its latest step was taken.
  var now: Instant { at }

  /// - Parameters:
  ///   - convenor: who calls it, in the name of the first of `cities`.
  ///   - pace: minutes between two steps.
  ///   - people: everyone, by their short name.
  init(
    _ method: Method.ID, _ title: String, in language: Language, _ clock: Method.Clock, from at: Instant, pace: Int,
    among cities: [Organisation], of partnership: Partnership? = nil, calledBy convenor: String,
    as id: Exchange.ID, isPublic: Bool, _ people: [String: Person]
  ) throws {
    guard let method = Library.method(method), let host = cities.first, let convenor = people[convenor] else {
      preconditionFailure("\(title) has a method, a host and a convenor")
    }
    let opening = Exchange.Opening(
      id: id, method: method.id, version: method.version, title: title, host: host.id, partnership: partnership?.id,
      parties: cities.map(\.id), clock: clock, language: language, convenor: convenor.id, at: at)
    room = try Room(opening, under: method, isPublic: isPublic, invitation: Token().text)
    (self.people, self.pace, self.at) = (people, pace, at)
  }

  /// Everyone joins for their city and takes on their role.
  mutating func cast(_ parts: [(name: String, city: Organisation, role: Role.ID)]) throws {
    for part in parts {
      let person = person(part.name)
      try take(.join(.init(person.id, of: part.city.id, name: person.name)), by: person.id)
    }
    for part in parts { try take(.cast(person(part.name).id, as: part.role), by: room.exchange.opening.convenor) }
  }

  /// Someone answers a prompt.
  mutating func say(_ name: String, _ prompt: Prompt.ID, _ answer: Answer) throws {
    let person = person(name).id
    try take(.write(.init(prompt, answer, of: person)), by: person)
  }

  mutating func say(_ name: String, _ prompt: Prompt.ID, _ words: String) throws {
    try say(name, prompt, .text(words))
  }

  /// Someone closes the phase and goes on.
  mutating func enter(_ phase: Phase.ID, by name: String) throws {
    try take(.enter(phase, after: room.exchange.visit.number), by: person(name).id)
  }

  mutating func conclude(by name: String) throws {
    try take(.conclude(after: room.exchange.visit.number), by: person(name).id)
  }

  mutating func abandon(by name: String, because reason: String) throws {
    try take(.abandon(because: reason), by: person(name).id)
  }

  /// Someone signs `document` in the capacity they have.
  mutating func sign(_ document: FrozenDocument, _ mandate: Mandate, by name: String) throws {
    guard let signatory = Exchange.Signatory(mandate, name: person(name).name, on: at.day) else {
      preconditionFailure("\(name) holds the mandate that day")
    }
    try take(.sign(.init(.output(document.output), by: signatory, digest: document.digest)), by: person(name).id)
  }

  /// The numbers of what was said to `prompt` so far.
  func said(to prompt: Prompt.ID) -> [Int] {
    room.exchange.visits.flatMap(\.contributions).filter { $0.prompt == prompt }.map(\.number)
  }

  func person(_ name: String) -> Person {
    guard let person = people[name] else { preconditionFailure("\(name) is one of the invented people") }
    return person
  }

  private mutating func take(_ step: Exchange.Step, by person: Person.ID) throws {
    at = at.adding(minutes: pace)
    room = try room.taking(step, by: person, at: at)
  }
}
