package import Cooperation

extension Activity {
  /// Something that came of an activity (list ResultType: 1 output, 2 outcome, 3 impact, 9 other).
  package struct Result: Sendable, Equatable {
    package var line: Int
    package var type: PublishedCode?
    package var title = Words()
    package var description = Words()
    package var indicators: [Indicator] = []
  }

  /// How one can see whether a result has come about.
  package struct Indicator: Sendable, Equatable {
    package var line: Int
    /// List IndicatorMeasure: 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative.
    package var measure: PublishedCode?
    /// Whether more is better.
    package var ascending = true
    package var title = Words()
    package var description = Words()
    package var baselines: [Baseline] = []
    package var periods: [Period] = []
  }

  /// How things stood before.
  package struct Baseline: Sendable, Equatable {
    package var year: Int?
    package var day: Day?
    package var figure = Figure()
  }

  /// A stretch of time with what was aimed at and what came.
  package struct Period: Sendable, Equatable {
    package var line: Int
    package var start: Day?
    package var end: Day?
    package var targets: [Figure] = []
    package var actuals: [Figure] = []
  }

  /// A figure, in digits and in words.
  package struct Figure: Sendable, Equatable {
    /// As it stands in the file; empty where it has none.
    package var published = ""
    package var comment = Words()
    /// What it is broken down by: sex, age, place.
    package var dimensions: [Dimension] = []

    /// The number, where it is one with at most 15 digits and 6 decimals.
    package var value: Amount? { Amount(published) }
  }

  /// One way in which a figure is broken down.
  package struct Dimension: Sendable, Equatable {
    package var name: String
    package var value: String
  }
}
