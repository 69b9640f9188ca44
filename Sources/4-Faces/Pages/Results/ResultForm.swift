import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The form of a result, an indicator or a period: a new one with what belongs to it, or one to correct.
package struct ResultForm: Page {
  let subject: Subject
  let partnership: Partnership
  /// What a change is based on; nil for a new result.
  let revision: Int?
  let filled: Filled
  /// Those for whom one may write; of several one is chosen.
  let parties: [Party]

  package init(
    _ subject: Subject, in partnership: Partnership, revision: Int?, filled: Filled, parties: [Party]
  ) {
    (self.subject, self.partnership, self.revision) = (subject, partnership, revision)
    (self.filled, self.parties) = (filled, parties)
  }

  /// What the form is of. New ones have their names already, so that a form sent twice makes one thing.
  package enum Subject: Sendable {
    case newResult(Outcome.ID, Indicator.ID, Indicator.Period.ID)
    case result(Outcome.ID)
    case newIndicator(Indicator.ID, Indicator.Period.ID, of: Outcome)
    case indicator(Indicator.ID)
    case newPeriod(Indicator.Period.ID, of: Indicator)

    /// What the names of an indicator's fields begin with; nil where none is asked for.
    package var indicator: String? {
      switch self {
      case .newResult: "indicator."
      case .newIndicator, .indicator: ""
      case .result, .newPeriod: nil
      }
    }

    /// What the names of a period's fields begin with; nil where none is asked for.
    package var period: String? {
      switch self {
      case .newResult: "indicator.period."
      case .newIndicator: "period."
      case .newPeriod: ""
      case .result, .indicator: nil
      }
    }
  }

  /// Someone for whom one may write.
  package struct Party: Sendable {
    package let id: Organisation.ID
    package let name: String
    package init(_ id: Organisation.ID, _ name: String) { (self.id, self.name) = (id, name) }
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("results.question", "What came of it?"), Address.results(partnership.id))
    html << reader.question(question(reader), answer: "\(answer(reader))", name: reader.reading(partnership.title))
    html << "<form method=\"post\" action=\"\(action)\" data-draft=\"\(draft)\" novalidate>\(reader.key)"
    html << Filled.hidden(names + (revision.map { [("revision", String($0))] } ?? []))
    html << reader.restored
    html << filled.errors(for: reader)
    if parties.count == 1 {
      html << Filled.hidden([("by", parties[0].id.text)])
    } else {
      html
        << filled.choice(
          "by", reader("figure.for", "For whom do you speak?"),
          parties.map { Filled.Option($0.id.text, $0.name) })
    }
    let fields = ResultFields(form: filled, reader: reader)
    switch subject {
    case .newResult, .result: fields.result(&html)
    default: break
    }
    if let prefix = subject.indicator {
      if case .newResult = subject { html << "<h2>\(reader("result-form.see", "How can one see it?"))</h2>" }
      fields.indicator(prefix: prefix, &html)
    }
    if let prefix = subject.period {
      if subject.indicator != nil { html << "<h2>\(reader("result-form.when", "Over which time, and how far?"))</h2>" }
      fields.figure(measure, prefix: prefix, isTimed: false, &html)
    }
    html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p></form>"
  }

  private var measure: Indicator.Measure? {
    if case .newPeriod(_, let indicator) = subject { indicator.measure } else { nil }
  }

  private func question(_ reader: Reader) -> String {
    switch subject {
    case .newResult: reader("result-form.question", "What came of it that others should know?")
    case .result: reader("result-form.correct", "What should this result say?")
    case .newIndicator: reader("indicator-form.question", "How else can one see it?")
    case .indicator: reader("indicator-form.correct", "What should this indicator say?")
    case .newPeriod: reader("period-form.question", "Over which time, and how far?")
    }
  }

  private func answer(_ reader: Reader) -> String {
    switch subject {
    case .newResult:
      reader("result-form.answer", "One line is enough to begin. Figures can come later; the other side confirms them.")
    case .newIndicator(_, _, let outcome): reader.words.reading(outcome.title).text
    case .newPeriod(_, let indicator): reader.words.reading(indicator.title).text
    case .result, .indicator:
      reader("result-form.again", "Where a figure says something else afterwards, the other side is asked again.")
    }
  }

  private var action: String {
    let id = partnership.id
    return switch subject {
    case .newResult: Address.addingResult(id)
    case .result(let outcome): Address.correctingResult(id, outcome)
    case .newIndicator(_, _, let outcome): Address.addingIndicator(id, outcome.id)
    case .indicator(let indicator): Address.correctingIndicator(id, indicator)
    case .newPeriod(_, let indicator): Address.addingPeriod(id, indicator.id)
    }
  }

  private var names: [(String, String)] {
    switch subject {
    case .newResult(let outcome, let indicator, let period):
      [("id", outcome.text), ("indicator.id", indicator.text), ("indicator.period.id", period.text)]
    case .newIndicator(let indicator, let period, _): [("id", indicator.text), ("period.id", period.text)]
    case .newPeriod(let period, _): [("id", period.text)]
    case .result, .indicator: []
    }
  }

  private var draft: String {
    switch subject {
    case .newResult: "result-of-\(partnership.id)"
    case .result(let outcome): outcome.text
    case .newIndicator(_, _, let outcome): "indicator-of-\(outcome.id)"
    case .indicator(let indicator): indicator.text
    case .newPeriod(_, let indicator): "period-of-\(indicator.id)"
    }
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["partnership"] = partnership.id.text
      for (name, value) in names { json.field(name, value) }
      json.number("revision", revision)
    }
  }
}
