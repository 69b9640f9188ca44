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

  /// Says which content an index has: two of one keeper with equal stamps hold the same.
  struct Stamp: Hashable {
    /// How many had been made before.
    let made: Int
    let version: Int
  }

  /// The index as it was at a moment.
  struct Snapshot {
    let index: MatchIndex
    let stamp: Stamp

    init(_ index: MatchIndex, made: Int) {
      (self.index, stamp) = (index, Stamp(made: made, version: index.version))
    }
  }

  private let makings = Atomic<Int>(0)

  fileprivate struct Kept {
    var index: MatchIndex
    let made: Int
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
    try snapshot(session, on: day)?.index
  }

  /// The same with what tells it from others.
  func snapshot(_ session: any Session, on day: Day) throws -> Snapshot? {
    let latest = try session.changes.latest()
    let ready: Snapshot?? = try state.withLock { state in
      switch state {
      case .making: return .some(nil)
      case .nothing: break
      case .kept(var kept):
        // Taken out while it changes, so that what is not shared is not copied.
        state = .nothing
        if try bring(&kept, to: latest, session, day) {
          state = .kept(kept)
          return Snapshot(kept.index, made: kept.made)
        }
      }
      state = .making
      return .none
    }
    if let ready { return ready }
    return try make(session, latest, day)
  }

  private func make(_ session: any Session, _ latest: Int, _ day: Day) throws -> Snapshot {
    do {
      var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys)
      var filling = MatchFilling(session: session, finder: finder, day: day)
      try session.practices.eachPublished { try filling.put($0, into: &index) }
      try session.needs.eachPublished { try filling.put($0, into: &index) }
      try filling.flush(into: &index)
      let kept = Kept(
        index: index, made: makings.add(1, ordering: .relaxed).newValue, number: latest, day: day)
      state.withLock { $0 = .kept(kept) }
      return Snapshot(kept.index, made: kept.made)
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
