import Addresses
import Cooperation
import HTTP
import Languages
import Markup

/// The forms of a figure, for those who speak for a party: confirm it, dispute it, report it.
struct FigureForms {
  let page: FigurePage
  let reader: Reader

  private var told: ResultsTold { page.told }
  private var indicator: Indicator { page.spot.indicator }
  private var period: Indicator.Period { page.spot.period }
  private var filled: Filled { page.filled }
  private var reporting: String { Address.reportingPeriod(told.partnership.id, period.id) }
  private var voicing: String { Address.voicingPeriod(told.partnership.id, period.id) }

  /// Those for whom the reader may answer what another says.
  private var answering: [Organisation.ID] {
    told.own.filter { party in
      let others = page.claim.voices.filter { $0.organisation != party && $0.stance != .disputes }
      return !others.isEmpty || page.claim.isImported
    }
  }

  /// Those for whom the reader may report: who stands behind the figure, or anyone where nobody does.
  private var reporters: [Organisation.ID] { told.own.filter { (try? page.claim.lets($0)) != nil } }

  func write(_ html: inout HTML) {
    html << filled.errors(for: reader)
    if period.isReported, !answering.isEmpty { answer(&html) }
    if !reporters.isEmpty { takeOver(&html) }
    if !reporters.isEmpty { report(&html) }
  }

  private func hidden(_ parties: [Organisation.ID]) -> Written {
    let given = filled["revision"].isEmpty || !filled.problems.isEmpty ? "\(page.revision)" : filled["revision"]
    var fields = [("revision", given)]
    if parties.count == 1 { fields.append(("by", parties[0].text)) }
    return "\(reader.key)\(Filled.hidden(fields))"
  }

  private func who(_ parties: [Organisation.ID]) -> Written {
    guard parties.count > 1 else { return .nothing }
    return filled.choice(
      "by", reader("figure.for", "For whom do you speak?"),
      parties.map { Filled.Option($0.text, told.name($0)) })
  }

  private func answer(_ html: inout HTML) {
    let claim = page.claim
    let confirmable = answering.filter { party in
      !claim.voices.contains { $0.organisation == party && $0.stance != .disputes }
    }
    html << "<section><h2>\(reader("figure.answer-title", "Is it so?"))</h2>"
    if !confirmable.isEmpty {
      html << "<form id=\"confirm\" method=\"post\" action=\"\(voicing)\">\(hidden(confirmable))"
      html << Filled.hidden([("stance", "confirms")])
      html << who(confirmable)
      let figure = reader.came(period, indicator) ?? ""
      html << "<p class=\"doing\"><button>"
      html << "\(reader("figure.confirm", "Yes, I confirm: {figure}", ["figure": String(figure.prefix(60))]))"
      html << "</button></p></form>"
    }
    let isOpen: Written = filled.problems.contains { ["reason", "counter"].contains($0.field) } ? " open" : ""
    html << "<details\(isOpen)><summary>\(reader("figure.dispute-title", "No, it is not so"))</summary>"
    html << "<form method=\"post\" action=\"\(voicing)\" data-draft=\"dispute-\(period.id)\" novalidate>"
    html << "\(hidden(answering))\(Filled.hidden([("stance", "disputes")]))\(who(answering))"
    html
      << filled.area(
        "reason", reader("figure.reason", "Why is it not so?"),
        hint: reader("figure.reason.hint", "The other side reads this and can answer. It stays on record."))
    if indicator.measure != .qualitative {
      html
        << filled.line(
          "counter", reader("figure.counter", "What do you say instead?"),
          hint: reader("figure.counter.hint", "A number, if you have one. Both stand here side by side."))
    }
    html << "<p class=\"doing\"><button class=\"no\">\(reader("figure.dispute", "Say that it is not so"))</button></p>"
    html << "</form></details></section>"
  }

  /// One button to agree with the figure that another side gives instead.
  private func takeOver(_ html: inout HTML) {
    for voice in page.claim.voices where voice.stance == .disputes && !told.own.contains(voice.organisation) {
      guard let counter = voice.counter else { continue }
      let blanks = ["name": told.name(voice.organisation), "figure": reader.figure(counter, indicator)]
      html << "<section><h2>\(reader("figure.settle-title", "Are they right?"))</h2>"
      html << "<p>\(reader("figure.settle", "{name} says {figure} instead.", blanks))</p>"
      html << "<form method=\"post\" action=\"\(reporting)\">\(hidden(reporters))"
      html << "\(Filled.hidden([("actual", counter.description)]))\(who(reporters))"
      html << "<p class=\"doing\"><button>\(reader("figure.take-over", "Yes, it is {figure}", blanks))</button></p>"
      html << "</form></section>"
    }
  }

  private func report(_ html: inout HTML) {
    let isFirst = !period.isReported
    let title =
      isFirst ? reader("figure.report-title", "What came?") : reader("figure.correct-title", "Correct this figure")
    let isOpen: Written =
      isFirst || filled.problems.contains { ["actual", "words", "start", "end", "target"].contains($0.field) }
      ? " open" : ""
    html << "<section><details\(isOpen)><summary>\(title)</summary>"
    if !isFirst {
      let why = reader(
        "figure.correct-why", "What was confirmed before stays on record; the other side is asked again.")
      html << "<p class=\"hint\">\(why)</p>"
    }
    html << "<form method=\"post\" action=\"\(reporting)\" data-draft=\"report-\(period.id)\" novalidate>"
    html << "\(hidden(reporters))\(reader.restored)\(who(reporters))"
    ResultFields(form: values, reader: reader).figure(indicator.measure, prefix: "", isTimed: true, &html)
    html << "<p class=\"doing\"><button>\(reader("figure.report", "Report it"))</button></p></form></details></section>"
  }

  /// What stands, unless something was typed.
  private var values: Filled {
    var values = filled.values
    let stands = [
      "actual": period.actual?.description, "words": period.words.flatMap { $0.versions[$0.original] },
      "target": period.target?.description, "start": period.start.description, "end": period.end.description,
    ]
    for (name, value) in stands where values[name] == nil { values[name] = [value ?? ""] }
    return Filled(values: values, problems: filled.problems)
  }
}
