import Cooperation
import Languages
import Markup

/// The fields of a result, an indicator and a period, wherever they are asked for.
struct ResultFields {
  let form: Filled
  let reader: Reader

  func result(_ html: inout HTML) {
    html
      << form.picks(
        "level", reader("result-form.level", "What sort of result is it?"),
        Outcome.Level.allCases.map { level in
          Filled.Option(level.rawValue, reader.words[level.name] + ": " + reader.words[level.meaning])
        })
    html
      << form.line(
        "title", reader("result-form.title", "What came of it, in one line?"),
        hint: reader("result-form.title.hint", "As you would tell a neighbour: Streets of two wards stay dry."))
    html
      << form.area(
        "about", reader("result-form.about", "More about it, if you like"),
        hint: reader("result-form.about.hint", "Who did what for it, and what else helped."))
    html
      << form.choice(
        "original", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [form["original"]]))
  }

  /// - Parameter prefix: what the names of the fields begin with, its dot included; empty for none.
  func indicator(prefix: String, _ html: inout HTML) {
    html
      << form.line(
        prefix + "title", reader("indicator-form.title", "What do you count or look at?"),
        hint: reader("indicator-form.title.hint", "For example: Blocked drains found after the first storm."))
    html
      << form.picks(
        prefix + "measure", reader("indicator-form.measure", "How is it told?"),
        [
          Filled.Option("unit", reader("measure.unit", "A number")),
          Filled.Option("percentage", reader("measure.percentage", "A percentage")),
          Filled.Option("qualitative", reader("measure.qualitative", "In words")),
        ])
    html
      << form.line(
        prefix + "unit", reader("indicator-form.unit", "In which unit?"),
        hint: reader("indicator-form.unit.hint", "For example drains, people, ha. Empty for a percentage or words."))
    html
      << form.picks(
        prefix + "ascending", reader("indicator-form.ascending", "Which way is better?"),
        [
          Filled.Option("true", reader("results.more", "More is better")),
          Filled.Option("false", reader("results.less", "Less is better")),
        ])
    html
      << short(
        prefix + "baseline.value", reader("indicator-form.baseline", "How was it before?"),
        hint: reader("indicator-form.baseline.hint", "The figure before you began. Empty if nobody knows."))
    html << short(prefix + "baseline.year", reader("indicator-form.year", "In which year was that?"))
  }

  /// - Parameter isTimed: whether days and target are there already and are folded away.
  func figure(_ measure: Indicator.Measure?, prefix: String, isTimed: Bool, _ html: inout HTML) {
    if !isTimed { days(prefix, &html) }
    if !isTimed, measure != .qualitative { target(prefix, &html) }
    if measure != .qualitative {
      html
        << short(
          prefix + "actual", reader("figure-form.actual", "What came?"),
          hint: reader("figure-form.actual.hint", "A number such as 12 or 12.5. Empty if it is not known yet."))
    }
    html
      << form.area(
        prefix + "words",
        measure == .qualitative
          ? reader("figure-form.words-only", "What came, in your words?")
          : reader("figure-form.words", "How do you know?"),
        hint: reader("figure-form.words.hint", "Who counted or saw it, when, and where one can look it up."))
    guard isTimed else { return }
    let names = ["start", "end", "target"].map { prefix + $0 }
    let isOpen: Written = form.problems.contains { names.contains($0.field) } ? " open" : ""
    html << "<details\(isOpen)><summary>\(reader("figure-form.time", "The period and what was aimed at"))</summary>"
    days(prefix, &html)
    if measure != .qualitative { target(prefix, &html) }
    html << "</details>"
  }

  private func days(_ prefix: String, _ html: inout HTML) {
    html
      << short(
        prefix + "start", reader("figure-form.start", "From which day?"),
        hint: reader("figure-form.day.hint", "A day such as 2027-02-28."), type: "date")
    html << short(prefix + "end", reader("figure-form.end", "To which day?"), type: "date")
  }

  private func target(_ prefix: String, _ html: inout HTML) {
    html
      << short(
        prefix + "target", reader("figure-form.target", "What do you aim at by then?"),
        hint: reader("figure-form.target.hint", "A number. Empty if you have set none."))
  }

  private func short(_ name: String, _ title: String, hint: String = "", type: String = "text") -> Written {
    form.line(name, title, hint: hint, type: type)
  }
}
