import Cooperation
import Languages
package import Markup

extension Filled {
  /// One of a few choices, all of them seen at once.
  package func picks(_ name: String, _ title: String, hint: String = "", _ options: [Option]) -> Written {
    var html = HTML(capacity: options.count * 96 + 128)
    for option in options {
      let checked: Written = holds(name, option.value) ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"radio\" name=\"\(name)\" value=\"\(option.value)\"\(checked)> "
      html << "<bdi>\(option.title)</bdi></label>"
    }
    return group(name, title, hint, "\(html)")
  }

  /// A name to look for, a button that finds it, and what was found of that name, to choose from.
  ///
  /// - Parameter field: what the choice is called; the name that is typed is `field` with `-name` behind.
  func finding(_ field: String, _ title: String, hint: String, _ found: [Option], _ reader: Reader) -> Written {
    let line = line("\(field)-name", title, hint: hint)
    let find = reader("organisations.find.button", "Find")
    let picks =
      found.isEmpty
      ? .nothing : picks(field, reader("organisation-form.which", "Which of these is it?"), found)
    return """
      \(line)<p class="doing"><button class="quiet" name="find" value="\(field)">\(find)</button></p>\(picks)
      """
  }

  /// The languages that someone works in: those of the interface and those chosen at once, others in a fold.
  func languages(_ title: String, _ reader: Reader) -> Written {
    let chosen = values["languages"] ?? []
    let all = Option.languages(for: reader, and: chosen)
    let isNear = { (option: Option) in
      chosen.contains(option.value) || Language.interface.contains { $0.tag == option.value }
    }
    let more = Group(reader("form.more-languages", "Other languages"), all.filter { !isNear($0) })
    return choices("languages", title, open: all.filter(isNear), in: [more])
  }

  /// Any number of many choices, in groups that open; those with something chosen are open.
  ///
  /// - Parameter open: those that belong to no group, and stand before them.
  package func choices(
    _ name: String, _ title: String, hint: String = "", open: [Option] = [], in groups: [Group]
  ) -> Written {
    var html = HTML(capacity: 8192)
    for option in open { html << box(name, option) }
    for group in groups {
      let isOpen: Written = group.options.contains { holds(name, $0.value) } ? " open" : ""
      html << "<details\(isOpen)><summary>\(group.title)</summary>"
      for option in group.options { html << box(name, option) }
      html << "</details>"
    }
    return group(name, title, hint, "\(html)")
  }

  private func box(_ name: String, _ option: Option) -> Written {
    let checked: Written = holds(name, option.value) ? " checked" : ""
    return """
      <label class="pick"><input type="checkbox" name="\(name)" value="\(option.value)"\(checked)> \
      \(option.title)</label>
      """
  }

  /// A single box to tick.
  package func tick(_ name: String, _ title: String) -> Written {
    let checked: Written = self[name].isEmpty ? "" : " checked"
    return """
      <div class="field" id="\(name)"><label class="pick"><input type="checkbox" name="\(name)" value="yes"\(checked)> \
      \(title)</label></div>
      """
  }

  private func group(_ name: String, _ title: String, _ hint: String, _ inside: Written) -> Written {
    let hinted: Written = hint.isEmpty ? "" : "<p class=\"hint\">\(hint)</p>"
    let problem = problems.first { $0.field == name }
    let error: Written = problem.map { "<p class=\"error\" id=\"\(name)-error\">\($0.words)</p>" } ?? ""
    return "<fieldset class=\"field\" id=\"\(name)\"><legend>\(title)</legend>\(hinted)\(inside)\(error)</fieldset>"
  }

  /// Choices under one heading.
  package struct Group: Sendable {
    package let title: String
    package let options: [Option]
    package init(_ title: String, _ options: [Option]) { (self.title, self.options) = (title, options) }
  }

  /// The fields that say what the form is about, unseen.
  package static func hidden(_ values: [(name: String, value: String)]) -> Written {
    var html = HTML(capacity: 128)
    for (name, value) in values { html << "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
    return "\(html)"
  }
}
