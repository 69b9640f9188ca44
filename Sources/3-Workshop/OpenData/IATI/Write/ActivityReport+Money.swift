package import Cooperation

extension ActivityReport {
  /// Money that is meant for a time of at most a year.
  package struct Budget: Sendable, Equatable {
    package let start: Day
    package let end: Day
    package let value: Money
    /// The day whose exchange rate holds.
    package let valueDate: Day

    package init(start: Day, end: Day, value: Money, valueDate: Day) {
      (self.start, self.end, self.value, self.valueDate) = (start, end, value, valueDate)
    }
  }

  /// Money that was promised, moved or spent (list TransactionType).
  package struct Transaction: Sendable, Equatable {
    /// Our own name for it.
    package let ref: String
    package let type: String
    package let day: Day
    package let value: Money
    package let description: Texts?
    package let provider: Body?
    package let receiver: Body?

    package init(
      ref: String, type: String, day: Day, value: Money, description: Texts? = nil, provider: Body? = nil,
      receiver: Body? = nil
    ) {
      (self.ref, self.type, self.day, self.value, self.description) = (ref, type, day, value, description)
      (self.provider, self.receiver) = (provider, receiver)
    }
  }

  /// A page or document on the web (list DocumentCategory).
  package struct DocumentLink: Sendable, Equatable {
    package let address: String
    /// A media type: `text/html`.
    package let format: String
    package let title: Texts
    package let category: String

    package init(address: String, format: String, title: Texts, category: String) {
      (self.address, self.format, self.title, self.category) = (address, format, title, category)
    }
  }

  /// Another activity (list RelatedActivityType: 1 parent, 2 child, 5 the same as another reports it).
  package struct Related: Sendable, Equatable {
    package let identifier: String
    package let type: String
    package init(_ identifier: String, type: String) { (self.identifier, self.type) = (identifier, type) }
  }

  /// Something that came of it (list ResultType), with one indicator at least.
  package struct Result: Sendable, Equatable {
    package let type: String
    package let title: Texts
    package let description: Texts?
    package let indicators: [Indicator]

    package init(type: String, title: Texts, description: Texts?, indicators: [Indicator]) {
      (self.type, self.title, self.description, self.indicators) = (type, title, description, indicators)
    }
  }

  /// How one can see whether a result has come about (list IndicatorMeasure).
  package struct Indicator: Sendable, Equatable {
    package let measure: String
    package let ascending: Bool
    package let title: Texts
    package let description: Texts?
    package let baseline: Baseline?
    package let periods: [Period]

    package init(
      measure: String, ascending: Bool, title: Texts, description: Texts?, baseline: Baseline?, periods: [Period]
    ) {
      (self.measure, self.ascending, self.title) = (measure, ascending, title)
      (self.description, self.baseline, self.periods) = (description, baseline, periods)
    }
  }

  /// How things stood before.
  package struct Baseline: Sendable, Equatable {
    package let year: Int
    package let figure: Figure
    package init(year: Int, figure: Figure) { (self.year, self.figure) = (year, figure) }
  }

  /// A stretch of time with what was aimed at and what came.
  package struct Period: Sendable, Equatable {
    package let start: Day
    package let end: Day
    package let target: Figure?
    package let actual: Figure?

    package init(start: Day, end: Day, target: Figure?, actual: Figure?) {
      (self.start, self.end, self.target, self.actual) = (start, end, target, actual)
    }
  }

  /// A figure: a number where the indicator is measured in numbers, words where it is not.
  package struct Figure: Sendable, Equatable {
    /// Nil for an indicator that is described in words.
    package let value: Amount?
    package let comment: Texts?
    package init(_ value: Amount?, comment: Texts? = nil) { (self.value, self.comment) = (value, comment) }
  }
}
