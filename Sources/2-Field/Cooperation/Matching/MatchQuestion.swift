extension MatchIndex {
  /// The practices that answer `matter` best, at most `count` of them, the best first; equal ones by their id.
  ///
  /// Exact: no practice left out would score more. One that has no theme and no word in common with it is no answer,
  /// and neither are the asker's own.
  /// - Parameters:
  ///   - asker: who asks; nil for someone without an organisation, who is then told nothing of teaching back.
  ///   - circumstances: what is known of others' room and of the asker's ways to them.
  package func matches(
    for matter: Matter, of asker: Organisation.ID?, by weights: Match.Weights = .standard,
    in circumstances: Match.Circumstances = Match.Circumstances(), top count: Int = 20
  ) -> [Match] {
    MatchQuestion(matter, of: asker, by: weights, in: circumstances, to: self).best(count)
  }
}

/// A need put to an index: everything that can be known before looking at a single practice.
package struct MatchQuestion: Sendable {
  let index: MatchIndex
  let matter: Matter
  let weights: Match.Weights
  /// What each part gives to the whole.
  let shares: PartScores
  /// The asker's number; one that nobody has where it has none.
  let own: UInt32
  let themes: ThemesAsked
  let targets: TargetsAsked
  let terms: TermsAsked
  /// What a land gives, by its number, 0 to 0.5.
  let lands: [Double]
  /// What a list of languages gives, by its number, 0 to 1.
  let languages: [Double]
  /// What being known to work gives, by its number, 0 to 1.
  let evidence: [Double]
  /// The natural logarithm of the asker's inhabitants; -1 where unknown.
  let size: Double
  let teaching: TeachingAsked
  let circumstances: CircumstancesAsked
  /// What teaching back, room and reach give to the whole, by the organisation's number: looked up together.
  let ofOrganisation: [Double]
  let most: Most

  /// What some parts can give to the whole at most, to this asker.
  struct Most: Sendable {
    /// That two places are of one size.
    let size: Double
    let ofOrganisation: Double
    /// All but themes and text together.
    let beside: Double
  }

  package init(
    _ matter: Matter, of asker: Organisation.ID?, by weights: Match.Weights = .standard,
    in circumstances: Match.Circumstances = Match.Circumstances(), to index: MatchIndex
  ) {
    (self.index, self.matter, self.weights) = (index, matter, weights)
    shares = PartScores(weights)
    own = asker.flatMap { index.organisations[$0] } ?? .max
    themes = ThemesAsked(matter.themes, index)
    targets = TargetsAsked(matter.targets, index)
    terms = TermsAsked(matter.terms, index)
    lands = index.lands.values.map { Self.nearness(of: $0, to: matter.setting.land) }
    languages = index.languages.values.map { SharedLanguage(matter.languages, $0)?.score ?? 0 }
    evidence = index.evidence.values.map(\.score)
    size = matter.setting.population.map { Double($0).naturalLogarithm } ?? -1
    teaching = TeachingAsked(by: own, index)
    self.circumstances = CircumstancesAsked(circumstances, isAsked: asker != nil, index)
    ofOrganisation = Self.ofOrganisation(teaching, self.circumstances, shares)
    let alike = size < 0 ? 0 : shares.context * 0.5, mostOfOrganisation = ofOrganisation.max() ?? 0
    let told = shares.languages * (languages.max() ?? 0) + shares.evidence * (evidence.max() ?? 0)
    let beside = shares.context * (lands.max() ?? 0) + alike + told + mostOfOrganisation
    most = Most(size: alike, ofOrganisation: mostOfOrganisation, beside: beside)
  }

  private static func ofOrganisation(
    _ teaching: TeachingAsked, _ circumstances: CircumstancesAsked, _ shares: PartScores
  ) -> [Double] {
    circumstances.capacities.indices.map { number in
      shares.capacity * circumstances.capacities[number] + shares.reach * circumstances.reaches[number]
        + shares.reciprocity * Double(teaching.best(for: UInt32(number)).score)
    }
  }

  /// Half for the income group and half for the part of the world, together at most 0.5; what is unknown gives nothing.
  private static func nearness(of theirs: Setting.Land?, to yours: Setting.Land?) -> Double {
    guard let theirs, let yours else { return 0 }
    let land = Match.Context.Land(theirs, yours)
    let world = land == .country || land == .subregion ? 0.25 : land == .region ? 0.125 : 0
    guard let mine = yours.income?.rank, let other = theirs.income?.rank else { return world }
    return world + (mine == other ? 0.25 : abs(mine - other) == 1 ? 0.125 : 0)
  }
}

extension Match.Context.Land {
  init(_ a: Setting.Land, _ b: Setting.Land) {
    if a.country == b.country {
      self = .country
    } else if a.region != b.region || a.region.isEmpty {
      self = .apart
    } else {
      self = a.subregion == b.subregion && !a.subregion.isEmpty ? .subregion : .region
    }
  }
}

extension Country.IncomeGroup {
  fileprivate var rank: Int? { Self.allCases.firstIndex(of: self) }
}

/// The language in which two can talk best.
struct SharedLanguage {
  let language: Language
  /// 1 where it is the first of both; less for each place that it stands further back.
  let score: Double

  /// Nil where they share none. Regions do not matter: `pt-BR` and `pt` are one.
  init?(_ yours: [Language], _ theirs: [Language]) {
    var best: (Language, Double)?
    for (place, language) in yours.enumerated() {
      guard let other = theirs.firstIndex(where: { $0.primary == language.primary }) else { continue }
      let score = max(0.4, 1 - 0.2 * Double(place + other))
      if best.map({ $0.1 < score }) ?? true { best = (language, score) }
    }
    guard let best else { return nil }
    (language, score) = best
  }
}
