import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who of those who come to an event should be put together, and what each would learn from whom.
package struct CohortPage: Page {
  let answer: Answer
  let size: Int
  let rules: [Cohort.Rule]
  let form: CohortForm

  package init(_ answer: Answer, size: Int, rules: [Cohort.Rule], form: CohortForm) {
    (self.answer, self.size, self.rules, self.form) = (answer, size, rules, form)
  }

  /// What can be said of those who were named.
  package enum Answer: Sendable {
    /// Nobody was named.
    case unasked
    /// The practices are being gathered for the first time, or another cohort is being put together.
    case gathering
    case told(CohortTold)
  }

  private var told: CohortTold? { if case .told(let told) = answer { told } else { nil } }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek) }

  private func question(_ reader: Reader) -> String { reader("cohort.question", "Who should be put together?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("circles.question", "Who could learn from each other?"), Address.circles())
    html << reader.question(question(reader), answer: "\(words(reader))")
    if !form.unknown.isEmpty {
      let names = ["names": reader.words.list(form.unknown)]
      html << "<div class=\"note\"><p>"
      html << "\(reader("cohort.unknown", "Not found, or not clear which: {names}.", names))</p></div>"
    }
    if let told { html << groups(told, reader) }
    html << form.written(size: size, rules: rules, isOpen: told == nil, for: reader)
    html << how(reader)
  }

  private func words(_ reader: Reader) -> String {
    switch answer {
    case .told(let told): told.answer(reader.words)
    case .gathering: reader.gathering
    case .unasked:
      reader(
        "cohort.ask", "Name those who come to an event, and see in which pairs or triangles they would learn the most.")
    }
  }

  private func groups(_ told: CohortTold, _ reader: Reader) -> Written {
    var html = HTML(capacity: 8192)
    if told.grouping.groups.isEmpty {
      html
        << reader.empty(
          .none, reader("cohort.none", "Nobody can be put together"),
          reader(
            "cohort.none.text", "None of their practices answers a need of another, or what you ask keeps them apart."))
    } else {
      html << "<div class=\"table\"><table><thead><tr><th scope=\"col\">\(reader("cohort.learner", "Who learns"))</th>"
      html << "<th scope=\"col\">\(reader("cohort.need", "What it seeks"))</th>"
      html << "<th scope=\"col\">\(reader("cohort.teacher", "From whom"))</th>"
      html << "<th scope=\"col\">\(reader("cohort.practice", "What they have tried"))</th>"
      html << "<th scope=\"col\" class=\"num\">\(reader("match.of-100", "of 100"))</th></tr></thead>"
      for (group, arcs) in zip(told.grouping.groups, told.arcs) {
        let names = reader.words.list(group.organisations.map { told.name(of: $0) })
        html << "<tbody><tr><th scope=\"rowgroup\" colspan=\"5\">\(names)</th></tr>"
        for arc in arcs { html << arc.row(reader) }
        html << "</tbody>"
      }
      html << "</table></div>"
    }
    if !told.grouping.left.isEmpty {
      let names = reader.words.list(told.grouping.left.map { told.name(of: $0) })
      html << "<p>\(reader("cohort.left", "In no group: {names}.", ["names": names]))</p>"
    }
    return "\(html)"
  }

  private func how(_ reader: Reader) -> Written {
    let text = reader(
      "cohort.how.text",
      """
      A need is served when a practice in the group is about one of its themes or a near one and scores at least \
      {least} of 100 for it. Of all groupings the one that serves the most needs is looked for, and of equal ones the \
      one that serves them best. Nobody is in two groups; whoever would learn and teach nothing is in none.
      """, ["least": reader.words.number(Cohort.least.points)])
    return "<details><summary>\(reader("cohort.how", "How they are put together"))</summary><p>\(text)</p></details>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      if let told {
        told.writeParts(&json)
      } else {
        json.array("groups", [String]()) { $0.element($1) }
        json.array("left", [String]()) { $0.element($1) }
      }
      json.flag("gathering", isGathering)
    }
  }
}

extension CohortPage: Gathered {
  package var isGathering: Bool { if case .gathering = answer { true } else { false } }
}

extension CircleLine.Arc {
  /// Itself as a row of a table.
  fileprivate func row(_ reader: Reader) -> Written {
    """
    <tr><td class="learn"><a href="\(Address.organisation.link(arc.learner))">\(reader.name(learner.name))</a></td>\
    <td><a href="\(Address.need.link(arc.need))">\(reader.name(need.title))</a></td>\
    <td class="teach"><a href="\(Address.organisation.link(arc.teacher))">\(reader.name(teacher.name))</a></td>\
    <td><a href="\(Address.practice.link(arc.practice))">\(reader.name(practice.title))</a></td>\
    <td class="num">\(arc.score.value.points)</td></tr>
    """
  }
}
