import Addresses
import Cooperation
import HTTP
import Languages
package import Markup

/// What came of a partnership: everything told so far, level by level, and the one thing to do next.
package struct ResultsPage: Page {
  let told: ResultsTold

  package init(_ told: ResultsTold) { self.told = told }

  private var id: Partnership.ID { told.partnership.id }

  package func head(for reader: Reader) -> Head {
    let title = reader.words.reading(told.partnership.title).text
    return Head(
      reader("results.title", "What came of it? {title}", ["title": title]), in: .sense, description: answer(reader))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(told.partnership.title).text, Address.partnership(id))
    html
      << reader.question(
        reader("results.question", "What came of it?"), answer: "\(answer(reader))",
        name: reader.reading(told.partnership.title))
    for level in Outcome.Level.allCases {
      html << "<section aria-labelledby=\"\(level.rawValue)\"><h2 id=\"\(level.rawValue)\">"
      html << "\(reader.words[level.name])</h2><p class=\"hint\">\(reader.words[level.meaning])</p>"
      let here = told.outcomes.filter { $0.level == level }
      for outcome in here { ResultPart(told: told, outcome: outcome, reader: reader).write(&html) }
      if here.isEmpty { html << "<p>\(reader.blank(.unreported))</p>" }
      html << "</section>"
    }
    html << NextResultStep(told: told, reader: reader).aside
  }

  private func answer(_ reader: Reader) -> String {
    let reported = told.spots.filter(\.period.isReported)
    guard !told.outcomes.isEmpty else { return reader("results.nothing", "Nobody has told a result yet.") }
    var sentences = [
      reader.count(
        reported.count, "results.reported", one: "One figure is reported.", other: "{n} figures are reported.")
    ]
    let states = reported.map { told.claim(of: $0.period.id).state }
    let confirmed = states.count { $0 == .confirmed }, disputed = states.count { $0 == .disputed }
    let waiting = states.count - confirmed - disputed
    let due = told.spots.count { ResultsTold.isDue($0.period, on: reader.today) }
    if confirmed > 0 {
      sentences.append(
        reader.count(confirmed, "results.confirmed", one: "Both sides confirm one.", other: "Both sides confirm {n}."))
    }
    if disputed > 0 {
      sentences.append(reader.count(disputed, "results.disputed", one: "One is disputed.", other: "{n} are disputed."))
    }
    if waiting > 0 {
      sentences.append(
        reader.count(
          waiting, "results.waiting", one: "One waits for the other side.", other: "{n} wait for the other side."))
    }
    if due > 0 {
      sentences.append(
        reader.count(due, "results.due", one: "One is due and not reported.", other: "{n} are due and not reported."))
    }
    return sentences.joined(separator: " ")
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["partnership"] = id.text
      json.array("parties", told.partnership.parties.speaking) { json, party in
        json.object { json in
          json["id"] = party.text
          json["name"] = told.name(party)
        }
      }
      json.array("items", told.outcomes) { told.write($1, &$0) }
      json.number("total", told.outcomes.count)
    }
  }
}

/// The one thing to do next about the results of a partnership.
struct NextResultStep {
  let told: ResultsTold
  let reader: Reader

  var aside: Written {
    let id = told.partnership.id
    guard !told.own.isEmpty else {
      let why = reader(
        "results.visitor", "The parties tell results, and each confirms or disputes what the other says.")
      return part(
        reader("results.visitor-title", "How sure is this?"), why, Address.partnership(id),
        reader("results.to-partnership", "See who takes part"))
    }
    if let spot = told.spots.first(where: { told.awaits($0) }) {
      return part(
        reader("results.answer-one", "Confirm or dispute one figure"), says(spot), Address.figure(id, spot.period.id),
        reader("results.answer-it", "Answer"))
    }
    if let spot = told.spots.first(where: { told.isContested($0) }) {
      let why = told.sentence(on: told.claim(of: spot.period.id), reader)
      return part(
        reader("results.settle", "Settle one figure"), why, Address.figure(id, spot.period.id),
        reader("results.look", "Look at it together"))
    }
    if let spot = told.spots.first(where: { ResultsTold.isDue($0.period, on: reader.today) }) {
      let blanks = ["indicator": title(spot), "days": reader.days(spot.period)]
      return part(
        reader("results.report-one", "Report one figure"),
        reader("results.report-why", "{indicator}, {days}: the time is over, and nobody has said what came.", blanks),
        Address.figure(id, spot.period.id), reader("results.report-it", "Report it"))
    }
    return part(
      reader("results.tell", "What else came of it?"),
      reader("results.tell-why", "Small things count, and what failed counts as well."), Address.newResult(id),
      reader("results.add", "Tell a result"))
  }

  private func says(_ spot: ResultsTold.Spot) -> String {
    let who = told.claim(of: spot.period.id).voices.map { told.name($0.organisation) }
    let blanks = [
      "name": reader.words.list(who), "figure": reader.came(spot.period, spot.indicator) ?? "",
      "indicator": title(spot),
    ]
    return who.isEmpty
      ? reader("results.list-says", "A list says “{figure}” of “{indicator}”. Is it so?", blanks)
      : reader("results.other-says", "{name} says “{figure}” of “{indicator}”. Is it so?", blanks)
  }

  private func title(_ spot: ResultsTold.Spot) -> String { reader.words.reading(spot.indicator.title).text }

  private func part(_ title: String, _ why: String, _ address: String, _ doing: String) -> Written {
    var also: Written = ""
    if !told.own.isEmpty, address != Address.newResult(told.partnership.id) {
      let another = reader("results.add", "Tell a result")
      also = " <a href=\"\(Address.newResult.link(told.partnership.id))\">\(another)</a>"
    }
    return """
      <aside class="next"><h2>\(title)</h2><p>\(why)</p><p class="doing"><a class="act" href="\(address)">\(doing)</a>\
      \(also)</p></aside>
      """
  }
}
