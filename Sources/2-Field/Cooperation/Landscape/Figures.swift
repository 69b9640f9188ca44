/// What is on record of a country: who is there, how its partnerships stand, what is sought and taught.
package struct CountryFigures: Sendable, Equatable {
  package let organisations: [Organisation.Kind: Int]
  /// Organisations for which someone of their own speaks here.
  package let spokenFor: Int
  /// Towns of the gazetteer, and those of them that have a partnership on record.
  package let towns: Int
  package let tiedTowns: Int
  package let partnerships: [Partnership.Form: Tally]
  package let themes: [ThemeFigures]

  package init(
    organisations: [Organisation.Kind: Int] = [:], spokenFor: Int = 0, towns: Int = 0, tiedTowns: Int = 0,
    partnerships: [Partnership.Form: Tally] = [:], themes: [ThemeFigures] = []
  ) {
    (self.organisations, self.spokenFor) = (organisations, spokenFor)
    (self.towns, self.tiedTowns, self.partnerships, self.themes) = (towns, tiedTowns, partnerships, themes)
  }

  /// How all its partnerships stand.
  package var tally: Tally { partnerships.values.sum() }

  /// What is sought here and taught by nobody here, the most sought first.
  package var gaps: [ThemeFigures] {
    themes.filter { $0.needs > 0 && $0.practices == 0 }.sorted { $0.isAhead(of: $1, \.needs) }
  }

  /// What someone here seeks and someone else here can teach.
  package var nearby: [ThemeFigures] {
    themes.filter { $0.needs > 0 && $0.practices > 0 }.sorted { $0.isAhead(of: $1, \.needs) }
  }

  /// What can be learnt here and nobody here seeks.
  package var gifts: [ThemeFigures] {
    themes.filter { $0.needs == 0 && $0.practices > 0 }.sorted { $0.isAhead(of: $1, \.practices) }
  }

  /// What several partnerships work on here, perhaps without knowing of each other; the busiest first.
  package var overlaps: [ThemeFigures] {
    themes.filter { $0.partnerships > 1 }.sorted { $0.isAhead(of: $1, \.partnerships) }
  }
}

/// How often a theme is sought, taught and worked on.
package struct ThemeFigures: Sendable, Hashable {
  package let theme: Theme.ID
  /// Needs and practices that are published and current.
  package let needs: Int
  package let practices: Int
  package let partnerships: Int

  package init(_ theme: Theme.ID, needs: Int = 0, practices: Int = 0, partnerships: Int = 0) {
    (self.theme, self.needs, self.practices, self.partnerships) = (theme, needs, practices, partnerships)
  }

  fileprivate func isAhead(of other: ThemeFigures, _ count: KeyPath<ThemeFigures, Int>) -> Bool {
    let mine = self[keyPath: count], theirs = other[keyPath: count]
    return mine != theirs ? mine > theirs : theme < other.theme
  }
}

/// How many needs and practices name a target of the Sustainable Development Goals.
package struct TargetFigures: Sendable, Hashable {
  package let target: Target
  /// Needs and practices that are published and current.
  package let needs: Int
  package let practices: Int

  package init(_ target: Target, needs: Int = 0, practices: Int = 0) {
    (self.target, self.needs, self.practices) = (target, needs, practices)
  }
}

/// How the forms of partnership came and went: how many began in which year.
package struct Evolution: Sendable, Equatable {
  /// By rising year; a year in which none began is not there.
  package let years: [Year]
  /// Partnerships of which nobody has said when they began.
  package let undated: Int

  package init(years: [Year], undated: Int) {
    (self.years, self.undated) = (years.sorted { $0.year < $1.year }, undated)
  }

  package var total: Int { years.reduce(0) { $0 + $1.total } }

  /// The forms that occur, the most frequent first.
  package var forms: [Partnership.Form] {
    let counts = years.reduce(into: [:]) { counts, year in
      counts.merge(year.counts, uniquingKeysWith: +)
    }
    return Partnership.Form.allCases.filter { counts[$0] != nil }.sorted { (counts[$0] ?? 0) > (counts[$1] ?? 0) }
  }

  /// The partnerships that began in one year.
  package struct Year: Sendable, Equatable {
    package let year: Int
    package let counts: [Partnership.Form: Int]
    package init(_ year: Int, _ counts: [Partnership.Form: Int]) { (self.year, self.counts) = (year, counts) }
    package var total: Int { counts.values.reduce(0, +) }
  }
}
