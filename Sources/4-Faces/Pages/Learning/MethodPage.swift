import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One method, told for someone who has never led such a thing.
package struct MethodPage: Page {
  let method: Method
  /// How many exchanges by this method were begun, and how many of them came to their end.
  let begun, concluded: Int

  package init(method: Method, begun: Int, concluded: Int) {
    (self.method, self.begun, self.concluded) = (method, begun, concluded)
  }

  package func head(for reader: Reader) -> Head {
    Head(reader.words.reading(method.title).text, in: .sense, description: reader.words.reading(method.summary).text)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("methods.crumb", "Methods"), Address.methods())
    var lengths = HTML(capacity: 128)
    for clock in method.inOrder { lengths << "<span>\(method.length(by: clock, reader))</span>" }
    let title = reader.words.reading(method.title).text
    html
      << reader.question(
        reader("method.title", "How does it work?"), answer: reader.reading(method.summary),
        name: "<bdi>\(title)</bdi> \(lengths)")
    html << "<ol class=\"steps\">"
    for phase in method.phases {
      html << "<li>\(reader.reading(phase.title)) <small>\(short(phase, reader))</small></li>"
    }
    html << "</ol><div class=\"columns\"><div>"
    people(&html, reader)
    for (number, phase) in method.phases.enumerated() { self.phase(number + 1, phase, &html, reader) }
    outputs(&html, reader)
    html << "</div><aside>\(facts(reader))</aside></div>"
    html << "<aside class=\"next\"><h2>\(reader("method.next", "Run it tomorrow"))</h2>"
    let next = reader(
      "method.next.text", "Give it a title and invite the others. Copolis keeps the time and the record.")
    html << "<p>\(next)</p>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.newExchange.link())?method=\(method.id)\">"
    html << "\(reader("method.start", "Start one"))</a></p></aside>"
  }

  private func people(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("method.who", "Who is needed"))</h2><dl class=\"facts\">"
    for role in method.roles {
      let (least, most) = (role.places.lowerBound, role.places.upperBound)
      let number = least == most ? "\(least)" : "\(least)–\(most)"
      html << "<dt>\(reader.reading(role.title)) <small>\(number)</small></dt><dd>\(reader.reading(role.task))"
      for bar in role.bars { html << " <small>\(method.words(of: bar, reader))</small>" }
      html << "</dd>"
    }
    html << "</dl></section>"
  }

  private func phase(_ number: Int, _ phase: Phase, _ html: inout HTML, _ reader: Reader) {
    html << "<section id=\"\(phase.id)\"><h2>\(number) \(reader.reading(phase.title))</h2>"
    html << "<p class=\"meta\"><span>\(long(phase, reader))</span></p>"
    Guiding.write(phase.guidance, &html, reader)
    if !phase.prompts.isEmpty {
      html << "<h3>\(reader("method.asked", "What is asked"))</h3><ul>"
      for prompt in phase.prompts {
        html << "<li>\(reader.reading(prompt.question)) <small>\(method.whom(prompt, reader))</small>"
        options(prompt, &html, reader)
        html << "</li>"
      }
      html << "</ul>"
    }
    html << "</section>"
  }

  private func options(_ prompt: Prompt, _ html: inout HTML, _ reader: Reader) {
    let told = prompt.kind.options.filter { $0.instructions != nil }
    guard prompt.kind.slug == "choice", !told.isEmpty else { return }
    let title = reader.count(
      told.count, "method.options", one: "1 way to do it", other: "{n} ways to do it, one of which is chosen")
    html << "<details><summary>\(title)</summary><dl>"
    for option in told {
      html << "<dt>\(reader.reading(option.title))\(Guiding.ours(option, reader))</dt>"
      if let instructions = option.instructions { html << "<dd>\(reader.reading(instructions))</dd>" }
    }
    html << "</dl></details>"
  }

  private func outputs(_ html: inout HTML, _ reader: Reader) {
    guard !method.outputs.isEmpty else { return }
    html << "<section><h2>\(reader("method.outputs", "What remains"))</h2>"
    for output in method.outputs {
      html << "<h3>\(reader.reading(output.title))</h3><ul>"
      for section in output.sections { html << "<li>\(reader.reading(section.title))</li>" }
      html << "</ul>"
      for signer in output.signers { html << "<p>\(method.words(of: signer, reader))</p>" }
    }
    html << "</section>"
  }

  private func facts(_ reader: Reader) -> Written {
    var html = HTML(capacity: 1024)
    html << "<section><h2>\(reader("method.facts", "Facts"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("method.group", "Group"))</dt><dd>\(method.people(reader))</dd>"
    html << "<dt>\(reader("method.run", "Run here"))</dt><dd>"
    if begun == 0 { html << reader.blank(.notYet) }
    if begun > 0 {
      let finished = reader("method.concluded", "{n} came to their end", ["n": "\(concluded)"])
      html << "\(reader.count(begun, "method.begun", one: "once", other: "{n} times")), \(finished)"
    }
    html << "</dd><dt>\(reader("method.version", "Version"))</dt><dd>\(method.version)</dd>"
    html << "<dt>\(reader("method.source", "Source"))</dt><dd lang=\"en\">\(method.source.citation)"
    if method.source.link.hasPrefix("https://") {
      html << "<br><a href=\"\(method.source.link)\" rel=\"noreferrer\">\(method.source.link)</a>"
    }
    html << "</dd>"
    if let ours = method.source.ours {
      html << "<dt>\(reader("method.ours", "What is ours"))</dt><dd>\(reader.reading(ours))</dd>"
    }
    html << "</dl></section>"
    return "\(html)"
  }

  private func short(_ phase: Phase, _ reader: Reader) -> String {
    if let minutes = phase.minutes { return reader("phase.minutes", "{n} min", ["n": "\(minutes.typical)"]) }
    return phase.days.map { reader("phase.days", "{n} d", ["n": "\($0.typical)"]) } ?? ""
  }

  private func long(_ phase: Phase, _ reader: Reader) -> String {
    let live = phase.minutes.map { reader("phase.minutes.long", "{n} minutes together", ["n": $0.text]) }
    let slow = phase.days.map { reader("phase.days.long", "{n} days in writing", ["n": $0.text]) }
    return [live, slow].compactMap { $0 }.joined(separator: " · ")
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      method.writeSummary(&json, for: reader)
      json.number("begun", begun)
      json.number("concluded", concluded)
      method.writeParts(&json, for: reader)
    }
  }
}
