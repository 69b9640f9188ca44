import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

/// Someone who may write of a partnership's results, at work: the partnership, and for whom they may speak.
private struct ResultDesk {
  let partnership: Partnership
  let parties: [ResultForm.Party]

  var language: Language { partnership.title.original }

  func form(_ subject: ResultForm.Subject, _ revision: Int?, _ filled: Filled) -> ResultForm {
    ResultForm(subject, in: partnership, revision: revision, filled: filled, parties: parties)
  }
}

extension Site {
  /// - Throws: `Denial` to whoever speaks for no party; `Missing`.
  private func desk(_ id: Partnership.ID, _ visit: Visit) throws -> ResultDesk {
    _ = try visit.viewer.person()
    return try database.read { session in
      let partnership = try session.partnerships.require(id)
      let own = visit.viewer.voices(in: partnership.parties)
      guard !own.isEmpty else { throw Denial.notYours }
      let briefs = try session.organisations.briefs(own, in: visit.reader.words.language)
      return ResultDesk(partnership: partnership, parties: briefs.map { .init($0.id, $0.name.text) })
    }
  }

  private func outcome(_ id: Outcome.ID, of partnership: Partnership.ID) throws -> Outcome {
    let outcome = try database.read { session in try session.outcomes.require(id) }
    guard outcome.partnership == partnership else { throw Missing(id) }
    return outcome
  }

  private func outcome(with id: Indicator.ID, of partnership: Partnership.ID) throws -> (Outcome, Indicator) {
    for outcome in try database.read({ session in try session.outcomes.of(partnership) }) {
      if let indicator = outcome.indicators.first(where: { $0.id == id }) { return (outcome, indicator) }
    }
    throw Missing(id)
  }

  /// Keeps what the form says and leads to the result, or shows the form again with everything that was typed.
  private func settle(
    _ subject: ResultForm.Subject, _ desk: ResultDesk, _ given: Entered, _ outcome: Outcome?, isNew: Bool,
    _ visit: Visit
  ) throws -> any Answer {
    var entered = given, status = 422
    let party = entered.party(), id = desk.partnership.id
    if let outcome, entered.isGood {
      do {
        let kept =
          if case .newResult = subject {
            try AddResult(outcome, by: party).run(on: visit.occasion(in: self))
          } else {
            try CorrectResult(to: outcome, by: party).run(on: visit.occasion(in: self))
          }
        let tag = ETag("r\(kept.revision)")
        return Changed(
          Address.result(id, kept.id), try resultPage(kept.id, of: id, visit), isNew: isNew, tag: tag, .saved)
      } catch let refusal as Indicator.Refusal {
        entered.refuse(refusal, in: subject)
      } catch ResultRefused.forWhom {
        entered.refuse("by", ResultRefused.forWhom.words)
      } catch let refusal as any Refusal where !visit.wantsJSON && [.stale, .conflict].contains(refusal.kind) {
        entered.refuse(subject.first, refusal.words)
        status = refusal.kind.status
      }
    }
    let revision = try outcome.flatMap { outcome in
      try database.read { session in try session.outcomes.find(outcome.id)?.revision }
    }
    return Refused(
      desk.form(subject, subject.isNewResult ? nil : revision ?? entered.revision, entered.filled()), entered.problems,
      status: status)
  }
}

extension ResultForm.Subject {
  fileprivate var isNewResult: Bool { if case .newResult = self { true } else { false } }

  /// The first field of the form.
  fileprivate var first: String {
    switch self {
    case .newResult, .result: "title"
    case .newIndicator, .indicator: "title"
    case .newPeriod: "start"
    }
  }
}

// A result.
extension Site {
  func newResult(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let desk = try desk(id, visit)
    let filled = Filled(values: [
      "original": [visit.reader.words.language.tag], "level": [Outcome.Level.output.rawValue],
      "indicator.measure": [Indicator.Measure.unit.rawValue], "indicator.ascending": ["true"],
    ])
    return Shown(desk.form(.newResult(visit.identifier(), visit.identifier(), visit.identifier()), nil, filled))
  }

  func addResult(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let desk = try desk(id, visit), fields = visit.fields
    let names = (
      fields["id"].flatMap { Outcome.ID($0) } ?? visit.identifier(),
      fields["indicator.id"].flatMap { Indicator.ID($0) } ?? visit.identifier(),
      fields["indicator.period.id"].flatMap { Indicator.Period.ID($0) } ?? visit.identifier()
    )
    var entered = Entered(visit)
    let reading = visit.reader.words.language
    var outcome = entered.result(names.0, of: id, known: nil, reading)
    let language = outcome?.title.original ?? reading
    let period = entered.period(
      names.2, prefix: "indicator.period.", of: measure(fields, "indicator."), known: nil, in: language, isAsked: false)
    let indicator = entered.indicator(
      names.1, prefix: "indicator.", known: nil, in: language, isAsked: period != nil)
    if let indicator { outcome?.indicators = [period.map { indicator.with($0) } ?? indicator] }
    outcome?.revision = 1
    return try settle(.newResult(names.0, names.1, names.2), desk, entered, outcome, isNew: true, visit)
  }

