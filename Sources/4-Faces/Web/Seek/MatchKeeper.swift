package import Cooperation
import Reference
package import SQL
import Storage

/// The published practices and needs, ready to be matched.
package final class MatchKeeper: Sendable {
  package let finder: ThemeFinder
  private let derived: Derived<Current>

  private struct Current {
    var index: MatchIndex
    /// What had expired before this day is forgotten.
    var day: Day
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
  }

  package init() {
    let finder = ThemeFinder(Themes.all)
    self.finder = finder
    derived = Derived(
      make: { session, day in
        var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys)
        var filling = MatchFilling(session: session, finder: finder, day: day)
        try session.practices.eachPublished { try filling.put($0, into: &index) }
        try session.needs.eachPublished { try filling.put($0, into: &index) }
        try filling.flush(into: &index)
        return Current(index: index, day: day)
      },
      renew: { current, subjects, session, day in
        var filling = MatchFilling(session: session, finder: finder, day: day)
        try filling.renew(subjects, in: &current.index)
        if day != current.day { current.index.dropExpired(on: day) }
        current.day = day
      })
  }

  /// Forgets it: the database is another.
  func forget() { derived.forget() }

  /// The index as the database is now; nil while it is being made for the first time by someone else.
  package func index(_ session: any Session, on day: Day) throws -> MatchIndex? {
    try derived.kept(session, on: day)?.content.index
  }

  /// The same with what tells it from others.
  func snapshot(_ session: any Session, on day: Day) throws -> Snapshot? {
    try derived.kept(session, on: day).map { kept in
      let index = kept.content.index
      return Snapshot(index: index, stamp: Stamp(made: kept.made, version: index.version))
    }
  }
}
