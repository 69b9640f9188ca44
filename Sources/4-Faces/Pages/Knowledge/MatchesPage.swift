import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who has an answer to a need, or to a question in someone's own words, with the reasons.
package struct MatchesPage: Page {
  let asked: Asked
  /// Nil while they are being gathered for the first time.
  let matches: [MatchLine]?
  let weights: Match.Weights
  /// What is wrong with the weights that were asked for; nil where they are fine.
  let problem: Phrase?

  /// What is asked.
  package enum Asked: Sendable {
    case need(Work)
    case words(String)
  }

  package init(_ asked: Asked, _ matches: [MatchLine]?, weights: Match.Weights, problem: Phrase? = nil) {
    (self.asked, self.matches, self.weights, self.problem) = (asked, matches, weights, problem)
  }

  package func head(for reader: Reader) -> Head { Head(reader("need.question", "Who has solved this?"), in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    switch asked {
    case .need(let work):
      html << reader.crumbs(reader.words.reading(work.title).text, work.subject.address)
      html
        << reader.question(
          reader("need.question", "Who has solved this?"), answer: answer(reader), name: reader.reading(work.title))
    case .words(let text):
      html << reader.crumbs(reader.words[Side.learns.plural], Address.needs())
      html << reader.question(reader("need.question", "Who has solved this?"), answer: answer(reader))
      html << ask(text, reader)
    }
    html
      << "<section aria-labelledby=\"matches\"><h2 id=\"matches\">\(reader("need.matches", "Peers, best first"))</h2>"
    list(&html, reader)
    html << "</section>"
    html << "<p class=\"meta\"><a href=\"\(Address.circles.link())\">"
    html << "\(reader("circles.question", "Who could learn from each other?"))</a></p>"
    how(&html, reader)
  }

  private func answer(_ reader: Reader) -> Written {
    guard let matches else { return "\(reader.gathering)" }
    if let best = matches.first {
      let blanks = ["name": best.organisation.name.text, "reason": best.reason(reader)]
      return "\(reader("need.best", "{name} fits best: {reason}", blanks))"
    }
    if case .words(let text) = asked, text.isEmpty {
      return
        "\(reader("matches.ask", "Say in your own words what you need to learn, and see at once who has tried it."))"
    }
    return
      "\(reader("need.no-match", "Nobody on record so far. When someone tells a practice that fits, it stands here."))"
  }

  private func ask(_ text: String, _ reader: Reader) -> Written {
    """
    <form class="ask" role="search" action="\(Address.matching.link())">\
    <label for="q">\(reader("matches.text", "What is the problem?"))</label>\
    <input id="q" name="q" type="search" value="\(text)">\(reader.kept(but: ["q"]))\
    <button>\(reader("matches.button", "Who has solved it?"))</button></form>
    """
  }

  private func list(_ html: inout HTML, _ reader: Reader) {
    html << "<ol class=\"list\">"
    for match in matches ?? [] { html << match.item(reader) }
    html << "</ol>"
    if matches?.isEmpty == true {
      html
        << reader.empty(
          .none, reader("matches.none", "No practice fits"),
          reader(
            "matches.none.text", "We compared all that is published; none shares a theme or a telling word with this."),
          "<a href=\"\(Address.practices.link())\">\(reader("matches.browse", "Look through all practices"))</a>")
    }
  }

  /// How the score is made, and a form to weigh its parts otherwise.
  private func how(_ html: inout HTML, _ reader: Reader) {
    let isOpen: Written = weights == .standard && problem == nil ? "" : " open"
    html << "<details id=\"how\"\(isOpen)><summary>\(reader("matches.how", "How the score is made"))</summary>"
    html
      << "<p>\(reader("matches.how.text", "Each part gives up to so many points of their sum. Weigh them as you like."))</p>"
    if let problem { html << "<p class=\"error\">\(reader.words[problem])</p>" }
    html << "<form method=\"get\" action=\"\(reader.path)#how\">"
    html << reader.kept(but: Set(["weights"] + Match.Part.allCases.map(\.rawValue)))
    html
      << "<div class=\"table\"><table class=\"narrow\"><thead><tr><th scope=\"col\">\(reader("matches.part", "Part"))</th>"
    html << "<th scope=\"col\">\(reader("matches.looks", "What it looks at"))</th>"
    html << "<th scope=\"col\" class=\"num\">\(reader("matches.points", "Points"))</th></tr></thead><tbody>"
    for part in Match.Part.allCases {
      html << "<tr><th scope=\"row\"><label for=\"\(part.rawValue)\">\(reader.words[part.title])</label></th>"
      html
        << "<td>\(reader.words[part.meaning])</td><td class=\"num\"><input class=\"short\" type=\"number\" min=\"0\" "
      html << "max=\"100\" id=\"\(part.rawValue)\" name=\"\(part.rawValue)\" value=\"\(weights[part])\"></td></tr>"
    }
    html << "</tbody></table></div><p class=\"doing\"><button class=\"quiet\">"
    html << "\(reader("matches.weigh", "Weigh them so"))</button></p></form></details>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json.array("items", matches ?? []) { json, match in match.write(&json, in: reader.words) }
      json["weights"] = weights.description
      json.flag("gathering", isGathering)
    }
  }
}

extension MatchesPage: Gathered {
  package var isGathering: Bool { matches == nil }
}

extension Match.Part {
  /// What a part compares.
  package var meaning: Phrase {
    switch self {
    case .themes: Phrase("match.part.themes.meaning", "Shared themes and SDG targets; rare ones count more")
    case .text: Phrase("match.part.text.meaning", "Telling words of both texts, and the themes they speak of")
    case .context: Phrase("match.part.context.meaning", "Size, income group, part of the world")
    case .languages: Phrase("match.part.languages.meaning", "Working languages in common")
    case .reciprocity: Phrase("match.part.reciprocity.meaning", "What you can teach back")
    case .capacity: Phrase("match.part.capacity.meaning", "How busy they are, against what they say they can take")
    case .reach: Phrase("match.part.reach.meaning", "Partners already, in the same network, or strangers")
    case .evidence:
      Phrase("match.part.evidence.meaning", "How well it is known to work, and whether it did elsewhere")
    }
  }
}
