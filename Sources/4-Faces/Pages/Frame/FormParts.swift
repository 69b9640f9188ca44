import Cooperation
package import Markup

/// What a form shows: what was typed, and what is wrong with it.
package struct Filled: Sendable {
  package let values: [String: [String]]
  /// What is wrong with which field, in the order of the form.
  package let problems: [Problem]
  /// Where nothing is lost because the draft was kept.
  package let isKept: Bool

  package init(values: [String: [String]] = [:], problems: [Problem] = [], isKept: Bool = false) {
    (self.values, self.problems, self.isKept) = (values, problems, isKept)
  }

  package struct Problem: Sendable, Equatable {
    package let field: String
    package let words: String
    /// Without marks that would turn around what is read, for it may quote what was typed.
    package init(_ field: String, _ words: String) { (self.field, self.words) = (field, cleanedLines(words)) }
  }

  package subscript(_ name: String) -> String { values[name]?.first ?? "" }
  package func holds(_ name: String, _ value: String) -> Bool { values[name]?.contains(value) ?? false }

  /// What is wrong, at the top of the form, each leading to its field; nothing where all is well.
  package func errors(for reader: Reader) -> Written {
    if problems.isEmpty { return .nothing }
    var html = HTML(capacity: 512)
    let title = reader.count(problems.count, "form.errors", one: "One thing to look at", other: "{n} things to look at")
    html << "<div class=\"errors\" role=\"alert\" tabindex=\"-1\"><h2>\(title)</h2><ul>"
    for problem in problems { html << "<li><a href=\"#\(problem.field)\">\(problem.words)</a></li>" }
    html << "</ul>"
    if isKept { html << "<p>\(reader("form.kept", "Saved as a draft. Nothing is lost."))</p>" }
    html << "</div>"
    return "\(html)"
  }

  private func about(_ name: String, hint: String) -> Written {
    let problem = problems.first { $0.field == name }
    let described: Written =
      switch (hint.isEmpty, problem == nil) {
      case (true, true): ""
      case (false, true): " aria-describedby=\"\(name)-hint\""
      case (true, false): " aria-describedby=\"\(name)-error\""
      case (false, false): " aria-describedby=\"\(name)-hint \(name)-error\""
      }
    let invalid: Written = problem == nil ? "" : " aria-invalid=\"true\""
    return "\(described)\(invalid)"
  }

  private func label(_ name: String, _ label: String, _ hint: String) -> Written {
    let hinted: Written = hint.isEmpty ? "" : "<p class=\"hint\" id=\"\(name)-hint\">\(hint)</p>"
    return "<div class=\"field\"><label for=\"\(name)\">\(label)</label>\(hinted)"
  }

  private func error(_ name: String) -> Written {
    guard let problem = problems.first(where: { $0.field == name }) else { return "</div>" }
    return "<p class=\"error\" id=\"\(name)-error\">\(problem.words)</p></div>"
  }

  /// A line to type in. `type` is HTML's: `text`, `email`, `password`, `date`, `number`, `search`.
  package func line(_ name: String, _ title: String, hint: String = "", type: String = "text", required: Bool = false)
    -> Written
  {
    let must: Written = required ? " required" : ""
    let value = type == "password" ? "" : self[name]
    let field: Written =
      "<input id=\"\(name)\" name=\"\(name)\" type=\"\(type)\" value=\"\(value)\"\(about(name, hint: hint))\(must)>"
    return "\(label(name, title, hint))\(field)\(error(name))"
  }

  /// Room for a longer text.
  package func area(_ name: String, _ title: String, hint: String = "") -> Written {
    let field: Written =
      "<textarea id=\"\(name)\" name=\"\(name)\" dir=\"auto\"\(about(name, hint: hint))>\n\(self[name])</textarea>"
    return "\(label(name, title, hint))\(field)\(error(name))"
  }

  /// One of several choices.
  package func choice(_ name: String, _ title: String, hint: String = "", _ options: [Option]) -> Written {
    var html = HTML(capacity: options.count * 48)
    for option in options {
      let selected: Written = self[name] == option.value ? " selected" : ""
      html << "<option value=\"\(option.value)\"\(selected)>\(option.title)</option>"
    }
    let field: Written = "<select id=\"\(name)\" name=\"\(name)\"\(about(name, hint: hint))>\(html)</select>"
    return "\(label(name, title, hint))\(field)\(error(name))"
  }

  /// Any number of several choices.
  package func choices(_ name: String, _ title: String, hint: String = "", _ options: [Option]) -> Written {
    choices(name, title, hint: hint, open: options, in: [])
  }

  package struct Option: Sendable {
    package let value: String
    package let title: String
    package init(_ value: String, _ title: String) { (self.value, self.title) = (value, title) }
  }
}
