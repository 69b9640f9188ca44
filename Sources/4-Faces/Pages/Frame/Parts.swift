import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

// Parts that many pages share. Their HTML is told in docs/design.md.
extension Reader {
  /// A text in the reader's language, marked with its own where that is another, and with what the original is in.
  package func reading(_ texts: Texts) -> Written {
    let reading = words.reading(texts)
    if reading.language == words.language { return "<bdi>\(reading.text)</bdi>" }
    return "<bdi lang=\"\(reading.language)\">\(reading.text)</bdi>"
  }

  /// A longer text as paragraphs, with a line that says which language it was written in where it is not the reader's.
  package func prose(_ texts: Texts) -> Written {
    let reading = words.reading(texts)
    let paragraphs = reading.text.split(separator: "\n", omittingEmptySubsequences: true)
    var html = HTML(capacity: reading.text.utf8.count + 128)
    html << "<div class=\"prose\" lang=\"\(reading.language)\" dir=\"auto\">"
    for paragraph in paragraphs { html << "<p>\(paragraph)</p>" }
    html << "</div>"
    if !reading.isOriginal || reading.language != words.language {
      let name = words.name(of: texts.original)
      html << "<p class=\"meta\">\(self("part.written-in", "Written in {language}.", ["language": name]))</p>"
    }
    return "\(html)"
  }

  /// The badge of how a fact stands.
  package func badge(_ state: Claim.State) -> Written {
    "<span class=\"claim \(state.rawValue)\">\(words[state.name])</span>"
  }

  /// A question, its answer, and the subject's own name where the question alone does not say it.
  package func question(_ question: String, answer: Written, name: Written? = nil) -> Written {
    let named: Written = name.map { "<p class=\"name\">\($0)</p>" } ?? ""
    return "<header class=\"question\">\(named)<h1>\(question)</h1><p class=\"answer\">\(answer)</p></header>"
  }

  /// The way back up.
  package func crumbs(_ name: String, _ address: String) -> Written {
    "<nav class=\"crumbs\" aria-label=\"\(self("part.crumbs", "You are here"))\"><a href=\"\(address)\">\(name)</a></nav>"
  }

  /// What would be here, why it is not, and the next step.
  package func empty(_ why: Blank, _ title: String, _ text: String, _ next: Written = .nothing) -> Written {
    let step: Written = next.isEmpty ? "" : "<p>\(next)</p>"
    return "<div class=\"empty \(why.rawValue)\"><h3>\(title)</h3><p>\(text)</p>\(step)</div>"
  }

  /// A blank inside a line: why there is nothing.
  package func blank(_ why: Blank) -> Written { "<span class=\"blank \(why.rawValue)\">\(words[why.name])</span>" }

  /// The hidden field that every form carries.
  package var key: Written { "<input type=\"hidden\" name=\"form-key\" value=\"\(formKey)\">" }

  /// A day with its machine-readable form.
  package func day(_ day: Day) -> Written { "<time datetime=\"\(day)\">\(words.day(day))</time>" }

  /// The themes as links, coloured as what can be taught or what is sought, or neither.
  package func tags(_ themes: [Theme], targets: [Target] = [], _ hue: Hue = .plain) -> Written {
    if themes.isEmpty && targets.isEmpty { return .nothing }
    var html = HTML(capacity: 512)
    html << "<ul class=\"tags \(hue.rawValue)\">"
    for theme in themes {
      html << "<li><a href=\"\(Address.theme.link(theme.id))\">\(words.name(among: theme.names))</a></li>"
    }
    for target in targets.sorted() { html << "<li><a href=\"\(Address.goal.link(target.goal))\">SDG \(target)</a></li>" }
    html << "</ul>"
    return "\(html)"
  }
}

/// Which way knowledge goes: out of a city, into it, or neither.
package enum Hue: String, Sendable { case teach, learn, plain = "" }

/// Why there is nothing to show.
package enum Blank: String, Sendable, CaseIterable {
  case none, unknown, unreported
  case notYet = "not-yet"

  package var name: Phrase {
    switch self {
    case .none: Phrase("blank.none", "None")
    case .unknown: Phrase("blank.unknown", "Unknown")
    case .unreported: Phrase("blank.unreported", "Not reported")
    case .notYet: Phrase("blank.not-yet", "Not yet")
    }
  }
}
