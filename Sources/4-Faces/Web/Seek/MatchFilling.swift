import Cooperation
import Reference
import SQL
import Storage

/// Puts works into a match index, many at a time, with what their organisations and places say of them.
struct MatchFilling {
  let session: any Session
  let finder: ThemeFinder
  let day: Day
  private var practices: [Practice] = []
  private var needs: [Need] = []

  init(session: any Session, finder: ThemeFinder, day: Day) {
    (self.session, self.finder, self.day) = (session, finder, day)
  }

  mutating func put(_ practice: Practice, into index: inout MatchIndex) throws {
    practices.append(practice)
    if practices.count == 256 { try flush(into: &index) }
  }

  mutating func put(_ need: Need, into index: inout MatchIndex) throws {
    needs.append(need)
    if needs.count == 256 { try flush(into: &index) }
  }

  /// Puts in what has been gathered.
  mutating func flush(into index: inout MatchIndex) throws {
    let owners = try Owners(Set(practices.map(\.organisation)).union(needs.map(\.organisation)), in: session)
    let taken = try session.adoptions.taken(practices.map(\.id))
    for practice in practices where practice.shelf.isCurrent(on: day) {
      guard let owner = owners[practice.organisation] else { continue }
      let setting = owners.setting(of: practice.topic, owner), known = taken[practice.id]
      let evidence = Match.Evidence(level: practice.facts.evidence, worked: known?.worked ?? 0, of: known?.all ?? 0)
      index.put(practice.id, of: owner.id, Matter(practice, of: owner, in: setting, by: finder, evidence))
    }
    for need in needs where need.shelf.isCurrent(on: day) {
      guard let owner = owners[need.organisation] else { continue }
      index.put(need.id, of: owner.id, Matter(need, of: owner, in: owners.setting(of: need.topic, owner), by: finder))
    }
    practices.removeAll(keepingCapacity: true)
    needs.removeAll(keepingCapacity: true)
  }

  /// Puts in anew whatever the changed subjects are, or belong to.
  mutating func renew(_ subjects: Set<String>, in index: inout MatchIndex) throws {
    var practices = Set(subjects.compactMap { Practice.ID($0) }), needs = Set(subjects.compactMap { Need.ID($0) })
    let owners = subjects.compactMap { Organisation.ID($0) }
    practices.formUnion(try session.practices.publishedIDs(of: owners))
    needs.formUnion(try session.needs.publishedIDs(of: owners))
    for id in practices { index.remove(id) }
    for id in needs { index.remove(id) }
    for practice in try session.practices.find(practices.sorted(), for: .visitor) { try put(practice, into: &index) }
    for need in try session.needs.find(needs.sorted(), for: .visitor) { try put(need, into: &index) }
    try flush(into: &index)
  }
}

/// Some organisations, and how many people live in their places.
struct Owners {
  private let organisations: [Organisation.ID: Organisation]
  private let populations: [Place.ID: Int]

  init(_ ids: Set<Organisation.ID>, in session: any Session) throws {
    let found = try session.organisations.find(ids.sorted())
    let places = try session.places.find(Array(Set(found.compactMap(\.place))))
    organisations = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    populations = Dictionary(
      uniqueKeysWithValues: places.compactMap { place in place.population.map { (place.id, $0) } })
  }

  subscript(_ id: Organisation.ID) -> Organisation? { organisations[id] }

  /// Where a work holds: what it says itself, or else where its organisation is.
  func setting(of topic: Topic, _ owner: Organisation) -> Setting {
    Setting(
      population: topic.context.population ?? owner.place.flatMap { populations[$0] },
      in: (topic.context.country ?? owner.country).flatMap { Countries[$0] })
  }
}
