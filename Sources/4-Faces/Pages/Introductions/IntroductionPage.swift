import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One introduction, for its two sides and the body between them: what was asked, what was said, how to go on.
package struct IntroductionPage: Page {
  let introduction: Introduction
  /// What the organisations are called, by their identifiers.
  let names: [Organisation.ID: String]
  let need: Heading<Need>?
  let practice: Heading<Practice>?
  /// The people whose contacts are shown, by their names.
  let people: [Person.ID: String]
  let filled: Filled

  package init(
    _ introduction: Introduction, names: [Organisation.ID: String], need: Heading<Need>?, practice: Heading<Practice>?,
    people: [Person.ID: String], filled: Filled = Filled()
  ) {
    (self.introduction, self.names, self.need, self.practice) = (introduction, names, need, practice)
    (self.people, self.filled) = (people, filled)
  }

  var request: Introduction.Request { introduction.request }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek, isPrivate: true) }

  func name(_ id: Organisation.ID) -> String { names[id] ?? id.text }

  func name(_ id: Organisation.ID, _ reader: Reader) -> Written {
    "<a href=\"\(Address.organisation.link(id))\"><bdi>\(name(id))</bdi></a>"
  }

  /// Those of `parties` for which the reader may act.
  func own(_ parties: [Organisation.ID], _ reader: Reader) -> [Organisation.ID] {
    parties.filter { (reader.viewer.roles[$0] ?? .reader) >= .editor }
  }

  /// Those for which the reader may still answer.
  func answering(_ reader: Reader) -> [Organisation.ID] {
    introduction.isOpen ? own(introduction.awaited, reader) : []
  }

  private func question(_ reader: Reader) -> String {
    if !answering(reader).isEmpty { return reader("introduction.question.answer", "Will you talk with each other?") }
    if introduction.standing == .accepted { return reader("introduction.question.accepted", "When do you talk?") }
    return reader("introduction.question", "What has become of it?")
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("introductions.crumb", "Introductions"), Address.introductions())
    html << reader.question(question(reader), answer: "\(answer(reader))", name: title(reader))
    html << filled.errors(for: reader)
    html << "<div class=\"columns\"><div>"
    contacts(&html, reader)
    html << "<section><h2>\(reader("introduction.message", "What they wrote"))</h2>"
    html << "\(reader.prose(Texts(request.message, in: request.language)))</section>"
    history(&html, reader)
    html << "</div><aside>"
    facts(&html, reader)
    html << "</aside></div>"
    next(&html, reader)
  }

  private func title(_ reader: Reader) -> Written {
    let blanks = ["asker": name(request.asker), "asked": name(request.asked)]
    if case .brokered(let body) = request.way {
      let words = reader("introduction.way.brokered", "{name} brings them together", ["name": name(body)])
      return "<bdi>\(blanks["asker"] ?? "")</bdi> – <bdi>\(blanks["asked"] ?? "")</bdi> <span>\(words)</span>"
    }
    return "\(reader("introduction.title", "{asker} would like to talk with {asked}", blanks))"
  }

  private func answer(_ reader: Reader) -> String {
    let awaited = reader.words.list(introduction.awaited.map(name))
    switch introduction.stage {
    case .waiting(let since):
      let blanks = ["names": awaited, "day": reader.words.day(since)]
      return introduction.isStuck(on: reader.today)
        ? reader("introduction.answer.stuck", "Asked on {day}; {names} has not answered for two weeks or more.", blanks)
        : reader("introduction.answer.waiting", "Asked on {day}. The answer of {names} is still to come.", blanks)
    case .later(let until):
      let blanks = ["names": awaited, "day": reader.words.day(until)]
      return introduction.isStuck(on: reader.today)
        ? reader(
          "introduction.answer.later-past", "{names} wanted to come back to it after {day}. That is past.", blanks)
        : reader("introduction.answer.later", "{names} will come back to it after {day}.", blanks)
    case .accepted(let day):
      return reader("introduction.answer.accepted", "Both sides agreed on {day}.", ["day": reader.words.day(day)])
    case .declined(let party, let reason, let day):
      return reader(
        "introduction.answer.declined", "{name} declined on {day}: {reason}.",
        ["name": name(party), "day": reader.words.day(day), "reason": reader.words[reason.words]])
    case .withdrawn(let day):
      return reader(
        "introduction.answer.withdrawn", "{name} took it back on {day}.",
        ["name": name(introduction.owner), "day": reader.words.day(day)])
    }
  }

  private func facts(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("introduction.what", "What is asked"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("introduction.asker", "Asks"))</dt><dd>\(name(request.asker, reader))</dd>"
    html << "<dt>\(reader("introduction.asked", "Is asked"))</dt><dd>\(name(request.asked, reader))</dd>"
    if let body = request.way.broker {
      html << "<dt>\(reader("introduction.way", "Through"))</dt><dd>\(name(body, reader))</dd>"
    }
    if let need {
      html << "<dt>\(reader("introduction.need", "The need"))</dt><dd>"
      html << "<a href=\"\(Address.need.link(need.id))\">\(reader.name(need.title))</a></dd>"
    }
    if let practice {
      html << "<dt>\(reader("introduction.practice", "The practice"))</dt><dd>"
      html << "<a href=\"\(Address.practice.link(practice.id))\">\(reader.name(practice.title))</a></dd>"
    }
    html << "<dt>\(reader("introduction.minutes", "How long"))</dt><dd>\(length(reader))</dd>"
    html << "<dt>\(reader("introduction.times", "When"))</dt><dd>"
    if request.talk.times.isEmpty {
      html << "\(reader("introduction.times.any", "Whenever it suits the other side"))"
    } else {
      html << "<bdi>\(request.talk.times)</bdi>"
    }
    html << "</dd></dl></section>"
  }

  private func length(_ reader: Reader) -> String {
    reader.count(request.talk.minutes, "introduction.length", one: "1 minute", other: "{n} minutes")
  }

  /// How to reach each other: for the two sides, once both have agreed.
  private func contacts(_ html: inout HTML, _ reader: Reader) {
    guard showsContacts(to: reader.viewer), introduction.standing == .accepted else { return }
    html << "<section><h2>\(reader("introduction.contacts", "How you reach each other"))</h2><dl class=\"facts\">"
    for word in introduction.contacts {
      html << "<dt><bdi>\(people[word.person] ?? "")</bdi><br><small><bdi>\(name(word.organisation))</bdi></small></dt>"
      html << "<dd><bdi>\(word.saying.contact ?? "")</bdi></dd>"
    }
    html << "</dl></section>"
  }

  /// Whether someone is of one of the two sides.
  func showsContacts(to viewer: Viewer) -> Bool { request.sides.contains { viewer.roles[$0] != nil } }
}
