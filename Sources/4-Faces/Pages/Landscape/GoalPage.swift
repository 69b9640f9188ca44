import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// One Sustainable Development Goal as cities work on it: its targets, the municipal themes that serve it, who learns.
package struct GoalPage: Page {
  let goal: Goal
  let targets: [TargetFigures]
  let pieces: Pieces

  /// - Parameter figures: of the targets that anything names; the others have none.
  package init(_ goal: Goal, _ figures: [TargetFigures], _ pieces: Pieces) {
    (self.goal, self.pieces) = (goal, pieces)
    let known = Dictionary(figures.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    targets = Goals.targets(of: goal).map { known[$0] ?? TargetFigures($0) }
  }

  package func head(for reader: Reader) -> Head { Head(name(reader), in: .landscape) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << "\(reader.crumbs(reader.words[Area.landscape.name], Address.landscape()))"
    let question = reader("goal.question", "Who works on this?")
    html << "\(reader.question(question, answer: answer(reader), name: "\(name(reader))"))"
    writeThemes(&html, reader)
    pieces.write(&html, for: reader, query: "?goal=\(goal)")
    writeTargets(&html, reader)
    html << "<nav class=\"pages\" aria-label=\"\(reader("goal.all", "All goals"))\">"
    for other in Goals.all {
      if other == goal { html << "<b aria-current=\"page\">\(other)</b>" }
      if other != goal {
        html << "<a href=\"\(Address.goal.link(other))\" title=\"\(reader.title(of: other))\">\(other)</a>"
      }
    }
    html << "</nav>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json.number("goal", goal.number)
      json["title"] = reader.title(of: goal)
      json.array("targets", targets) { json, figures in
        json.object { json in
          json["target"] = figures.target.description
          json["title"] = reader.title(of: figures.target)
          json.number("needs", figures.needs)
          json.number("practices", figures.practices)
        }
      }
      json.array("themes", themes) { $0.element($1.id.text) }
      pieces.write(&json, for: reader)
    }
  }

  private func name(_ reader: Reader) -> String {
    reader("goal.name", "Global goal {n}: {goal}", ["n": "\(goal)", "goal": reader.title(of: goal)])
  }

  private func answer(_ reader: Reader) -> Written {
    let teach = reader.count(
      pieces.practices.total, "goal.practices", one: "One practice serves it.", other: "{n} practices serve it.")
    let learn = reader.count(
      pieces.needs.total, "goal.needs", one: "One need is about it.", other: "{n} needs are about it.")
    return "\(teach) \(learn)"
  }

  /// The themes that serve a target of the goal, those that serve it first of all before the others.
  private var themes: [Theme] {
    let serving = Themes.all.filter { theme in theme.targets.contains { $0.goal == goal } }
    return serving.filter { $0.targets.first?.goal == goal } + serving.filter { $0.targets.first?.goal != goal }
  }

  private func writeThemes(_ html: inout HTML, _ reader: Reader) {
    if themes.isEmpty { return }
    let title = reader("goal.themes", "What can a city do about it?")
    html << "<section aria-labelledby=\"themes\"><h2 id=\"themes\">\(title)</h2>\(reader.tags(themes))</section>"
  }

  private func writeTargets(_ html: inout HTML, _ reader: Reader) {
    let title = reader("goal.targets", "Target by target")
    let note = reader("goal.targets-note", "Short titles in our own words; the United Nations keep the official ones.")
    html << "<section aria-labelledby=\"targets\"><h2 id=\"targets\">\(title)</h2>"
    html << "<table class=\"stack\"><caption>\(note)</caption><thead><tr>"
    html << "<th scope=\"col\">\(reader("goal.target", "Target"))</th>"
    let learn = reader("goal.sought", "Needs"), teach = reader("goal.taught", "Practices")
    html << "<th scope=\"col\" class=\"num\">\(learn)</th>"
    html << "<th scope=\"col\" class=\"num\">\(teach)</th></tr></thead><tbody>"
    for figures in targets {
      html
        << "<tr id=\"t\(figures.target)\"><th scope=\"row\">\(figures.target) \(reader.title(of: figures.target))</th>"
      html << "<td class=\"num\" data-th=\"\(learn)\">\(reader.number(figures.needs))</td>"
      html << "<td class=\"num\" data-th=\"\(teach)\">\(reader.number(figures.practices))</td></tr>"
    }
    html << "</tbody></table></section>"
  }
}
