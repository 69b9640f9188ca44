import Cooperation
import SQL
import Storage
import Synchronization

/// Something made of what the database holds, and brought up to date by the numbers of its changes before it is used.
final class Derived<Content: Sendable>: Sendable {
  private let state = Mutex(State.nothing)
  private let makings = Atomic<Int>(0)
  private let make: Make
  private let renew: Renew

  /// Makes it anew, for a day.
  typealias Make = @Sendable (any Session, Day) throws -> Content
  /// Brings in whatever the changed subjects are now, and that it is now that day.
  typealias Renew = @Sendable (inout Content, Set<String>, any Session, Day) throws -> Void

  /// What was made, and how often it had been made before.
  struct Kept: Sendable {
    fileprivate(set) var content: Content
    let made: Int
    /// The last change that it knows of.
    fileprivate var number: Int
    fileprivate var day: Day
  }

  private enum State {
    case nothing
    /// Another thread makes it: that may take a while where there is much.
    case making
    case kept(Kept)
  }

  /// With more changes than these it is quicker to begin anew.
  private static var most: Int { 2000 }

  init(make: @escaping Make, renew: @escaping Renew) { (self.make, self.renew) = (make, renew) }

  /// It as the database is now; nil while it is being made for the first time by someone else.
  func kept(_ session: any Session, on day: Day) throws -> Kept? {
    let latest = try session.changes.latest()
    let ready: Kept?? = try state.withLock { state in
      switch state {
      case .making: return .some(nil)
      case .nothing: break
      case .kept(var kept):
        // Taken out while it changes, so that what is not shared is not copied.
        state = .nothing
        if try bring(&kept, to: latest, session, day) {
          state = .kept(kept)
          return kept
        }
      }
      state = .making
      return .none
    }
    if let ready { return ready }
    do {
      let count = makings.add(1, ordering: .relaxed).newValue
      let kept = Kept(content: try make(session, day), made: count, number: latest, day: day)
      state.withLock { $0 = .kept(kept) }
      return kept
    } catch {
      state.withLock { $0 = .nothing }
      throw error
    }
  }

  /// Forgets it: the database is not the one of which it was made.
  func forget() {
    state.withLock { state in
      // Whoever makes it at this moment puts it there all the same, and made it of what they saw.
      if case .kept = state { state = .nothing }
    }
  }

  /// Whoever looks at the database as it was before the last changes gets what it has become since: what is kept never
  /// goes back. That the numbers themselves went back, as after a restored copy, no reader can tell from this; the
  /// follower can, who looks again and again, and forgets it.
  ///
  /// - Returns: false where it is to be made anew.
  private func bring(_ kept: inout Kept, to latest: Int, _ session: any Session, _ day: Day) throws -> Bool {
    var subjects: Set<String> = []
    if latest < kept.number { return true }
    if latest != kept.number {
      guard latest - kept.number <= Self.most,
        try session.changes.reachesBack(to: kept.number)
      else { return false }
      subjects = Set(try session.changes.since(kept.number, limit: Self.most).map(\.subject))
    }
    if !subjects.isEmpty || day != kept.day { try renew(&kept.content, subjects, session, day) }
    (kept.number, kept.day) = (latest, day)
    return true
  }
}
