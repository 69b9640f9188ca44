import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One figure: what came in one period, who says so and what was said before; and, for the parties, the forms to report
/// it, to confirm it and to dispute it.
package struct FigurePage: Page {
  let told: ResultsTold
  let spot: ResultsTold.Spot
  let filled: Filled

  /// Nil where the partnership has no such period.
  package init?(_ period: Indicator.Period.ID, in told: ResultsTold, filled: Filled = Filled()) {
    guard let spot = told.spot(period) else { return nil }
    (self.told, self.spot, self.filled) = (told, spot, filled)
  }

  var claim: Claim { told.claim(of: spot.period.id) }
  private var period: Indicator.Period { spot.period }

  /// The revision of its result: what a word on it would be based on.
  package var revision: Int { spot.outcome.revision }

  package func head(for reader: Reader) -> Head {
    Head(reader.words.reading(spot.indicator.title).text, in: .sense, description: answer(reader))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("results.question", "What came of it?"), Address.results(told.partnership.id))
    let question =
      told.awaits(spot)
      ? reader("figure.question-open", "Is it so?") : reader("figure.question", "How far did it come?")
    html << reader.question(question, answer: "\(answer(reader))", name: reader.reading(spot.indicator.title))
    if spot.indicator.measure != .qualitative {
      html << FigurePicture(told, spot.indicator, period, reader).figure
    }
    facts(&html, reader)
    if !told.own.isEmpty { FigureForms(page: self, reader: reader).write(&html) }
    history(&html, reader)
    if told.own.isEmpty { html << NextResultStep(told: told, reader: reader).aside }
  }

  private func answer(_ reader: Reader) -> String {
    guard let came = reader.came(period, spot.indicator) else {
      return period.end < reader.today
        ? reader("figure.due", "The time is over, and nobody has reported what came.")
        : reader(
          "figure.not-yet", "Nobody has reported yet. The period ends on {day}.", ["day": reader.words.day(period.end)])
    }
    let blanks = ["figure": came, "days": reader.days(period)]
    return reader("figure.answer", "{figure}, {days}.", blanks)
  }

  private func facts(_ html: inout HTML, _ reader: Reader) {
    let indicator = spot.indicator
    html << "<dl class=\"facts\"><dt>\(reader("figure.of", "Result"))</dt><dd>"
    html << "<a href=\"\(Address.result.link(told.partnership.id, spot.outcome.id))\">"
    html << "\(reader.reading(spot.outcome.title))</a></dd>"
    html << "<dt>\(reader("results.period", "Period"))</dt><dd>\(reader.days(period))</dd>"
    if indicator.measure != .qualitative {
      html << "<dt>\(reader("results.before", "Before"))</dt><dd>"
      if let baseline = indicator.baseline {
        html << "\(reader.figure(baseline.value, indicator)) (\(String(baseline.year)))</dd>"
      } else {
        html << "\(reader.blank(.unknown))</dd>"
      }
      let target: Written = period.target.map { "\(reader.figure($0, indicator))" } ?? reader.notSet
      html << "<dt>\(reader("results.target", "Target"))</dt><dd>\(target)</dd>"
    }
    let blank = reader.blank(period.end < reader.today ? .unreported : .notYet)
    let came: Written = reader.came(period, indicator).map { "<bdi>\($0)</bdi>" } ?? blank
    html << "<dt>\(reader("results.actual", "Actual"))</dt><dd>\(came)</dd>"
    if indicator.measure != .qualitative {
      let known: Written = period.words.map { reader.reading($0) } ?? reader.blank(.unreported)
      html << "<dt>\(reader("figure.known", "How one knows"))</dt><dd>\(known)</dd>"
    }
    if period.isReported {
      html << "<dt>\(reader("results.who", "Who says so"))</dt><dd>\(reader.badge(claim.state)) "
      html << "\(told.sentence(on: claim, reader))</dd>"
    }
    html << "</dl>"
  }

  private func history(_ html: inout HTML, _ reader: Reader) {
    let history = told.said[period.id]?.history ?? []
    html << "<section><h2>\(reader("figure.said", "What has been said?"))</h2>"
    if history.isEmpty {
      html
        << reader.empty(
          .none, reader("figure.nothing-said", "Nobody has spoken yet"),
          reader("figure.nothing-said.text", "What a party reports, confirms or disputes stands here, and stays."))
    } else {
      html << "<ol class=\"log\">"
      for voice in history.reversed() { html << line(voice, reader) }
      html << "</ol>"
    }
    html << "</section>"
  }

  private func line(_ voice: Claim.Voice, _ reader: Reader) -> Written {
    let isCurrent = voice.figure?.isSame(as: spot.indicator.figure(of: period)) ?? true
    let figure =
      voice.figure.map { said in
        Amount(said.value).map { reader.figure($0, spot.indicator) } ?? said.value
      } ?? ""
    let blanks = ["name": told.name(voice.organisation), "figure": figure]
    let words =
      switch voice.stance {
      case .claims: reader("figure.claims", "{name} says: {figure}.", blanks)
      case .confirms: reader("figure.confirms", "{name} confirms: {figure}.", blanks)
      case .disputes: reader("figure.disputes", "{name} says that it is not so: {figure}.", blanks)
      }
    let style: Written =
      switch voice.stance {
      case .claims: "claimed"
      case .confirms: "confirmed"
      case .disputes: "disputed"
      }
    var html = HTML(capacity: 512)
    html
      << "<li class=\"\(style)\"><time datetime=\"\(voice.at)\">\(reader.words.moment(voice.at))</time><p>\(words)</p>"
    if !voice.reason.isEmpty { html << "<p><bdi>“\(voice.reason)”</bdi></p>" }
    html << "<p class=\"meta\">"
    if let counter = voice.counter {
      let instead = reader("figure.instead", "Instead: {figure}", ["figure": reader.figure(counter, spot.indicator)])
      html << "<span>\(instead)</span>"
    }
    if let person = told.people[voice.person] { html << "<span><bdi>\(person)</bdi></span>" }
    if !isCurrent { html << "<span>\(reader("figure.earlier", "Of an earlier figure; it counts no longer."))</span>" }
    html << "</p></li>"
    return "\(html)"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["result"] = spot.outcome.id.text
      json["indicator"] = spot.indicator.id.text
      json["partnership"] = told.partnership.id.text
      json["measure"] = spot.indicator.measure.rawValue
      json["unit"] = spot.indicator.unit
      json["claim"] = claim.state.rawValue
      json["actual"] = period.actual?.description
      json["target"] = period.target?.description
      json.number("revision", revision)
      json.array("items", [period]) { told.write($1, of: spot.indicator, &$0) }
    }
  }
}
