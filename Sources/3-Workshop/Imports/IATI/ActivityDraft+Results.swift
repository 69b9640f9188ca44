import Cooperation
import OpenData

extension ActivityDraft {
  /// Takes over results with their indicators and periods; what is broken down by sex or place stays out of the whole.
  mutating func takeResults(of activity: Activity, _ reading: Reading, say: (Finding) -> Void) {
    for result in activity.results {
      guard let title = Self.titled(result.title) ?? Self.titled(result.description) else {
        say(.warning(result.line, "no-title", "This result says nothing in words. It is left out."))
        continue
      }
      let isTitled = !result.title.isEmpty
      outcomes.append(
        Outcome(
          id: reading.identifier(), partnership: id, level: .init(iati: result.type?.text), title: title,
          about: isTitled ? Self.told([result.description]) : nil,
          indicators: result.indicators.map { Self.indicator($0, of: title, reading, say) }))
    }
  }

  private static func indicator(
    _ indicator: Activity.Indicator, of result: Texts, _ reading: Reading, _ say: (Finding) -> Void
  ) -> Indicator {
    let title = titled(indicator.title) ?? titled(indicator.description) ?? result
    var periods: [Indicator.Period] = []
    for period in indicator.periods {
      guard let start = period.start, let end = period.end,
        let kept = try? Indicator.Period(
          id: reading.identifier(), start: start, end: end, target: whole(period.targets), actual: whole(period.actuals)
        )
      else {
        say(
          .warning(
            period.line, "impossible-period",
            "A period of “\((title.versions[title.original] ?? "").shown)” does not begin before it ends. It is left out."
          ))
        continue
      }
      periods.append(kept)
    }
    return Indicator(
      id: reading.identifier(), title: title, measure: .init(iati: indicator.measure?.text),
      ascending: indicator.ascending, baseline: baseline(indicator.baselines), periods: periods)
  }

  private static func baseline(_ baselines: [Activity.Baseline]) -> Indicator.Baseline? {
    for baseline in baselines where baseline.figure.dimensions.isEmpty {
      guard let year = baseline.year ?? baseline.day?.year, let value = baseline.figure.value else { continue }
      if let kept = try? Indicator.Baseline(year: year, value: value) { return kept }
    }
    return nil
  }

  /// The figure for all; nil where there are only parts of it.
  private static func whole(_ figures: [Activity.Figure]) -> Amount? {
    figures.first { $0.dimensions.isEmpty && $0.value != nil }?.value
  }
}

extension Outcome.Level {
  /// List ResultType; what is none of output, outcome and impact was done.
  init(iati code: String?) {
    switch code {
    case "1": self = .output
    case "2": self = .outcome
    case "3": self = .impact
    default: self = .activity
    }
  }
}

extension Indicator.Measure {
  /// List IndicatorMeasure; ranks and names are told in words.
  init(iati code: String?) {
    switch code {
    case "1": self = .unit
    case "2": self = .percentage
    default: self = .qualitative
    }
  }
}
