import Addresses
package import Cooperation
import HTTP
import Languages
import Markup

/// The form that asks who comes to an event, as it was filled in.
package struct CohortForm: Sendable {
  let body: Organisation.ID?
  let ticked: [Organisation.ID]
  let text: String
  /// Lines of the text of which nothing could be made.
  let unknown: [String]
  /// Networks and associations whose members can be asked for.
  let bodies: [Organisation.Brief]
  /// Those who can be ticked.
  let offered: [Organisation.Brief]

  package init(
    body: Organisation.ID?, ticked: [Organisation.ID], text: String, unknown: [String],
    bodies: [Organisation.Brief], offered: [Organisation.Brief]
  ) {
    (self.body, self.ticked, self.text, self.unknown) = (body, ticked, text, unknown)
    (self.bodies, self.offered) = (bodies, offered)
  }

  func written(size: Int, rules: [Cohort.Rule], isOpen: Bool, for reader: Reader) -> Written {
    let filled = Filled(values: [
      "members-of": [body?.text ?? ""], "organisations": [text], "organisation": ticked.map(\.text),
      "size": ["\(size)"],
    ])
    var html = HTML(capacity: 8192)
    html
      << "<details\(isOpen ? " open" : "")><summary>\(reader("cohort.form", "Who comes, and what you ask"))</summary>"
    html << "<form method=\"get\" action=\"\(Address.cohort.link())\">\(language(reader))"
    if !bodies.isEmpty || body != nil { html << bodies(filled, reader) }
    if !offered.isEmpty {
      let options = Filled.options(offered)
      let group = Filled.Group(reader("cohort.choose", "Choose from those who could teach or learn"), options)
      html << filled.choices("organisation", reader("cohort.some", "Or these"), in: [group])
    }
    html
      << filled.area(
        "organisations", reader("cohort.pasted", "Or paste a list"),
        hint: reader(
          "cohort.pasted.hint",
          "One on each line: its name, or the address of its page here. About a hundred; all members of a network may be 200."
        ))
    html
      << filled.picks(
        "size", reader("cohort.size", "Put them together in"),
        [
          .init("2", reader("cohort.pairs", "Pairs")),
          .init("3", reader("cohort.triangles", "Triangles, or pairs where a third would add nothing")),
        ])
    html << "<fieldset class=\"field\"><legend>\(reader("cohort.rules", "Any two in a group"))</legend>"
    for rule in Cohort.Rule.allCases {
      let checked: Written = rules.contains(rule) ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"checkbox\" name=\"\(rule.rawValue)\" value=\"yes\"\(checked)> "
      html << "\(reader.words[rule.words])</label>"
    }
    html << "</fieldset><p class=\"doing\"><button>\(reader("cohort.button", "Put them together"))</button></p>"
    html << "</form></details>"
    return "\(html)"
  }

  private func bodies(_ filled: Filled, _ reader: Reader) -> Written {
    var options = [Filled.Option("", reader("cohort.no-body", "No network or association"))]
    options += Filled.options(bodies)
    if let body, !bodies.contains(where: { $0.id == body }) { options.append(Filled.Option(body.text, body.text)) }
    return filled.choice("members-of", reader("cohort.members", "All members of"), options)
  }

  /// The language that the address asks for is kept.
  private func language(_ reader: Reader) -> Written {
    reader.kept(
      but: Set(["members-of", "organisations", "organisation", "size", "page", "done"])
        .union(Cohort.Rule.allCases.map(\.rawValue)))
  }
}
