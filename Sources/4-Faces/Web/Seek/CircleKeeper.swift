package import Cooperation
package import SQL
import Storage
import Synchronization

/// Who could teach whom, and the learning circles that were asked for lately: gathered once for each state of the
/// practices and needs, and kept until they change.
package final class CircleKeeper: Sendable {
  private let state = Mutex(State())
  /// How many comparisons of a need with a practice are made at once whenever something changes. With more than these
  /// what was gathered is good for an hour.
  private let most: Int

  /// Held while a cohort is being put together.
  private let cohorts = Mutex(())

  private struct State {
    var kept: Kept?
    /// Another thread gathers them.
    var isMaking = false
  }

  private struct Kept {
    let stamp: MatchKeeper.Stamp
    let arcs: TeachingArcs
    let isLarge: Bool
    let until: Instant
    var found: [Question: TeachingArcs.Found] = [:]
  }

  /// Which circles are asked for.
  package struct Question: Hashable, Sendable {
    package var sizes = Circle.sizes
    /// Of which at least one must be what someone learns.
    package var themes: Set<Theme.ID>?
    package var organisation: Organisation.ID?

    package init() {}
  }

  /// How many circles are looked for, the best.
  package static let top = 1000
  /// How many questions are kept with their answers.
  private static let questions = 64

  package init(most: Int = 20_000_000) { self.most = most }

  /// The best circles, at most `top`; nil while they are being gathered for the first time by someone else.
  package func circles(
    _ question: Question, _ matches: MatchKeeper, _ session: any Session, at now: Instant
  ) throws -> TeachingArcs.Found? {
    guard let (arcs, stamp) = try arcs(matches, session, at: now) else { return nil }
    let known = state.withLock { state in state.kept?.stamp == stamp ? state.kept?.found[question] : nil }
    if let known { return known }
    let found = arcs.circles(
      of: question.sizes, about: question.themes, with: question.organisation, top: Self.top)
    state.withLock { state in
      guard state.kept?.stamp == stamp else { return }
      if (state.kept?.found.count ?? 0) >= Self.questions { state.kept?.found.removeAll() }
      state.kept?.found[question] = found
    }
    return found
  }

  /// Everyone who could teach another something or learn from one, in the order of their ids; none while the arcs are
  /// being gathered for the first time by someone else.
  func organisations(_ matches: MatchKeeper, _ session: any Session, at now: Instant) throws -> [Organisation.ID] {
    try arcs(matches, session, at: now)?.0.organisations ?? []
  }

  /// Puts a cohort together, one at a time, for it takes a while where many are on record; nil while another is.
  func alone<Result: Sendable>(_ gather: () throws -> Result) rethrows -> Result? {
    try cohorts.withLockIfAvailable { _ in try gather() }
  }

  /// Whether to ask for something now means to gather everything first, which takes a while where there is much.
  func gathersFirst(at now: Instant) -> Bool {
    state.withLock { state in !state.isMaking && state.kept.map { $0.isLarge && now >= $0.until } ?? true }
  }

  private func arcs(
    _ matches: MatchKeeper, _ session: any Session, at now: Instant
  ) throws -> (TeachingArcs, MatchKeeper.Stamp)? {
    guard let snapshot = try matches.snapshot(session, on: now.day) else { return nil }
    let ready: (TeachingArcs, MatchKeeper.Stamp)?? = state.withLock { state in
      if let kept = state.kept {
        let isFresh = kept.stamp == snapshot.stamp || (kept.isLarge && now < kept.until)
        if isFresh || state.isMaking { return .some((kept.arcs, kept.stamp)) }
      }
      if state.isMaking { return .some(nil) }
      state.isMaking = true
      return .none
    }
    if let ready { return ready }
    defer { state.withLock { $0.isMaking = false } }
    var filling = CircleFilling(session, snapshot.index, matches.finder, on: now.day)
    let arcs = TeachingArcs(try filling.gathered())
    let isLarge = filling.count * snapshot.index.count > most
    state.withLock {
      $0.kept = Kept(stamp: snapshot.stamp, arcs: arcs, isLarge: isLarge, until: now.adding(seconds: 3600))
    }
    return (arcs, snapshot.stamp)
  }
}

/// Puts every published need to the practices.
private struct CircleFilling {
  let session: any Session
  let index: MatchIndex
  let finder: ThemeFinder
  let day: Day
  private(set) var count = 0
  private var answered: [TeachingArcs.Answered] = []
  private var needs: [Need] = []

  init(_ session: any Session, _ index: MatchIndex, _ finder: ThemeFinder, on day: Day) {
    (self.session, self.index, self.finder, self.day) = (session, index, finder, day)
  }

  mutating func gathered() throws -> [TeachingArcs.Answered] {
    try session.needs.eachPublished { need in
      if need.shelf.isCurrent(on: day) { needs.append(need) }
      if needs.count == 256 { try flush() }
    }
    try flush()
    return answered
  }

  private mutating func flush() throws {
    let owners = try Owners(Set(needs.map(\.organisation)), in: session)
    for need in needs {
      guard let owner = owners[need.organisation] else { continue }
      let matter = Matter(need, of: owner, in: owners.setting(of: need.topic, owner), by: finder)
      let question = MatchQuestion(matter, of: owner.id, by: .ofCircles, to: index)
      answered.append(
        .init(need.id, of: owner.id, themes: need.topic.themes, question.answers(TeachingArcs.bestPerNeed)))
    }
    count += needs.count
    needs.removeAll(keepingCapacity: true)
  }
}
