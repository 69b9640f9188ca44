import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// What only a need or only a practice has, beside its texts.
extension WorkPage {
  /// Whether it worked, and how that is known: the first thing to know of a practice.
  func verdict(_ html: inout HTML, _ reader: Reader) {
    guard let facts = work.facts else { return }
    html << "<section aria-labelledby=\"worked\"><h2 id=\"worked\">\(reader("practice.worked", "Did it work?"))</h2>"
    html << "<dl class=\"facts\"><dt>\(reader("practice.verdict", "They say"))</dt><dd>"
    if let worked = facts.worked {
      html << "<strong>\(reader.words[worked.name])</strong>"
    } else {
      html << reader.blank(.unreported)
    }
    html << "</dd><dt>\(reader("practice.evidence", "How they know"))</dt><dd>"
    if let evidence = facts.evidence {
      html << "<strong>\(reader.words[evidence.name])</strong>: \(reader.words[evidence.meaning]) "
      let level = ["n": String(evidence.level), "all": String(Practice.Evidence.allCases.count)]
      html << "<small>\(reader("practice.evidence.level", "Step {n} of {all}", level))</small>"
    } else {
      html << reader.blank(.unreported)
    }
    html << "</dd></dl>\(ladder(reader))</section>"
  }

  /// Whether it is still true, asked of those whose it is.
  func stillTrue(_ html: inout HTML, _ reader: Reader) {
    guard case .practice(let id) = work.subject, work.shelf.isPublished,
      reader.viewer.may(.editor, for: work.organisation)
    else { return }
    html << "<section id=\"truth\"><h2>\(reader("truth.question", "Is this still true?"))</h2>"
    html << "<p>\(reader("truth.why", "We ask once a year. Readers see what you say, and when you said it."))</p>"
    html << "<form method=\"post\" action=\"\(Address.answeringTruth.link(id))\">\(reader.key)<p class=\"doing\">"
    html << "<button class=\"quiet\" name=\"answer\" value=\"yes\">\(reader("truth.yes", "Yes, it is"))</button> "
    html << "<button class=\"quiet\" name=\"answer\" value=\"changed\">"
    html << "\(reader("truth.changed", "It has changed"))</button> "
    html << "<button class=\"quiet\" name=\"answer\" value=\"no-longer\">"
    html << "\(reader("truth.no-longer", "We no longer do it"))</button></p></form></section>"
  }

  /// That nobody has said for long that it is true, or that it is no longer done: told before anything else.
  func stale(_ html: inout HTML, _ reader: Reader) {
    switch work.truth(on: reader.today) {
    case .current: return
    case .unchecked:
      let why = reader(
        "truth.unchecked.note",
        "Nobody has said for over a year whether this is still true. Ask before you build on it.")
      html << "<div class=\"note\"><p>\(why)"
    case .over:
      html << "<div class=\"note\"><p>"
      html << "\(reader("truth.over.note", "They no longer do this. What they learnt from it stays here."))"
    }
    html << "</p></div>"
  }

  /// The five steps of what is known, explained.
  private func ladder(_ reader: Reader) -> Written {
    var html = HTML(capacity: 1024)
    for step in Practice.Evidence.allCases {
      let current: Written = step == work.facts?.evidence ? " aria-current=\"step\"" : ""
      html << "<li\(current)><strong>\(reader.words[step.name])</strong>: \(reader.words[step.meaning])</li>"
    }
    let source = reader(
      "evidence.source",
      "The five steps follow the kind of ladder in Nesta’s Standards of Evidence (2013), in our words.")
    return """
      <details><summary>\(reader("evidence.ladder", "What the steps mean"))</summary><ol>\(html)</ol>\
      <p class="meta">\(source)</p></details>
      """
  }