  private func measure(_ fields: Fields, _ prefix: String) -> Indicator.Measure {
    fields[prefix + "measure"].flatMap { Indicator.Measure(rawValue: $0) } ?? .unit
  }

  func resultForm(_ visit: Visit, _ id: Partnership.ID, _ result: Outcome.ID) throws -> any Answer {
    let desk = try desk(id, visit), known = try outcome(result, of: id)
    let filled = Filled(values: [
      "level": [known.level.rawValue], "title": [known.title.versions[known.title.original] ?? ""],
      "about": [known.about.flatMap { $0.versions[$0.original] } ?? ""], "original": [known.title.original.tag],
    ])
    return Shown(desk.form(.result(result), known.revision, filled), tag: ETag("r\(known.revision)"))
  }

  func correctResult(_ visit: Visit, _ id: Partnership.ID, _ result: Outcome.ID) throws -> any Answer {
    let desk = try desk(id, visit), known = try outcome(result, of: id)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    var entered = Entered(visit)
    let outcome = entered.result(result, of: id, known: known, visit.reader.words.language)
    return try settle(.result(result), desk, entered, outcome, isNew: false, visit)
  }
}

// Its indicators and their periods.
extension Site {
  func newIndicator(_ visit: Visit, _ id: Partnership.ID, _ result: Outcome.ID) throws -> any Answer {
    let desk = try desk(id, visit), known = try outcome(result, of: id)
    let filled = Filled(values: ["measure": [Indicator.Measure.unit.rawValue], "ascending": ["true"]])
    return Shown(
      desk.form(.newIndicator(visit.identifier(), visit.identifier(), of: known), known.revision, filled),
      tag: ETag("r\(known.revision)"))
  }

  func addIndicator(_ visit: Visit, _ id: Partnership.ID, _ result: Outcome.ID) throws -> any Answer {
    let desk = try desk(id, visit), known = try outcome(result, of: id)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    let name = visit.fields["id"].flatMap { Indicator.ID($0) } ?? visit.identifier()
    let first = visit.fields["period.id"].flatMap { Indicator.Period.ID($0) } ?? visit.identifier()
    var entered = Entered(visit)
    let language = known.title.original
    let period = entered.period(
      first, prefix: "period.", of: measure(visit.fields, ""), known: nil, in: language, isAsked: false)
    let indicator = entered.indicator(name, prefix: "", known: nil, in: language, isAsked: true)
    let outcome = indicator.map { known.based(on: entered).with(period.map($0.with) ?? $0) }
    return try settle(.newIndicator(name, first, of: known), desk, entered, outcome, isNew: true, visit)
  }

  func indicatorForm(_ visit: Visit, _ id: Partnership.ID, _ indicator: Indicator.ID) throws -> any Answer {
    let desk = try desk(id, visit), (known, told) = try outcome(with: indicator, of: id)
    let filled = Filled(values: [
      "title": [told.title.versions[told.title.original] ?? ""], "measure": [told.measure.rawValue],
      "unit": [told.unit], "ascending": [told.ascending ? "true" : "false"],
      "baseline.year": [told.baseline.map { "\($0.year)" } ?? ""],
      "baseline.value": [told.baseline?.value.description ?? ""],
    ])
    return Shown(desk.form(.indicator(indicator), known.revision, filled), tag: ETag("r\(known.revision)"))
  }

  func correctIndicator(_ visit: Visit, _ id: Partnership.ID, _ indicator: Indicator.ID) throws -> any Answer {
    let desk = try desk(id, visit), (known, told) = try outcome(with: indicator, of: id)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    var entered = Entered(visit)
    let corrected = entered.indicator(
      indicator, prefix: "", known: told, in: known.title.original, isAsked: true)
    let outcome = corrected.map { known.based(on: entered).with($0) }
    return try settle(.indicator(indicator), desk, entered, outcome, isNew: false, visit)
  }

  func newPeriod(_ visit: Visit, _ id: Partnership.ID, _ indicator: Indicator.ID) throws -> any Answer {
    let desk = try desk(id, visit), (known, told) = try outcome(with: indicator, of: id)
    let start = told.periods.last.map { $0.end.adding(days: 1).description } ?? ""
    return Shown(
      desk.form(.newPeriod(visit.identifier(), of: told), known.revision, Filled(values: ["start": [start]])),
      tag: ETag("r\(known.revision)"))
  }

  func addPeriod(_ visit: Visit, _ id: Partnership.ID, _ indicator: Indicator.ID) throws -> any Answer {
    let desk = try desk(id, visit), (known, told) = try outcome(with: indicator, of: id)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    let name = visit.fields["id"].flatMap { Indicator.Period.ID($0) } ?? visit.identifier()
    var entered = Entered(visit)
    let period = entered.period(
      name, prefix: "", of: told.measure, known: nil, in: known.title.original, isAsked: true)
    let outcome = period.map { known.based(on: entered).with(told.with($0)) }
    return try settle(.newPeriod(name, of: told), desk, entered, outcome, isNew: true, visit)
  }
}

extension Outcome {
  /// This outcome as it was when a form was shown.
  func based(on entered: Entered) -> Outcome {
    var based = self
    based.revision = entered.revision ?? revision
    return based
  }
}
