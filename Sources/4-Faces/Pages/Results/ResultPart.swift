import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pictures

/// One result on a page: what it says, and each of its indicators with its picture and its table.
struct ResultPart {
  let told: ResultsTold
  let outcome: Outcome
  let reader: Reader

  private var partnership: Partnership.ID { told.partnership.id }
  private var mayWrite: Bool { !told.own.isEmpty }

  func write(_ html: inout HTML) {
    html << "<article id=\"\(outcome.id)\"><h3>"
    html << "<a href=\"\(Address.result.link(partnership, outcome.id))\">\(reader.reading(outcome.title))</a></h3>"
    inside(&html)
    html << "</article>"
  }

  /// What stands below the title.
  func inside(_ html: inout HTML) {
    if let about = outcome.about { html << reader.prose(about) }
    for indicator in outcome.indicators { self.indicator(indicator, &html) }
    if outcome.indicators.isEmpty {
      let none = reader("results.no-indicator", "Nobody has said yet how one can see it.")
      html << "<p>\(reader.blank(.unreported)) \(none)</p>"
    }
    guard mayWrite else { return }
    html << "<p class=\"doing\"><a href=\"\(Address.newIndicator.link(partnership, outcome.id))\">"
    html << "\(reader("results.add-indicator", "Add an indicator"))</a> "
    html << "<a href=\"\(Address.resultForm.link(partnership, outcome.id))\">"
    html << "\(reader("results.correct", "Correct what it says"))</a></p>"
  }

  private func indicator(_ indicator: Indicator, _ html: inout HTML) {
    let shown = indicator.periods.last { $0.actual != nil } ?? indicator.periods.first
    html << "<section><h4 id=\"\(indicator.id)\">\(reader.reading(indicator.title))</h4>"
    if indicator.measure != .qualitative, let shown { html << FigurePicture(told, indicator, shown, reader).figure }
    table(indicator, &html)
    if mayWrite {
      html << "<p class=\"doing\"><a href=\"\(Address.newPeriod.link(partnership, indicator.id))\">"
      html << "\(reader("results.add-period", "Add a period"))</a> "
      html << "<a href=\"\(Address.indicatorForm.link(partnership, indicator.id))\">"
      html << "\(reader("results.correct-indicator", "Correct the indicator"))</a></p>"
    }
    html << "</section>"
  }

  private func table(_ indicator: Indicator, _ html: inout HTML) {
    let target = reader("results.target", "Target"), actual = reader("results.actual", "Actual")
    let who = reader("results.who", "Who says so"), number: Written = indicator.measure == .qualitative ? "" : "num"
    html << "<table class=\"stack\" aria-labelledby=\"\(indicator.id)\"><caption>\(caption(indicator))</caption>"
    html << "<thead><tr><th scope=\"col\">\(reader("results.period", "Period"))</th>"
    html << "<th scope=\"col\" class=\"\(number)\">\(target)</th>"
    html << "<th scope=\"col\" class=\"\(number)\">\(actual)</th><th scope=\"col\">\(who)</th></tr></thead><tbody>"
    if indicator.measure != .qualitative { before(indicator, actual, &html) }
    for period in indicator.periods {
      html << "<tr><th scope=\"row\"><a href=\"\(Address.figure.link(partnership, period.id))\">"
      html << "\(reader.days(period))</a></th><td data-th=\"\(target)\" class=\"\(number)\">"
      let aim: Written = period.target.map { "\(reader.words.amount($0))" } ?? reader.notSet
      html << "\(aim)</td><td data-th=\"\(actual)\" class=\"\(number)\">\(actualCell(period, indicator))</td>"
      html << "<td data-th=\"\(who)\">\(said(period))</td></tr>"
    }
    if indicator.periods.isEmpty {
      html << "<tr><th scope=\"row\">\(reader("results.no-period", "No period yet"))</th>"
      html << "<td data-th=\"\(target)\">\(reader.notSet)</td>"
      html << "<td data-th=\"\(actual)\">\(reader.blank(.unreported))</td><td></td></tr>"
    }
    html << "</tbody></table>"
  }

  /// How things stood before, as the first line.
  private func before(_ indicator: Indicator, _ actual: String, _ html: inout HTML) {
    let title =
      indicator.baseline.map { reader("results.before-in", "Before, in {year}", ["year": "\($0.year)"]) }
      ?? reader("results.before", "Before")
    let value: Written = indicator.baseline.map { "\(reader.words.amount($0.value))" } ?? reader.blank(.unknown)
    html << "<tr><th scope=\"row\">\(title)</th><td></td><td data-th=\"\(actual)\" class=\"num\">\(value)</td>"
    html << "<td></td></tr>"
  }

  private func caption(_ indicator: Indicator) -> String {
    let direction =
      indicator.ascending
      ? reader("results.more", "More is better") : reader("results.less", "Less is better")
    switch indicator.measure {
    case .qualitative: return reader("results.in-words", "Told in words, not counted")
    case .percentage: return reader("results.in-percent", "In per cent. {direction}.", ["direction": direction])
    case .unit where indicator.unit.isEmpty:
      return reader("results.in-numbers", "In numbers. {direction}.", ["direction": direction])
    case .unit:
      let blanks = ["unit": indicator.unit, "direction": direction]
      return reader("results.in-unit", "In {unit}. {direction}.", blanks)
    }
  }

  private func actualCell(_ period: Indicator.Period, _ indicator: Indicator) -> Written {
    if indicator.measure == .qualitative, let words = period.words { return reader.reading(words) }
    if let actual = period.actual { return "\(reader.words.amount(actual))" }
    if let words = period.words { return reader.reading(words) }
    return reader.blank(period.end < reader.today ? .unreported : .notYet)
  }

  private func said(_ period: Indicator.Period) -> Written {
    guard period.isReported else { return "" }
    let claim = told.claim(of: period.id)
    return "\(reader.badge(claim.state)) <small>\(told.sentence(on: claim, reader))</small>"
  }
}

extension ResultsTold {
  /// Who says so, who does not and why, in a few words.
  func sentence(on claim: Claim, _ reader: Reader) -> String {
    let agreeing = claim.voices.filter { $0.stance != .disputes }.map { name($0.organisation) }
    if let dispute = claim.voices.first(where: { $0.stance == .disputes }) {
      let blanks = ["name": name(dispute.organisation), "reason": dispute.reason]
      return reader("results.disputed-by", "{name}: “{reason}”", blanks)
    }
    switch claim.state {
    case .confirmed:
      let day = claim.voices.map(\.at).max().map { reader.words.day($0.day) } ?? ""
      return reader("results.confirmed-on", "both sides, last on {day}", ["day": day])
    case .claimed:
      let blanks = ["name": reader.words.list(agreeing), "silent": reader.words.list(claim.silent.map { name($0) })]
      return reader("results.claimed-by", "{name}; {silent} is asked", blanks)
    default: return reader.words[claim.state.meaning]
    }
  }
}
