package import Cooperation
import Languages
import Markup

/// What came of one partnership, as pages tell of it: its results, what each party says, for whom the reader speaks.
package struct ResultsTold: Sendable {
  package let partnership: Partnership
  package let outcomes: [Outcome]
  /// What is said of each period.
  let said: [Indicator.Period.ID: Said]
  /// What is said of each result as a whole.
  let claims: [Outcome.ID: Claim]
  let names: [Organisation.ID: Texts.Reading]
  /// Who spoke; empty for visitors.
  let people: [Person.ID: String]
  /// The parties that the reader may speak for.
  package let own: [Organisation.ID]

  package init(
    of partnership: Partnership, _ outcomes: [Outcome], said: [Indicator.Period.ID: Said], claims: [Outcome.ID: Claim],
    names: [Organisation.ID: Texts.Reading], people: [Person.ID: String], own: [Organisation.ID]
  ) {
    (self.partnership, self.outcomes, self.said, self.claims) = (partnership, outcomes, said, claims)
    (self.names, self.people, self.own) = (names, people, own)
  }

  /// What the parties say of a figure, and every word that was ever said of it.
  package struct Said: Sendable {
    let claim: Claim
    let history: [Claim.Voice]
    package init(_ claim: Claim, history: [Claim.Voice]) { (self.claim, self.history) = (claim, history) }
  }

  func claim(of period: Indicator.Period.ID) -> Claim {
    said[period]?.claim ?? Claim(among: partnership.parties.speaking, voices: [], isImported: false)
  }

  func claim(of outcome: Outcome.ID) -> Claim {
    claims[outcome] ?? Claim(among: partnership.parties.speaking, voices: [], isImported: false)
  }

  func name(_ organisation: Organisation.ID) -> String { names[organisation]?.text ?? organisation.text }

  /// One figure with what it is of.
  struct Spot: Sendable {
    let outcome: Outcome
    let indicator: Indicator
    let period: Indicator.Period
  }

  /// Every figure, in the order of the page.
  var spots: [Spot] {
    outcomes.flatMap { outcome in
      outcome.indicators.flatMap { indicator in
        indicator.periods.map { Spot(outcome: outcome, indicator: indicator, period: $0) }
      }
    }
  }

  func spot(_ period: Indicator.Period.ID) -> Spot? { spots.first { $0.period.id == period } }

  /// Whether a party that the reader speaks for has yet to answer what another says.
  func awaits(_ spot: Spot) -> Bool {
    let claim = claim(of: spot.period.id)
    guard spot.period.isReported, claim.state == .claimed || claim.state == .inferred else { return false }
    return own.contains { claim.silent.contains($0) }
  }

  /// Whether another party disputes what one says that the reader speaks for.
  func isContested(_ spot: Spot) -> Bool {
    claim(of: spot.period.id).voices.contains { $0.stance == .disputes && !own.contains($0.organisation) }
      && !own.isEmpty
  }

  /// Whether its time is over and nobody has reported.
  static func isDue(_ period: Indicator.Period, on today: Day) -> Bool { !period.isReported && period.end < today }
}

extension Reader {
  /// Where nobody has set a target.
  var notSet: Written { "<span class=\"blank unknown\">\(self("blank.not-set", "Not set"))</span>" }

  /// A figure with its unit: `17 drains`, `40 %`.
  func figure(_ amount: Amount, _ indicator: Indicator) -> String {
    let number = words.amount(amount)
    switch indicator.measure {
    case .percentage: return "\(number)\u{A0}%"
    case .unit, .qualitative: return indicator.unit.isEmpty ? number : "\(number) \(indicator.unit)"
    }
  }

  /// What came in a period, in words of one line; nil where nobody has reported.
  func came(_ period: Indicator.Period, _ indicator: Indicator) -> String? {
    if indicator.measure == .qualitative, let told = period.words { return words.reading(told).text }
    return period.actual.map { figure($0, indicator) } ?? period.words.map { words.reading($0).text }
  }

  func days(_ period: Indicator.Period) -> String {
    let blanks = ["start": words.day(period.start), "end": words.day(period.end)]
    return self("results.days", "{start} to {end}", blanks)
  }
}

extension Outcome.Level {
  /// What the level is, in one plain sentence.
  var meaning: Phrase {
    switch self {
    case .activity: Phrase("level.activity.meaning", "What was done together.")
    case .output: Phrase("level.output.meaning", "What that made at once: a plan, a trained team, a pump.")
    case .outcome: Phrase("level.outcome.meaning", "What people or institutions do differently now.")
    case .impact: Phrase("level.impact.meaning", "What is better, and stays so, for those who live there.")
    }
  }
}
