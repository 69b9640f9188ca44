extension Outcome {
  /// The indicator that a period belongs to; nil where it is another outcome's.
  package func indicator(of period: Indicator.Period.ID) -> Indicator? {
    indicators.first { $0.period(period) != nil }
  }

  /// This outcome with an indicator, in the place of the one of that name or at the end.
  package func with(_ indicator: Indicator) -> Outcome {
    var next = self
    if let place = indicators.firstIndex(where: { $0.id == indicator.id }) {
      next.indicators[place] = indicator
    } else {
      next.indicators.append(indicator)
    }
    return next
  }

  /// What a person gave can stand so.
  ///
  /// - Throws: `.belowZero`, `.impossibleYear`, `.samePeriod`, `.notBegun`.
  package func stands(on today: Day) throws(Indicator.Refusal) {
    for indicator in indicators {
      try Self.stands(indicator.baseline?.value)
      var known: [Indicator.Period] = []
      for period in indicator.periods {
        try Self.stands(period.target)
        try Self.stands(period.actual)
        for day in [period.start, period.end] where !(1900...2200).contains(day.year) {
          throw .impossibleYear(day.year)
        }
        if known.contains(where: { $0.start == period.start && $0.end == period.end }) {
          throw .samePeriod(start: period.start, end: period.end)
        }
        if period.isReported, period.start > today { throw .notBegun(period.start) }
        known.append(period)
      }
    }
  }

  private static func stands(_ amount: Amount?) throws(Indicator.Refusal) {
    if let amount, amount.value < 0 { throw .belowZero(amount.description) }
  }
}

extension Indicator {
  /// One of its periods; nil where it has none of that name.
  package func period(_ id: Period.ID) -> Period? { periods.first { $0.id == id } }

  /// This indicator with a period, in the place of the one of that name; the earliest first.
  package func with(_ period: Period) -> Indicator {
    var next = self
    next.periods = (periods.filter { $0.id != period.id } + [period]).sorted {
      ($0.start, $0.id.text) < ($1.start, $1.id.text)
    }
    return next
  }
}

extension Indicator.Period {
  /// Whether anyone has said what came, in a number or in words.
  package var isReported: Bool { actual != nil || words != nil }
}
