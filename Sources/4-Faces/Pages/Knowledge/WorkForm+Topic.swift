import Cooperation
import Languages
import Markup
import Reference

// What it is about: what its words seem to say first, then everything that can be chosen.
extension WorkForm {
  func topic(_ html: inout HTML, _ reader: Reader) {
    let themes = suggestions.themes.filter { !filled.holds("themes", $0.theme.text) }
    let targets = filled["targets"].isEmpty ? suggestions.targets : []
    suggested(themes, targets, &html, reader)
    let known = Set(themes.map(\.theme.text)), aims = Set(targets.map(\.target.description))
    html
      << filled.choices(
        "themes", reader("work-form.themes", "What is it about?"),
        hint: reader("work-form.themes.hint", "Open a group and tick what fits, one to three."),
        in: Filled.Group.themes(for: reader).map { $0.without(known) })
    html
      << filled.choices(
        "targets", reader("work-form.targets", "Which targets of the SDGs does it serve?"),
        hint: reader("work-form.targets.hint", "Only if you know."),
        in: Goals.all.map { goal in
          Filled.Group(
            "\(goal) " + (Goals.titles[goal].map { reader.words.name(among: $0) } ?? ""),
            Goals.targets(of: goal).map { Filled.Option($0.description, title(of: $0, reader)) }
          ).without(aims)
        })
    html
      << filled.languages(reader("work-form.languages", "In which languages can you talk about it?"), reader)
  }

  /// What was found in the words that were typed. Nothing is ticked: a person says whether it is so.
  private func suggested(
    _ themes: [Suggestions.OfTheme], _ targets: [Suggestions.OfTarget], _ html: inout HTML, _ reader: Reader
  ) {
    guard !themes.isEmpty || !targets.isEmpty else { return }
    html << "<fieldset class=\"field\" id=\"suggested\"><legend>"
    html << "\(reader("work-form.suggested", "Is it about these?"))</legend><p class=\"hint\">"
    html << "\(reader("work-form.suggested.hint", "Found in what you wrote. Tick what is right."))</p>"
    for suggested in themes {
      let words = reader.words.list(suggested.words.map { "“\($0)”" })
      let why = reader("work-form.suggested.because", "because you wrote {words}", ["words": words])
      tick("themes", suggested.theme.text, reader.words.name(of: suggested.theme), why, &html)
    }
    for suggested in targets {
      let theme = ["theme": reader.words.name(of: suggested.theme)]
      tick(
        "targets", suggested.target.description, "SDG " + title(of: suggested.target, reader),
        reader("work-form.suggested.serves", "it goes with “{theme}”", theme), &html)
    }
    html << "</fieldset>"
  }

  private func tick(_ field: String, _ value: String, _ title: String, _ why: String, _ html: inout HTML) {
    html << "<label class=\"pick\"><input type=\"checkbox\" name=\"\(field)\" value=\"\(value)\"> "
    html << "<span>\(title) <small>\(why)</small></span></label>"
  }

  private func title(of target: Target, _ reader: Reader) -> String {
    "\(target) " + (Goals.targets[target].map { reader.words.name(among: $0) } ?? "")
  }
}

extension Filled.Group {
  fileprivate func without(_ values: Set<String>) -> Filled.Group {
    Filled.Group(title, options.filter { !values.contains($0.value) })
  }
}
