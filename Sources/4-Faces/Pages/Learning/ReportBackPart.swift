import Cooperation
import Languages
import Markup

/// The words of a document, in the language it is written in.
struct ReportBackPart {
  let report: ReportBack
  let reader: Reader

  /// Writes the article, and leaves it open for the signatures.
  func open(_ html: inout HTML) {
    let direction = Words.speaking([report.language]).isRightToLeft ? "rtl" : "ltr"
    html << "<article class=\"document\" lang=\"\(report.language)\" dir=\"\(direction)\"><header>"
    html << "<p class=\"kicker\"><bdi>\(report.heading)</bdi> · <bdi>\(report.method)</bdi> · \(days)</p>"
    html << "<h1>\(report.title)</h1></header>"
    people(&html)
    for section in report.sections { self.section(section, &html) }
  }

  private var days: Written {
    let words = Words.speaking([report.language])
    if report.began == report.ended { return "\(words.day(report.ended))" }
    return "\(words.day(report.began)) – \(words.day(report.ended))"
  }

  private func people(_ html: inout HTML) {
    html << "<section><h2>\(reader("document.people", "Who took part"))</h2><ul>"
    for one in report.participants {
      html << "<li>"
      if !one.name.isEmpty { html << "<b><bdi>\(one.name)</bdi></b>, " }
      html << "<bdi>\(one.organisation)</bdi>"
      if !one.roles.isEmpty { html << " <small>(\(one.roles.joined(separator: ", ")))</small>" }
      html << "</li>"
    }
    html << "</ul></section>"
  }

  private func section(_ section: ReportBack.Section, _ html: inout HTML) {
    html << "<section><h2>\(section.title)</h2>"
    if let note = section.note { html << "<p><em>\(note)</em></p>" }
    for question in section.questions {
      html << "<h3>\(question.text)</h3>"
      if question.lines.isEmpty { html << "<p>\(reader.blank(.unreported))</p>" }
      if question.lines.count == 1 {
        for line in question.lines { html << "<div>\(self.line(line))</div>" }
      } else if !question.lines.isEmpty {
        html << "<ul>"
        for line in question.lines { html << "<li>\(self.line(line))</li>" }
        html << "</ul>"
      }
    }
    if !section.mismatches.isEmpty {
      html << "<ul>"
      for mismatch in section.mismatches { html << "<li>\(mismatch)</li>" }
      html << "</ul>"
    }
    html << "</section>"
  }

  /// Whether everything in it was said by one role: then it need not stand behind every answer.
  private var isOneVoice: Bool {
    let voices = Set(report.sections.flatMap(\.questions).flatMap(\.lines).compactMap(\.who))
    return voices.count == 1 && voices.isSubset(of: report.participants.flatMap(\.roles))
  }

  private func line(_ line: ReportBack.Line) -> Written {
    var html = HTML(capacity: 256)
    if let about = line.about { html << "<p><small><bdi>\(about)</bdi></small></p>" }
    let paragraphs = line.text.split(separator: "\n")
    for (number, paragraph) in paragraphs.enumerated() {
      html << "<p dir=\"auto\">\(paragraph)"
      if number == paragraphs.count - 1, let who = line.who, !isOneVoice { html << " <em>(<bdi>\(who)</bdi>)</em>" }
      html << "</p>"
    }
    return "\(html)"
  }

  func write(_ json: inout JSON) {
    json["kind"] = report.kind.rawValue
    json["heading"] = report.heading
    json["title"] = report.title
    json["language"] = report.language.tag
    json["method"] = report.method
    json["source"] = report.source
    json["began"] = report.began.description
    json["ended"] = report.ended.description
    json.array("participants", report.participants) { json, one in
      json.object { json in
        json["name"] = one.name.isEmpty ? nil : one.name
        json["organisation"] = one.organisation
        json.array("roles", one.roles) { $0.element($1) }
      }
    }
    json.array("sections", report.sections) { json, section in
      json.object { json in
        json["title"] = section.title
        json.array("questions", section.questions) { json, question in
          json.object { json in
            json["question"] = question.text
            json.array("answers", question.lines) { json, line in
              json.object { json in
                json["who"] = line.who
                json["about"] = line.about
                json["text"] = line.text
              }
            }
          }
        }
        json.array("mismatches", section.mismatches) { $0.element($1) }
      }
    }
  }
}
