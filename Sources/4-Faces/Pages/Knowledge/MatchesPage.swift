import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who has solved this: every match with its reasons, and what each part counts.
package struct MatchesPage: Page {
  let need: Need.ID
  let title: Texts.Reading
  let lines: [MatchLine]
  let weights: Match.Weights

  package init(need: Need.ID, title: Texts.Reading, lines: [MatchLine], weights: Match.Weights) {
    (self.need, self.title, self.lines, self.weights) = (need, title, lines, weights)
  }

  package func head(for reader: Reader) -> Head { Head(reader("matches.title", "Who has solved this?"), in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader.count(
      lines.count, "matches.answer", one: "One practice fits, with reasons.",
      other: "{n} practices fit, best first, with reasons.")
    html << reader.crumbs(title.text, Address.need(need))
    html
      << reader.question(
        reader("matches.title", "Who has solved this?"), answer: "\(answer)",
        name: "<bdi lang=\"\(title.language)\">\(title.text)</bdi>")
    if lines.isEmpty {
      html
        << reader.empty(
          .notYet, reader("matches.none", "Nobody on record so far"),
          reader("matches.none.text", "When someone tells a practice that fits, it stands here."))
    }
    html << "<ol class=\"list\">"
    for line in lines { html << line.item(reader) }
    html << "</ol>"
    form(&html, reader)
  }

  /// What each part counts, to be changed by whoever asks; it stays in the address.
  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("matches.weights", "What counts how much?"))</h2><div class=\"table\"><table><tbody>"
    for part in Match.Part.allCases {
      html << "<tr><th scope=\"row\">\(reader.words[part.name])</th><td class=\"num\">\(weights[part])</td></tr>"
    }
    html << "</tbody></table></div><form class=\"inline\" action=\"\(Address.matches(need))\">"
    let hint = reader("matches.weights.hint", "Five numbers from 0 to 100, in the order of the table, with hyphens.")
    html
      << Filled(values: ["weights": [weights.description]])
      .line("weights", reader("matches.weights.label", "Weights"), hint: hint)
    html << "<button>\(reader("matches.weights.button", "Match again"))</button></form></section>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["weights"] = weights.description
      json.array("items", lines) { json, line in line.write(&json, for: reader) }
    }
  }
}

extension Match.Part {
  var name: Phrase {
    switch self {
    case .themes: Phrase("part.themes", "Themes and goals in common")
    case .text: Phrase("part.text", "Words in common")
    case .context: Phrase("part.context", "Size, income and region")
    case .languages: Phrase("part.languages", "Working languages")
    case .reciprocity: Phrase("part.reciprocity", "What you could teach back")
    }
  }
}
