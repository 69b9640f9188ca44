import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One result of a partnership, by itself.
package struct ResultPage: Page {
  let told: ResultsTold
  let outcome: Outcome

  package init(_ outcome: Outcome, in told: ResultsTold) { (self.outcome, self.told) = (outcome, told) }

  /// What an edit would be based on.
  package var revision: Int { outcome.revision }

  package func head(for reader: Reader) -> Head {
    Head(reader.words.reading(outcome.title).text, in: .sense, description: answer(reader))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let id = told.partnership.id
    html << reader.crumbs(reader("results.question", "What came of it?"), Address.results(id))
    html
      << reader.question(
        reader("result.question", "How far did it come?"), answer: "\(answer(reader))",
        name: reader.reading(outcome.title))
    html << "<p class=\"meta\"><span>\(reader.words[outcome.level.name])</span>"
    html << "<span>\(reader.words[outcome.level.meaning])</span></p>"
    ResultPart(told: told, outcome: outcome, reader: reader).inside(&html)
    html << NextResultStep(told: told, reader: reader).aside
  }

  private func answer(_ reader: Reader) -> String {
    let spots = told.spots.filter { $0.outcome.id == outcome.id }
    guard let last = spots.last(where: { $0.period.isReported }) else {
      return reader("result.nothing", "Nobody has reported a figure yet.")
    }
    let blanks = [
      "indicator": reader.words.reading(last.indicator.title).text,
      "figure": reader.came(last.period, last.indicator) ?? "", "days": reader.days(last.period),
    ]
    return reader("result.latest", "{indicator}: {figure}, {days}.", blanks)
  }

  package func write(_ json: inout JSON, for reader: Reader) { told.write(outcome, &json) }
}