  /// What it says, part by part; what nobody has said of it is told in one line at the end.
  func texts(_ html: inout HTML, _ reader: Reader) {
    let always = ["problem", "tried", "story", "results", "failures"]
    var untold: [String] = []
    for part in work.parts {
      let heading = reader.words[work.heading(part.name)]
      guard part.texts != nil || always.contains(part.name) && (side == .learns || part.name != "problem") else {
        untold.append(heading)
        continue
      }
      html << "<section><h2>\(heading)</h2>"
      html << (part.texts.map { reader.prose($0) } ?? "<p>\(reader.blank(.unreported))</p>")
      html << "</section>"
    }
    guard !untold.isEmpty else { return }
    html << "<section><h2>\(reader("work.untold", "What have they not told?"))</h2>"
    html << "<p>\(reader.blank(.unreported)): \(untold.joined(separator: " · "))</p></section>"
  }

  /// Documents and pages that tell more.
  func links(_ html: inout HTML, _ reader: Reader) {
    guard let links = work.facts?.links, !links.isEmpty else { return }
    html << "<section><h2>\(reader("practice.links", "Read more"))</h2><ul>"
    for link in links {
      html << "<li><a href=\"\(link.address)\" rel=\"nofollow noopener\"><bdi>"
      html << "\(link.title.isEmpty ? link.address : link.title)</bdi></a>"
      if !link.title.isEmpty { html << " <small dir=\"ltr\">\(link.host)</small>" }
      html << "</li>"
    }
    html << "</ul></section>"
  }

  /// The exchanges about a need, its learning checklist among them.
  func exchanges(_ html: inout HTML, _ reader: Reader) {
    guard case .need(let id) = work.subject else { return }
    let isOwn = reader.viewer.may(.editor, for: work.organisation)
    guard isOwn || !around.exchanges.isEmpty else { return }
    html << "<section aria-labelledby=\"exchanges\"><h2 id=\"exchanges\">"
    html << "\(reader("need.exchanges", "What has been worked out?"))</h2>"
    if around.exchanges.isEmpty {
      html
        << "<p>\(reader("need.checklist.why", "The checklist asks what you and a peer each expect, before you start."))</p>"
    } else {
      html << "<ol class=\"list\">"
      for exchange in around.exchanges {
        html << "<li><h3><a href=\"\(Address.exchange.link(exchange.id))\"><bdi>\(exchange.title)</bdi></a></h3>"
        html << "<p class=\"meta\"><span>"
        html << (around.methods[exchange.method].map { reader.reading($0) } ?? "\(exchange.method.text)")
        html << "</span><span>\(reader.words[exchange.stage.name])</span></p></li>"
      }
      html << "</ol>"
    }
    if isOwn {
      html << "<p class=\"doing\"><a class=\"act quiet\" "
      html << "href=\"\(Address.newExchange.link())?method=learning-checklist&need=\(id)\">"
      html << "\(reader("need.checklist", "Fill in the learning checklist"))</a></p>"
    }
    html << "</section>"
  }

  /// Who took a practice up: a picture here, and in full on a page of its own.
  func family(_ html: inout HTML, _ reader: Reader) {
    guard case .practice(let id) = work.subject, work.shelf.isPublished, let part = around.family else { return }
    html << "<section aria-labelledby=\"family\"><h2 id=\"family\">"
    html << "\(reader("family.question", "Who else has tried it?"))</h2>"
    if part.family == nil {
      html << "<p>\(reader.blank(.none)). \(reader("family.none", "Nobody that we know of, so far."))</p>"
    } else {
      part.picture(&html, reader)
      part.list(&html, reader)
    }
    if !reader.viewer.may(.editor, for: work.organisation) {
      html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.adoptionForm.link(id))\">"
      html << "\(reader("family.tell", "Tell how it went"))</a></p>"
    }
    html << "</section>"
  }

  /// The same for programs.
  func writeDetails(_ json: inout JSON, for reader: Reader) {
    if let facts = work.facts {
      json["truth"] = work.truth(on: reader.today).rawValue
      json["true-on"] = facts.truth.said?.description
      around.family?.write(&json)
    }
    guard side == .learns else { return }
    json.array("exchanges", around.exchanges) { json, exchange in
      json.object { json in
        json["id"] = exchange.id.text
        json["method"] = exchange.method.text
        json["title"] = exchange.title
        json["stage"] = exchange.stage.rawValue
      }
    }
  }
}
