import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// A need or a practice: what it says, whose it is, what it is about, and for a need who has an answer.
package struct WorkPage: Page {
  let work: Work
  let organisation: Organisation.Brief
  let around: Around

  package init(_ work: Work, of organisation: Organisation.Brief, _ around: Around = Around()) {
    (self.work, self.organisation, self.around) = (work, organisation, around)
  }

  /// What a work's page tells beside the work itself.
  package struct Around: Sendable {
    /// The best answers to a need; none for a practice; nil while the practices are being gathered.
    package var matches: [MatchLine]? = []
    /// The exchanges about a need that the reader may see.
    package var exchanges: [Exchange.Brief] = []
    /// What the methods of those are called.
    package var methods: [Method.ID: Texts] = [:]
    /// What others say that is like it; only those who may change it are told.
    package var alike: [Alike] = []
    /// Who took a practice up.
    package var family: FamilyPart?
    /// Whom to ask about a practice.
    package var contact: Person?

    package init() {}
  }

  var side: Side { work.subject.side }
  private var matches: [MatchLine] { around.matches ?? [] }

  /// What an edit would be based on.
  package var revision: Int { work.revision }

  package func head(for reader: Reader) -> Head {
    let text = work.parts.first?.texts.map { reader.words.reading($0).text } ?? ""
    return Head(
      reader.words.reading(work.title).text, in: side.area, description: String(text.prefix(200)),
      isPrivate: !work.shelf.isPublished)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words[side.plural], side.list)
    html << reader.question(question(reader), answer: answer(reader), name: name(reader))
    if !work.shelf.isPublished { Alike.write(around.alike, &html, for: reader) }
    draft(&html, reader)
    stale(&html, reader)
    html << "<div class=\"columns\"><div>"
    if case .need(let id) = work.subject, work.shelf.isPublished { answers(&html, to: id, reader) }
    verdict(&html, reader)
    texts(&html, reader)
    links(&html, reader)
    exchanges(&html, reader)
    family(&html, reader)
    stillTrue(&html, reader)
    html << "</div><aside>"
    facts(&html, reader)
    html << "</aside></div>"
    next(&html, reader)
  }

  private func question(_ reader: Reader) -> String {
    side == .learns
      ? reader("need.question", "Who has solved this?")
      : reader("practice.question", "What did they do, and did it work?")
  }

  private func name(_ reader: Reader) -> Written {
    let who = ["name": organisation.name.text]
    let says =
      side == .learns
      ? reader("need.says", "{name} wants to learn", who) : reader("practice.says", "{name} teaches", who)
    return "\(reader.reading(work.title)) <span class=\"\(side.hue.rawValue)\">\(says)</span>"
  }

  private func answer(_ reader: Reader) -> Written {
    guard work.shelf.isPublished else { return "\(reader("work.unseen", "Only your organisation sees this."))" }
    if side == .learns {
      guard let best = matches.first else {
        let nobody = reader(
          "need.no-match", "Nobody on record so far. When someone tells a practice that fits, it stands here.")
        return "\(nobody)"
      }
      let blanks = ["name": best.organisation.name.text, "reason": best.reason(reader)]
      return "\(reader("need.best", "{name} fits best: {reason}", blanks))"
    }
    let story = work.parts.first { $0.name == "story" }?.texts ?? work.parts.compactMap(\.texts).first
    let told = story.map { reader.words.reading($0).text.prefix { !$0.isNewline }.firstSentence.prefix(240) } ?? ""
    guard let worked = work.facts?.worked else { return "\(told)" }
    return "\(reader.words[worked.name]). \(told)"
  }

  /// What is missing before a draft can be published, and the button to publish.
  private func draft(_ html: inout HTML, _ reader: Reader) {
    guard reader.viewer.may(.editor, for: work.organisation), !work.shelf.isPublished else { return }
    html << "<div class=\"note\"><p>\(reader("work.draft", "This is not published."))</p>"
    if work.missing.isEmpty { review(&html, reader) }
    if work.missing.isEmpty {
      html << "<form method=\"post\" action=\"\(work.subject.publishing)\">\(reader.key)<p class=\"doing\">"
      html << "<button>\(reader("work.publish", "Publish"))</button></p></form>"
    } else {
      html << "<p>\(reader("work.missing", "Before it can be published it needs:"))</p><ul>"
      for missing in work.missing { html << "<li>\(reader.words[missing.advice])</li>" }
      html << "</ul><p class=\"doing\"><a class=\"act\" href=\"\(work.subject.form)\">"
      html << "\(reader("work.go-on", "Go on with it"))</a></p>"
    }
    html << "</div>"
  }

  private func answers(_ html: inout HTML, to id: Need.ID, _ reader: Reader) {
    guard !matches.isEmpty else { return }
    html
      << "<section aria-labelledby=\"matches\"><h2 id=\"matches\">\(reader("need.matches", "Peers, best first"))</h2>"
    html << "<ol class=\"list\">"
    for match in matches { html << match.item(reader) }
    html << "</ol><p class=\"meta\"><a href=\"\(Address.matches.link(id))\">"
    html << "\(reader("need.all-matches", "All of them, and how they are found"))</a></p></section>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      work.write(&json)
      json.object("by") { organisation.write(&$0) }
      writeDetails(&json, for: reader)
      if reader.viewer.may(.editor, for: work.organisation) {
        json.array("alike", around.alike) { json, one in one.write(&json) }
      }
      if side == .learns { json.array("matches", matches) { json, match in match.write(&json, in: reader.words) } }
    }
  }
}

extension Shelf.Missing {
  /// What to do about it.
  package var advice: Phrase {
    switch self {
    case .text: Phrase("missing.text", "A few sentences. Peers decide by them whether to answer.")
    case .themes: Phrase("missing.themes", "A theme. By it others find this in their own language.")
    case .languages: Phrase("missing.languages", "A language in which you can talk about it.")
    }
  }
}

extension WorkPage: Gathered {
  package var isGathering: Bool { around.matches == nil }
}
