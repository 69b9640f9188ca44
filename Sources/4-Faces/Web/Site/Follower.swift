import Cooperation
import Glibc
import SQL
import Storage
import Synchronization

/// A thread that looks once a second for what has changed in the database, here or by another process, and brings
/// what is
/// derived from it up to date.
final class Follower: Sendable {
  private let state = Mutex(State())
  private let isHurried = Atomic<Bool>(true)
  private let database: any Database
  private let index: PublicIndex?
  private let matches: MatchKeeper
  private let shelves: Derived<Shelves>
  private let clock: @Sendable () -> Instant
  private let kept: KeptPages
  private let failed: @Sendable (any Error) -> Void

  private struct State {
    var isEnding = false
    var thread: pthread_t?
    var seen = -1
    /// What went wrong the last time, so that the log has it once and not every second.
    var lament = ""
  }

  init(
    of database: any Database, index: PublicIndex?, matches: MatchKeeper, shelves: Derived<Shelves>,
    clock: @escaping @Sendable () -> Instant, kept: KeptPages, failed: @escaping @Sendable (any Error) -> Void
  ) {
    (self.database, self.index, self.matches, self.shelves) = (database, index, matches, shelves)
    (self.clock, self.kept, self.failed) = (clock, kept, failed)
  }

  /// Something was written here: look at once.
  func hurry() { isHurried.store(true, ordering: .relaxed) }

  /// What is derived is not as it should be: make it anew.
  func lookAgain() {
    state.withLock { $0.seen = -1 }
    hurry()
  }

  func begin() {
    let own = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Follower>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, own.toOpaque())
    if failed == 0 { state.withLock { $0.thread = thread } } else { own.release() }
  }

  func end() {
    let thread = state.withLock { state in
      state.isEnding = true
      return state.thread.take()
    }
    if let thread { pthread_join(thread, nil) }
  }

  /// Looks once. What fails is tried again the next time: nothing depends on it but how fresh a search is.
  func look() {
    isHurried.store(false, ordering: .relaxed)
    guard let latest = try? database.read({ session in try session.changes.latest() }) else { return }
    let before = state.withLock { state in
      defer { state.seen = latest }
      return state.seen
    }
    guard before != latest else { return }
    kept.forget()
    // Each look sees all that the one before saw: fewer changes mean another database, such as a restored copy.
    if latest < before {
      shelves.forget()
      matches.forget()
    }
    do {
      // What is quickly made comes first: a search index takes long to make anew.
      try database.read { session in _ = try shelves.kept(session, on: clock().day) }
      try database.read { session in _ = try matches.index(session, on: clock().day) }
      try index?.follow(database)
      state.withLock { $0.lament = "" }
    } catch {
      let isNews = state.withLock { state in
        defer { (state.seen, state.lament) = (-1, "\(error)") }
        return state.lament != "\(error)"
      }
      if isNews { failed(error) }
    }
  }

  private func run() {
    while !state.withLock({ $0.isEnding }) {
      look()
      // In small steps, so that neither ending nor hurrying waits long.
      for _ in 0..<20 where !isHurried.load(ordering: .relaxed) && !state.withLock({ $0.isEnding }) { usleep(50_000) }
    }
  }
}
