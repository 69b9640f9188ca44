/// What an expert offers to others, in the name of an organisation that they hold a mandate of.
package struct Expertise: Sendable, Equatable {
  package let person: Person.ID
  package let organisation: Organisation.ID
  /// What they know and have done, in their own words.
  package let about: Texts
  package let themes: Set<Theme.ID>
  /// Days that they can give in a year, 1 to 366; nil where they have not said.
  package let days: Int?
  package let reach: Reach
  /// The last day of the offer; nil while it has no end.
  package let until: Day?

  /// How they can be had.
  package enum Reach: String, Sendable, CaseIterable {
    /// By calls and in writing.
    case remote
    /// By coming to visit.
    case visits
    case both
  }

  /// - Throws: `Refusal`.
  package init(
    of person: Person.ID, for organisation: Organisation.ID, about: Texts, themes: Set<Theme.ID>, days: Int?,
    reach: Reach, until: Day?
  ) throws(Refusal) {
    if let days, !(1...366 ~= days) { throw .days }
    if themes.isEmpty { throw .noTheme }
    (self.person, self.organisation, self.about, self.themes) = (person, organisation, about, themes)
    (self.days, self.reach, self.until) = (days, reach, until)
  }

  package func holds(on day: Day) -> Bool { until.map { day <= $0 } ?? true }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case days
    case noTheme

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      switch self {
      case .days: Phrase("refusal.expertise-days", "A year has from 1 to 366 days to give.")
      case .noTheme: Phrase("refusal.expertise-no-theme", "Choose at least one theme, so that others can find you.")
      }
    }
  }
}

/// An expert as the roster tells of them, in the reader's language.
package struct Expert: Sendable, Equatable {
  package let person: Person
  package let organisation: Organisation.Brief
  package let expertise: Expertise

  package init(_ person: Person, of organisation: Organisation.Brief, offering expertise: Expertise) {
    (self.person, self.organisation, self.expertise) = (person, organisation, expertise)
  }
}
