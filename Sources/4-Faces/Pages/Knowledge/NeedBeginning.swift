import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// How a need begins: two questions, and one may stop there. What was typed is kept as a draft either way.
package struct NeedBeginning: Page {
  let id: Need.ID
  let filled: Filled
  /// Those that one may write it for: one is given, of several one is chosen.
  let organisations: [Organisation.Brief]

  package init(_ id: Need.ID, filled: Filled, organisations: [Organisation.Brief]) {
    (self.id, self.filled, self.organisations) = (id, filled, organisations)
  }

  private func question(_ reader: Reader) -> String { reader("needs.next", "What does your city need to learn?") }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader(
      "need-begin.answer", "Two questions, in your own words and language. Nobody else sees it until you publish it.")
    html << reader.question(question(reader), answer: "\(answer)")
    html << "<form method=\"post\" action=\"\(Address.addingNeed.link())\" data-draft=\"new-learns\" novalidate>"
    html << "\(reader.key)\(Filled.hidden([("id", id.text)]))\(reader.restored)\(filled.errors(for: reader))"
    html << filled.owner(among: organisations, isChosen: organisations.count == 1, reader)
    html << filled.needTexts(reader)
    html << "<p class=\"doing\"><button name=\"next\" value=\"more\">\(reader("need-begin.go-on", "Go on"))</button> "
    html << "<button class=\"quiet\">\(reader("need-begin.stop", "Keep it and stop here"))</button></p></form>"
    let next = reader(
      "need-begin.next", "Next we show which themes your words seem to be about. You say whether they are.")
    html << "<p class=\"meta\"><span>\(next)</span> <a href=\"\(Address.newNeed.link())?all=yes\">"
    html << "\(reader("need-begin.all", "All questions on one page"))</a></p>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { json.object { $0["id"] = id.text } }
}

extension Filled {
  /// For which organisation it is: chosen where there are several.
  func owner(among organisations: [Organisation.Brief], isChosen: Bool, _ reader: Reader) -> Written {
    if isChosen { return Filled.hidden([("organisation", organisations.first?.id.text ?? "")]) }
    let options = Filled.options(organisations)
    return choice("organisation", reader("work-form.for", "For which organisation?"), options)
  }

  /// The two questions.
  func needTexts(_ reader: Reader) -> Written {
    """
    \(area(
      "problem", reader("need-form.problem", "What is the problem?"),
      hint: reader("need-form.problem.hint", "Who has it, since when, what makes it hard.")))\
    \(area(
      "tried", reader("need-form.tried", "What have you tried?"),
      hint: reader("need-form.tried.hint", "Also what did not work. It saves others the visit.")))
    """
  }
}
