/// Something that came of a partnership, on one rung of the results chain.
package struct Outcome: Identifiable, Sendable, Equatable, Named {
  package static let kind = "res"
  package typealias ID = Identifier<Outcome>

  package let id: ID
  package let partnership: Partnership.ID
  package let level: Level
  package var title: Texts
  package var about: Texts?
  package var indicators: [Indicator]
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, partnership: Partnership.ID, level: Level, title: Texts, about: Texts? = nil, indicators: [Indicator] = [],
    revision: Int = 1
  ) {
    (self.id, self.partnership, self.level, self.title) = (id, partnership, level, title)
    (self.about, self.indicators, self.revision) = (about, indicators, revision)
  }

  /// The rungs of the results chain, from what is done to what it changes.
  package enum Level: String, Sendable, CaseIterable { case activity, output, outcome, impact }
}

/// How one can see whether a result has come about.
package struct Indicator: Identifiable, Sendable, Equatable, Named {
  package static let kind = "ind"
  package typealias ID = Identifier<Indicator>

  package let id: ID
  package var title: Texts
  package var measure: Measure
  /// What is counted: "libraries", "households", "% of fees collected"; empty for a plain number.
  package var unit: String
  /// Whether more is better.
  package var ascending: Bool
  package var baseline: Baseline?
  package var periods: [Period]

  package init(
    id: ID, title: Texts, measure: Measure, unit: String = "", ascending: Bool = true, baseline: Baseline? = nil,
    periods: [Period] = []
  ) {
    (self.id, self.title, self.measure, self.unit) = (id, title, measure, unit)
    (self.ascending, self.baseline, self.periods) = (ascending, baseline, periods)
  }

  /// IATI's IndicatorMeasure, as far as it is used: a count of units, a percentage, or words only.
  package enum Measure: String, Sendable, CaseIterable { case unit, percentage, qualitative }

  /// How things stood before.
  package struct Baseline: Sendable, Equatable {
    package let year: Int
    package let value: Amount

    /// - Throws: `.impossibleYear` unless the year is 1900 to 2200.
    package init(year: Int, value: Amount) throws(Refusal) {
      guard (1900...2200).contains(year) else { throw .impossibleYear(year) }
      (self.year, self.value) = (year, value)
    }
  }

  /// A stretch of time with what was aimed at and what came.
  package struct Period: Identifiable, Sendable, Equatable, Named {
    package static let kind = "prd"
    package typealias ID = Identifier<Period>

    package let id: ID
    package let start: Day
    package let end: Day
    /// Nil means that nobody set one.
    package var target: Amount?
    /// Nil means that nobody has reported; zero is a report.
    package var actual: Amount?
    /// What came in words, and how one knows: the whole report where an indicator is told in words only.
    package var words: Texts?

    /// - Throws: `.endsBeforeItBegins`.
    package init(
      id: ID, start: Day, end: Day, target: Amount? = nil, actual: Amount? = nil, words: Texts? = nil
    ) throws(Refusal) {
      guard start < end else { throw .endsBeforeItBegins(start: start, end: end) }
      (self.id, self.start, self.end, self.target, self.actual) = (id, start, end, target, actual)
      self.words = words
    }
  }
}
