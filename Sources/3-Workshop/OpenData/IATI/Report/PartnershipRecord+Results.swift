import Cooperation

extension PartnershipRecord {
  /// What came of it, as far as nobody disputes it and an indicator shows it.
  var results: [ActivityReport.Result] {
    outcomes.filter { $0.state != .disputed && !$0.outcome.indicators.isEmpty }.map { told in
      let outcome = told.outcome
      return ActivityReport.Result(
        type: outcome.level.iatiType, title: outcome.title, description: outcome.about,
        indicators: outcome.indicators.map { indicator($0) })
    }
  }

  private func indicator(_ indicator: Indicator) -> ActivityReport.Indicator {
    let unit = indicator.unit.isEmpty ? nil : Texts("Counted in: \(indicator.unit)", in: "en")
    let language = indicator.title.original
    return ActivityReport.Indicator(
      measure: indicator.measure.iatiMeasure, ascending: indicator.ascending, title: indicator.title,
      description: indicator.measure == .unit ? unit : nil,
      baseline: indicator.baseline.map { .init(year: $0.year, figure: indicator.measure.figure($0.value, language)) },
      periods: indicator.periods.map { period in
        ActivityReport.Period(
          start: period.start, end: period.end,
          target: period.target.map { indicator.measure.figure($0, language) },
          actual: disputed.contains(period.id) ? nil : actual(of: period, indicator))
      })
  }

  /// What came, with how one knows.
  private func actual(of period: Indicator.Period, _ indicator: Indicator) -> ActivityReport.Figure? {
    if indicator.measure == .qualitative, let words = period.words { return .init(nil, comment: words) }
    guard let actual = period.actual else { return nil }
    guard indicator.measure != .qualitative, let words = period.words else {
      return indicator.measure.figure(actual, indicator.title.original)
    }
    return .init(actual, comment: words)
  }
}

extension Outcome.Level {
  /// List ResultType; what was merely done is "other".
  fileprivate var iatiType: String {
    switch self {
    case .output: "1"
    case .outcome: "2"
    case .impact: "3"
    case .activity: "9"
    }
  }
}

extension Indicator.Measure {
  /// List IndicatorMeasure.
  fileprivate var iatiMeasure: String {
    switch self {
    case .unit: "1"
    case .percentage: "2"
    case .qualitative: "5"
    }
  }

  /// The standard wants no numbers where an indicator is told in words; there a figure becomes a comment.
  fileprivate func figure(_ amount: Amount, _ language: Language) -> ActivityReport.Figure {
    self == .qualitative ? .init(nil, comment: Texts(amount.description, in: language)) : .init(amount)
  }
}
