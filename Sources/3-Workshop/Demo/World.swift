import Cooperation
import Reference
import SQL
import Storage

/// A universe under construction: gives names, keeps the time, and writes what it is told.
final class World {
  let session: any Session
  let now: Instant
  private var chance: Chance

  init(session: any Session, now: Instant, chance: Chance) {
    (self.session, self.now, self.chance) = (session, now, chance)
  }

  func identifier<Subject>() -> Identifier<Subject> { Identifier(at: now, by: &chance) }

  /// A moment some days before now.
  func ago(_ days: Int) -> Instant { now.adding(days: -days) }

  /// The gazetteer, some thousand places at a time.
  func places() throws {
    var batch: [Place] = []
    try Gazetteer.eachPlace { place in
      batch.append(place)
      if batch.count == 2000 {
        try session.places.insert(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    try session.places.insert(batch)
  }

  /// An organisation in the words of the guide, or an invented one.
  func organisation(
    _ kind: Organisation.Kind, _ name: Texts, _ acronym: String = "", country: Country.Code?, place: Place.ID? = nil,
    about: Texts? = nil, website: String = "", languages: [Language] = [], takes: Int? = nil,
    _ standing: Organisation.Standing
  ) throws -> Organisation {
    let organisation = Organisation(
      id: identifier(), kind: kind, name: name, acronym: acronym, country: country, place: place, about: about,
      website: website, languages: languages, standing: standing, capacity: takes)
    try session.organisations.insert(organisation, at: ago(400))
    return organisation
  }

  func member(_ member: Organisation, of body: Organisation) throws {
    try session.memberships.insert(try Membership(of: member.id, in: body.id))
  }

  func source(_ subject: String, _ name: String, _ reference: String) throws {
    try session.sources.insert(Source(name, reference), of: subject)
  }

  func log(
    _ partnership: Partnership, _ kind: LogEntry.Kind, _ day: String, _ text: Texts, by organisation: Organisation,
    given: PeerDays = .none, received: PeerDays = .none
  ) throws {
    guard let day = Day(day) else { preconditionFailure("\(day) is a day") }
    let entry = LogEntry(
      id: identifier(), partnership: partnership.id, kind: kind, day: day, text: text, organisation: organisation.id,
      given: given, received: received)
    try session.log.insert(entry, at: now)
  }

  /// Twin towns among large cities, as Wikidata lists them: inferred, until someone says so.
  func twinTowns() throws {
    let pairs = TwinTowns.all
    let places = try session.places.find(Array(Set(pairs.flatMap { [$0.a, $0.b] })))
    var cities: [Place.ID: Organisation] = [:]
    try session.organisations.each { organisation in
      if let place = organisation.place, organisation.kind == .localGovernment { cities[place] = organisation }
    }
    for place in places.sorted(by: { $0.id.number < $1.id.number }) where cities[place.id] == nil {
      cities[place.id] = try city(on: place)
    }
    for pair in pairs {
      guard let a = cities[pair.a], let b = cities[pair.b] else { continue }
      let partnership = Partnership(
        id: identifier(), title: Texts("\(a.name.plain) – \(b.name.plain)", in: "en"), form: .twinning,
        parties: try Parties([Party(a.id), Party(b.id)]), stage: .inferred)
      try session.partnerships.insert(partnership, .imported, at: ago(300))
      try source(partnership.id.text, "wikidata-p190", "\(pair.a)-\(pair.b)")
    }
  }

  private func city(on place: Place) throws -> Organisation {
    let names = place.names.filter { Language.interface.contains($0.key) }
    let name = Texts(place.name, in: "en", translations: names)
    let city = try organisation(
      .localGovernment, name, country: place.country, place: place.id,
      languages: Countries[place.country].map { Array($0.languages.prefix(1)) } ?? [], .inferred)
    try source(city.id.text, "geonames", place.id.description)
    return city
  }
}

extension Texts {
  /// The words as they were first written.
  var plain: String { reading(in: [original]).text }
}

/// Pairs of large cities that Wikidata calls twinned (property P190, CC0).
enum TwinTowns {
  struct Pair {
    let a: Place.ID
    let b: Place.ID
  }

  static let all: [Pair] = Embedded.files.filter { $0.path.hasSuffix("twinnings.tsv") }.flatMap { file in
    file.text.description.split(separator: "\n").compactMap { line -> Pair? in
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let a = GeoNamesNumber(cells[0]), let b = GeoNamesNumber(cells[1]) else { return nil }
      return Pair(a: a, b: b)
    }
  }
}
