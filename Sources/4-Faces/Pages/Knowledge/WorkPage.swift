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
  /// The best answers to a need; none for a practice.
  let matches: [MatchLine]

  package init(_ work: Work, of organisation: Organisation.Brief, matches: [MatchLine] = []) {
    (self.work, self.organisation, self.matches) = (work, organisation, matches)
  }

  private var side: Side { work.subject.side }

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
    draft(&html, reader)
    html << "<div class=\"columns\"><div>"
    if case .need(let id) = work.subject, work.shelf.isPublished { answers(&html, to: id, reader) }
    for part in work.parts {
      html << "<section><h2>\(reader.words[Work.heading(part.name)])</h2>"
      if let texts = part.texts { html << reader.prose(texts) } else { html << "<p>\(reader.blank(.unreported))</p>" }
      html << "</section>"
    }
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
    guard let texts = work.parts.compactMap(\.texts).first else { return "" }
    return "\(reader.words.reading(texts).text.firstSentence)"
  }

  /// What is missing before a draft can be published, and the button to publish.
  private func draft(_ html: inout HTML, _ reader: Reader) {
    guard reader.viewer.may(.editor, for: work.organisation), !work.shelf.isPublished else { return }
    html << "<div class=\"note\"><p>\(reader("work.draft", "This is not published."))</p>"
    if work.missing.isEmpty {
      html << "<form method=\"post\" action=\"\(work.subject.publishing)\">\(reader.key)<p class=\"doing\">"
      html << "<button>\(reader("work.publish", "Publish"))</button></p></form>"
    } else {
      html << "<p>\(reader("work.missing", "Before it can be published it needs:"))</p><ul>"
      for missing in work.missing { html << "<li>\(reader.words[missing.advice])</li>" }
      html << "</ul>"
    }
    html << "</div>"
  }

  private func answers(_ html: inout HTML, to id: Need.ID, _ reader: Reader) {
    guard !matches.isEmpty else { return }
    html
      << "<section aria-labelledby=\"matches\"><h2 id=\"matches\">\(reader("need.matches", "Peers, best first"))</h2>"
    html << "<ol class=\"list\">"
    for match in matches { html << match.item(reader) }
    html << "</ol><p class=\"meta\"><a href=\"\(Address.matches(id))\">"
    html << "\(reader("need.all-matches", "All of them, and how they are found"))</a></p></section>"
  }

  private func facts(_ html: inout HTML, _ reader: Reader) {
    let topic = work.topic
    html << "<section><h2>\(reader("work.glance", "At a glance"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("work.whose", "Whose"))</dt><dd><a href=\"\(Address.organisation(organisation.id))\">"
    html << "\(reader.name(organisation.name))</a></dd>"
    if let country = topic.context.country ?? organisation.country {
      html << "<dt>\(reader("facet.country", "Country"))</dt><dd><a href=\"\(Address.country(country))\">"
      html << "\(reader.name(of: country))</a></dd>"
    }
    if let population = topic.context.population {
      html << "<dt>\(reader("work.population", "People concerned"))</dt><dd>\(reader.people(population))</dd>"
    }
    html << "<dt>\(reader("fact.languages", "Languages"))</dt><dd>\(reader.languages(topic.languages))</dd>"
    if case .published(let at) = work.shelf.stage {
      html << "<dt>\(reader("work.published", "Published"))</dt><dd>\(reader.day(at.day))</dd>"
    }
    if let expires = work.shelf.expires {
      html << "<dt>\(reader("work.true-until", "True until"))</dt><dd>\(reader.day(expires))</dd>"
    }
    html << "<dt>\(reader("work.also-in", "Also in"))</dt><dd>\(translations(reader))</dd></dl>"
    html << reader.tags(topic.themes.sorted().compactMap { Themes[$0] }, targets: Array(topic.targets), side.hue)
    html << "</section>"
  }

  private func translations(_ reader: Reader) -> Written {
    let others = work.title.versions.keys.sorted().filter { $0 != reader.words.reading(work.title).language }
    return others.isEmpty ? reader.blank(.none) : reader.languages(others)
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      work.write(&json)
      json.object("by") { organisation.write(&$0) }
      if side == .learns { json.array("matches", matches) { json, match in match.write(&json, in: reader.words) } }
    }
  }
}

extension WorkPage {
  private func next(_ html: inout HTML, _ reader: Reader) {
    if reader.viewer.may(.editor, for: work.organisation) {
      html << "<aside class=\"next\"><h2>\(reader("work.yours", "This is yours"))</h2><p class=\"doing\">"
      html << "<a class=\"act\" href=\"\(work.subject.form)\">\(reader("work.edit", "Change it"))</a> "
      html << "<a class=\"act quiet\" href=\"\(work.subject.translation)\">"
      html << "\(reader("work.translate", "Say it in another language"))</a></p>"
      if work.shelf.isPublished {
        html << "<form method=\"post\" action=\"\(work.subject.withdrawing)\">\(reader.key)<p class=\"doing\">"
        html << "<button class=\"quiet\">\(reader("work.withdraw", "Withdraw it"))</button></p></form>"
      }
      html << "</aside>"
      return
    }
    let title =
      side == .learns
      ? reader("need.next", "Have you solved this?") : reader("practice.next", "Would it work in your city?")
    let text =
      side == .learns
      ? reader("need.next.text", "Offer to talk with them, or tell what you have tried.")
      : reader("practice.next.text", "Ask them. A talk of half an hour tells more than a page.")
    html << "<aside class=\"next\"><h2>\(title)</h2><p>\(text)</p><p class=\"doing\">"
    html
      << "<a class=\"act\" href=\"\(Address.newIntroduction())?with=\(work.organisation)&\(origin)\" rel=\"nofollow\">"
    html << "\(reader("introduction.ask", "Ask for an introduction"))</a> "
    html << "<a class=\"act quiet\" href=\"\(Address.newPartnership())?with=\(work.organisation)&\(origin)\">"
    html << "\(reader("organisation.propose", "Propose a partnership"))</a> "
    if side == .learns {
      html << "<a href=\"\(Address.newPractice())\">\(reader("account.say-practice", "Tell what it can teach"))</a>"
    }
    html << "</p></aside>"
  }
}

extension WorkPage {
  /// What a proposal begins with that comes from here.
  fileprivate var origin: String {
    switch work.subject {
    case .need(let id): "need=\(id)"
    case .practice(let id): "practice=\(id)"
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

extension String {
  /// Up to the first full stop, or the first 200 characters.
  fileprivate var firstSentence: String {
    let line = prefix { $0 != "\n" }
    guard let stop = line.firstIndex(where: { ".!?؟".contains($0) }) else { return String(line.prefix(200)) }
    return String(line[...stop].prefix(240))
  }
}
