import Cooperation
import Reference
import SQL
import Storage
import Synchronization

/// Everything published, held ready for matching; brought up to date with the database before it is asked.
final class MatchKeeper: Sendable {
  private let held = Mutex(Held(index: MatchKeeper.empty, upTo: nil))
  let finder = ThemeFinder(Themes.all)

  private struct Held: Sendable {
    var index: MatchIndex
    /// The number of the last change that it knows of; nil before it is made.
    var upTo: Int?
  }

  private static var empty: MatchIndex { MatchIndex(themes: Themes.all, targets: Goals.targets.keys) }

  /// How many changes are taken in one by one; more of them, and it is made anew.
  private static let most = 500

  /// The index as the database stands in `session`.
  func index(in session: any Session) throws -> MatchIndex {
    let latest = try session.changes.latest()
    return try held.withLock { held in
      guard held.upTo != latest else { return held.index }
      if let known = held.upTo, latest - known <= Self.most, try session.changes.reachesBack(to: known) {
        try takeIn(session.changes.since(known, limit: Self.most).map(\.subject), &held.index, session)
      } else {
        held.index = try made(in: session)
      }
      held.upTo = latest
      return held.index
    }
  }

  private func made(in session: any Session) throws -> MatchIndex {
    var index = Self.empty
    var owners: [Organisation.ID: Owner] = [:]
    try session.practices.eachPublished { practice in
      let owner = try owner(practice.organisation, &owners, session)
      index.put(
        practice.id, of: practice.organisation, Matter(practice, of: owner.organisation, in: owner.setting, by: finder))
    }
    try session.needs.eachPublished { need in
      let owner = try owner(need.organisation, &owners, session)
      index.put(need.id, of: need.organisation, Matter(need, of: owner.organisation, in: owner.setting, by: finder))
    }
    return index
  }

  private func takeIn(_ subjects: [String], _ index: inout MatchIndex, _ session: any Session) throws {
    var owners: [Organisation.ID: Owner] = [:]
    for subject in Set(subjects) {
      if let id = Practice.ID(subject) {
        index.remove(id)
        guard let practice = try session.practices.find(id, for: .visitor) else { continue }
        let owner = try owner(practice.organisation, &owners, session)
        index.put(
          id, of: practice.organisation, Matter(practice, of: owner.organisation, in: owner.setting, by: finder))
      } else if let id = Need.ID(subject) {
        index.remove(id)
        guard let need = try session.needs.find(id, for: .visitor) else { continue }
        index.put(id, of: need.organisation, try matter(need, session, &owners))
      }
    }
  }

  /// Whose something is, with the circumstances that it comes from.
  private struct Owner {
    let organisation: Organisation
    let setting: Setting
  }

  private func owner(
    _ id: Organisation.ID, _ known: inout [Organisation.ID: Owner], _ session: any Session
  ) throws -> Owner {
    if let owner = known[id] { return owner }
    let organisation = try session.organisations.require(id)
    let place = try organisation.place.flatMap { try session.places.find($0) }
    let setting = Setting(population: place?.population, in: organisation.country.flatMap { Countries[$0] })
    known[id] = Owner(organisation: organisation, setting: setting)
    return Owner(organisation: organisation, setting: setting)
  }

  private func matter(
    _ need: Need, _ session: any Session, _ owners: inout [Organisation.ID: Owner]
  ) throws -> Matter {
    let owner = try owner(need.organisation, &owners, session)
    return Matter(need, of: owner.organisation, in: owner.setting, by: finder)
  }

  /// The best matches of a need, also of a draft that only its owners see.
  func matches(
    for need: Need, by weights: Match.Weights, top count: Int, in session: any Session, on day: Day
  ) throws -> [Match] {
    var index = try index(in: session)
    index.dropExpired(on: day)
    var owners: [Organisation.ID: Owner] = [:]
    let matter = try matter(need, session, &owners)
    return index.matches(for: matter, of: need.organisation, by: weights, top: count)
  }
}
