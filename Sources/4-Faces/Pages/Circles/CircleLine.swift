import Addresses
package import Cooperation
import HTTP
package import Languages
package import Markup
import Pictures
import Reference

/// A learning circle with the names of who and what is in it.
package struct CircleLine: Sendable {
  package let circle: Circle
  package let arcs: [Arc]

  package init(_ circle: Circle, _ arcs: [Arc]) { (self.circle, self.arcs) = (circle, arcs) }

  /// One teaches another one thing.
  package struct Arc: Sendable {
    package let arc: Circle.Arc
    /// What the learner seeks.
    let need: Need.Brief
    /// What the teacher has tried.
    let practice: Practice.Brief

    package init(_ arc: Circle.Arc, need: Need.Brief, practice: Practice.Brief) {
      (self.arc, self.need, self.practice) = (arc, need, practice)
    }

    var teacher: Organisation.Brief { practice.organisation }
    var learner: Organisation.Brief { need.organisation }

    /// What it is about: a theme or two of both, or what the practice has that is nearest; its title where it has none.
    func subject(_ words: Words) -> String {
      let shared = need.themes.filter { practice.themes.contains($0) }
      let near = practice.themes.filter { theme in need.themes.contains { Themes.isNear(theme, $0) } }
      let themes = (shared.isEmpty ? near : shared).prefix(2)
      return themes.isEmpty ? practice.title.text : words.list(themes.map { words.name(of: $0) })
    }

    /// Who can teach whom what, as one sentence.
    package func sentence(_ words: Words) -> String {
      words[
        Phrase(
          "circles.arc", "{teacher} can teach {learner}: {subject}.",
          ["teacher": teacher.name.text, "learner": learner.name.text, "subject": subject(words)])]
    }
  }

  /// Itself as a line of a list: the score, who is in it, the picture, and what leads where.
  func item(_ reader: Reader) -> Written {
    var html = HTML(capacity: 4096)
    let names = arcs.map(\.teacher.name.text)
    html << "<li class=\"match\"><h3>\(reader.words.list(names))</h3>"
    html << "<p class=\"score\">\(circle.score.value.points)"
    html << "<small>\(reader("match.of-100", "of 100"))</small></p>"
    let stops = arcs.map { TeachingRing.Stop($0.teacher.name.text, teaches: $0.subject(reader.words)) }
    let story = arcs.map { $0.sentence(reader.words) }.joined(separator: " ")
    html << "<figure class=\"picture small\">"
    html << "\(TeachingRing(stops).svg(title: story, isMirrored: reader.words.isRightToLeft))</figure>"
    html << "<ul class=\"reasons\">"
    for arc in arcs { html << arc.line(reader) }
    html << "</ul></li>"
    return "\(html)"
  }

  /// As programs read it: `{"score", "arcs": [{"teacher", "learner", "practice", "need", "score"}]}`.
  package func write(_ json: inout JSON) {
    json.object { json in
      json.number("score", circle.score.value)
      json.array("arcs", arcs) { json, arc in arc.write(&json) }
    }
  }
}

extension CircleLine.Arc {
  /// As programs read it: `{"teacher", "learner", "practice", "need", "score"}`, with the names of each.
  func write(_ json: inout JSON) {
    json.object { json in
      json["teacher"] = arc.teacher.text
      json["learner"] = arc.learner.text
      json["practice"] = arc.practice.text
      json["need"] = arc.need.text
      json.number("score", arc.score.value)
      json["teacher-name"] = teacher.name.text
      json["learner-name"] = learner.name.text
      json["practice-title"] = practice.title.text
      json["need-title"] = need.title.text
    }
  }
}

extension CircleLine.Arc {
  fileprivate func line(_ reader: Reader) -> Written {
    let points = reader(
      "match.points", "{got} of {whole}",
      ["got": reader.words.number(arc.score.value.points), "whole": "100"])
    return """
      <li class="teach"><svg class="bar" viewBox="0 0 30 1" preserveAspectRatio="none" aria-hidden="true">\
      <path class="all" d="M0 0h30v1H0z"/><path d="M0 0h\(arc.score.value * 30)v1H0z"/></svg><span>\
      <a href="\(Address.organisation.link(arc.teacher))">\(reader.name(teacher.name))</a>: \
      <a href="\(Address.practice.link(arc.practice))">\(reader.name(practice.title))</a> \
      <data value="\(arc.score.value)">\(points)</data><br>\
      <a href="\(Address.organisation.link(arc.learner))">\(reader.name(learner.name))</a>: \
      <a href="\(Address.need.link(arc.need))">\(reader.name(need.title))</a></span></li>
      """
  }
}

/// A page of learning circles.
package struct CirclesTold: Sendable {
  package let lines: [CircleLine]
  /// How many were found, on all pages together.
  package let total: Int
  package let page: Int
  package let per: Int
  /// Whether no more than these were looked for, so that there may be others.
  package let mayBeMore: Bool

  package init(lines: [CircleLine], total: Int, page: Int, per: Int, mayBeMore: Bool) {
    (self.lines, self.total, self.page, self.per, self.mayBeMore) = (lines, total, page, per, mayBeMore)
  }
}
