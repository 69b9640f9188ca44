package import Cooperation
import Languages
package import Pages
package import SQL
import Storage

/// What is asked of the practices on record, and how.
package struct MatchAsking: Sendable {
  let subject: Subject
  let weights: Match.Weights
  /// How many are wanted, 1 to 100.
  let top: Int

  package enum Subject: Sendable {
    case need(Need)
    /// A question in someone's own words, for an organisation or for none.
    case words(String, in: Language, by: Organisation.ID?)
  }

  package init(_ subject: Subject, by weights: Match.Weights = .standard, top: Int = 20) {
    (self.subject, self.weights, self.top) = (subject, weights, min(max(top, 1), 100))
  }

  /// The answers, the best first, told in `language`; nil while the index is being made.
  ///
  /// What was asked and answered before counts for those who speak for the asker; it is none of others' business.
  /// - Throws: `Missing` where the asker is not on record.
  package func lines(
    _ keeper: MatchKeeper, _ session: any Session, for viewer: Viewer, in language: Language, on day: Day
  ) throws -> [MatchLine]? {
    guard let index = try keeper.index(session, on: day) else { return nil }
    let matter = try matter(keeper.finder, session), own = asker.flatMap { viewer.may(.reader, for: $0) ? $0 : nil }
    var circumstances = Match.Circumstances()
    circumstances.capacities = try session.introductions.capacities(on: day)
    if let asker { circumstances.reaches = try session.introductions.reaches(of: asker, in: language) }
    if let own {
      let history = try session.introductions.history(of: own, about: matter.themes, on: day)
      circumstances.capacities.merge(history) { $1 }
    }
    let matches = index.matches(for: matter, of: asker, by: weights, in: circumstances, top: top)
    let asked = try own.map {
      try session.introductions.latest(of: $0, to: matches.map(\.organisation), in: language)
    }
    let briefs = try session.practices.briefs(matches.map(\.practice), for: .visitor, in: language)
    let byID = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0) })
    return matches.compactMap { match in
      byID[match.practice].map {
        MatchLine(
          match, $0.organisation, practice: $0.title, weights: weights, need: need,
          introduction: asked?[match.organisation])
      }
    }
  }

  private var need: Need.ID? { if case .need(let need) = subject { need.id } else { nil } }

  private var asker: Organisation.ID? {
    switch subject {
    case .need(let need): need.organisation
    case .words(_, _, let organisation): organisation
    }
  }

  private func matter(_ finder: ThemeFinder, _ session: any Session) throws -> Matter {
    let owners = try Owners(asker.map { [$0] } ?? [], in: session)
    let owner = asker.flatMap { owners[$0] }
    if let asker, owner == nil { throw Missing(asker) }
    switch (subject, owner) {
    case (.need(let need), let owner?):
      return Matter(need, of: owner, in: owners.setting(of: need.topic, owner), by: finder)
    case (.need(let need), nil): throw Missing(need.organisation)
    case (.words(let text, let language, _), let owner):
      let languages = owner.map(\.languages).flatMap { $0.isEmpty ? nil : $0 } ?? [language]
      return Matter(
        asking: text, in: language, languages: languages,
        setting: owner.map { owners.setting(of: Topic(), $0) } ?? Setting(), by: finder)
    }
  }
}
