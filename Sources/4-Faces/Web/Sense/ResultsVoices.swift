import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// A figure is reported by one party, and confirmed or disputed by the other.
extension Site {
  func reportFigure(_ visit: Visit, _ id: Partnership.ID, _ period: Indicator.Period.ID) throws -> any Answer {
    let (known, indicator, told) = try figure(period, of: id, visit)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    var entered = Entered(visit)
    let party = entered.party()
    let reported = entered.period(
      period, prefix: "", of: indicator.measure, known: told, in: known.title.original, isAsked: true)
    if entered.isGood, let reported, !reported.isReported, told.isReported {
      entered.refuse(
        indicator.measure == .qualitative ? "words" : "actual",
        Phrase("figure-form.not-taken-back", "It was reported once. Say what it is, not that nothing was said."))
    }
    guard entered.isGood, let reported else { return try refused(entered, visit, id, period) }
    do {
      let kept = try ReportFigure(reported, of: known.based(on: entered), by: party).run(on: visit.occasion(in: self))
      return try spoken(kept, visit, id, period, .saved)
    } catch let refusal as Indicator.Refusal {
      entered.refuse(refusal, in: .newPeriod(period, of: indicator))
      return try refused(entered, visit, id, period)
    } catch let refusal as any Refusal where !visit.wantsJSON && !(refusal is Denial) && !(refusal is Missing) {
      entered.refuse("actual", refusal.words)
      return try refused(entered, visit, id, period, status: refusal.kind.status)
    }
  }

  func speakOnFigure(_ visit: Visit, _ id: Partnership.ID, _ period: Indicator.Period.ID) throws -> any Answer {
    let (known, _, _) = try figure(period, of: id, visit)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    var entered = Entered(visit)
    let party = entered.party(), reason = entered.prose("reason", limit: 2000), counter = entered.amount("counter")
    let why = Phrase("figure-form.no-stance", "Say whether you confirm or dispute it: confirms, or disputes.")
    let stance = entered.one("stance", otherwise: why) { text in
      Claim.Stance(rawValue: text).flatMap { $0 == .claims ? nil : $0 }
    }
    if stance == nil { entered.refuse("stance", why) }
    if stance == .disputes, reason.isEmpty { entered.refuse("reason", Claim.Refusal.reasonMissing.words) }
    guard entered.isGood, let stance else { return try refused(entered, visit, id, period) }
    do {
      let word = SpeakOnFigure(
        stance, on: period, because: stance == .disputes ? reason : "", counter: stance == .disputes ? counter : nil,
        by: party, of: entered.revision)
      let kept = try word.run(on: visit.occasion(in: self))
      return try spoken(kept, visit, id, period, stance == .disputes ? .disputed : .confirmed)
    } catch let refusal as any Refusal where !visit.wantsJSON && !(refusal is Denial) && !(refusal is Missing) {
      entered.refuse(stance == .disputes ? refusal.field : "confirm", refusal.words)
      return try refused(entered, visit, id, period, status: refusal.kind.status)
    }
  }

  /// A figure that a visitor may speak of.
  private func figure(
    _ period: Indicator.Period.ID, of id: Partnership.ID, _ visit: Visit
  ) throws -> (Outcome, Indicator, Indicator.Period) {
    _ = try visit.viewer.person()
    return try database.read { session in
      let outcome = try session.outcomes.require(of: period)
      guard outcome.partnership == id, let indicator = outcome.indicator(of: period),
        let told = indicator.period(period)
      else { throw Missing(period) }
      guard !visit.viewer.voices(in: try session.partnerships.require(id).parties).isEmpty else {
        throw Denial.notYours
      }
      return (outcome, indicator, told)
    }
  }

  private func spoken(
    _ kept: Outcome, _ visit: Visit, _ id: Partnership.ID, _ period: Indicator.Period.ID, _ notice: Notice
  ) throws -> any Answer {
    let page = try figurePage(period, of: id, visit)
    return Changed(Address.figure(id, period), page, tag: ETag("r\(kept.revision)"), notice)
  }

  private func refused(
    _ entered: Entered, _ visit: Visit, _ id: Partnership.ID, _ period: Indicator.Period.ID, status: Int = 422
  ) throws -> any Answer {
    Refused(try figurePage(period, of: id, visit, entered.filled()), entered.problems, status: status)
  }
}

extension Refusal {
  /// The field of a dispute that a refusal is about.
  fileprivate var field: String {
    switch self as? ResultRefused {
    case .sameFigure, .noCounter: "counter"
    case .forWhom: "by"
    default: "reason"
    }
  }
}
