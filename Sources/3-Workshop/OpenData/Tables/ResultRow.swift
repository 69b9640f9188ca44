package import Cooperation

/// A period of an indicator, with the outcome it belongs to, as a row of open data.
package struct ResultRow: Sendable {
  private let outcome: Outcome
  private let claim: Claim.State
  private let partnership: Texts
  private let indicator: Indicator?
  private let period: Indicator.Period?
  private let credit: Credit

  /// One row for each period; one for an indicator or an outcome that has none.
  ///
  /// - Parameters:
  ///   - claim: how what is said of the outcome as a whole stands.
  ///   - figures: how the figures of each period stand; the outcome's own where it is missing.
  ///   - partnership: its title.
  package static func rows(
    of outcome: Outcome, claim: Claim.State, figures: [Indicator.Period.ID: Claim.State] = [:],
    in partnership: Texts, credit: Credit
  ) -> [ResultRow] {
    let pairs: [(Indicator?, Indicator.Period?)] = outcome.indicators.flatMap { indicator in
      indicator.periods.isEmpty ? [(indicator, nil)] : indicator.periods.map { (indicator, $0) }
    }
    return (pairs.isEmpty ? [(nil, nil)] : pairs).map { indicator, period in
      ResultRow(
        outcome: outcome, claim: period.flatMap { figures[$0.id] } ?? claim, partnership: partnership,
        indicator: indicator, period: period, credit: credit)
    }
  }

  package static let columns =
    [Column("id", "Our identifier of the outcome, never reused")] + Texts.titleColumns + [
      Column("partnership", "Identifier of the partnership it came of"),
      Column("partnership_title", "Its title, in its own language"),
      Column("level", "On the results chain: activity, output, outcome or impact"),
      Column("claim", "What the parties say of these figures: inferred, claimed, confirmed, disputed or silent"),
      Column("indicator", "Our identifier of the indicator"), Column("indicator_title", "How one can see it"),
      Column("measure", "unit, percentage or qualitative"), Column("unit", "What is counted"),
      Column("more_is_better", "yes or no"), Column("baseline_year", "When things stood so before"),
      Column("baseline", "How things stood then"), Column("period_start", "First day"),
      Column("period_end", "Last day"),
      Column("target", "What was aimed at; empty where nobody set one"),
      Column("actual", "What came; empty where nobody has reported, 0 is a report"),
    ] + Credit.columns

  package var row: Row {
    let values: [Row.Value] =
      [.init(outcome.id.text)] + outcome.title.columns + [
        .init(outcome.partnership.text), .init(partnership.own), .init(outcome.level.rawValue), .init(claim.rawValue),
        .init(indicator?.id.text), .init(indicator?.title.own), .init(indicator?.measure.rawValue),
        .init(indicator?.unit), .init(indicator.map { $0.ascending ? "yes" : "no" }), .init(indicator?.baseline?.year),
        .init(indicator?.baseline?.value.description), .init(period?.start), .init(period?.end),
        .init(period?.target?.description), .init(period?.actual?.description),
      ]
    return Row(values + credit.values)
  }
}
