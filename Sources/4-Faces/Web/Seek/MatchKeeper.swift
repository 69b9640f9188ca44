package import Cooperation
import Reference
package import SQL
import Storage
import Synchronization

/// The published practices and needs, ready to be matched: a cache of what the database holds, brought up to date by
/// the numbers of its changes before each question.
package final class MatchKeeper: Sendable {
  private let state = Mutex(State.nothing)
  package let finder = ThemeFinder(Themes.all)

  private enum State {
    case nothing
    /// Another thread makes it: that may take a while where there is much.
    case making
    case kept(Kept)
  }

  fileprivate struct Kept {
    var index: MatchIndex
    /// The last change that it knows of.
    var number: Int
    /// What had expired before this day is forgotten.
    var day: Day
  }

  /// With more changes than these it is quicker to begin anew.
  private static let most = 2000

  package init() {}

  /// The index as the database is now; nil while it is being made for the first time by someone else.
  package func index(_ session: any Session, on day: Day) throws -> MatchIndex? {
    let latest = try session.changes.latest()
    let ready: MatchIndex?? = try state.withLock { state in
      switch state {
      case .making: return .some(nil)
      case .nothing: break
      case .kept(var kept):
        // Taken out while it changes, so that what is not shared is not copied.
        state = .nothing
        if try bring(&kept, to: latest, session, day) {
          state = .kept(kept)
          return kept.index
        }
      }
      state = .making
      return .none
    }
    if let ready { return ready }
    return try make(session, latest, day)
  }

  private func make(_ session: any Session, _ latest: Int, _ day: Day) throws -> MatchIndex {
    do {
      var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys)
      var filling = MatchFilling(session: session, finder: finder, day: day)
      try session.practices.eachPublished { try filling.put($0, into: &index) }
      try session.needs.eachPublished { try filling.put($0, into: &index) }
      try filling.flush(into: &index)
      let made = index
      state.withLock { $0 = .kept(Kept(index: made, number: latest, day: day)) }
      return made
    } catch {
      state.withLock { $0 = .nothing }
      throw error
    }
  }

  /// - Returns: false where it is to be made anew.
  private func bring(_ kept: inout Kept, to latest: Int, _ session: any Session, _ day: Day) throws -> Bool {
    if latest != kept.number {
      guard latest > kept.number, latest - kept.number <= Self.most,
        try session.changes.reachesBack(to: kept.number)
      else { return false }
      let changes = try session.changes.since(kept.number, limit: Self.most)
      var filling = MatchFilling(session: session, finder: finder, day: day)
      try filling.renew(Set(changes.map(\.subject)), in: &kept.index)
      kept.number = latest
    }
    if kept.day != day {
      kept.index.dropExpired(on: day)
      kept.day = day
    }
    return true
  }
}
