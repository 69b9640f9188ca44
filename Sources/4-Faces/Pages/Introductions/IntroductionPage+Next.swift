import Addresses
import Cooperation
import HTTP
import Languages
package import Markup

extension IntroductionPage {
  /// Every word and its day.
  func history(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("introduction.history", "What was said"))</h2><ol class=\"log\">"
    for word in introduction.words.reversed() {
      html << "<li>\(reader.day(word.at.day))<p>\(words(word, reader))</p>"
      if !word.text.isEmpty { html << "<p dir=\"auto\">\(word.text)</p>" }
      html << "</li>"
    }
    html << "</ol></section>"
  }

  private func words(_ word: Introduction.Word, _ reader: Reader) -> String {
    let who = name(word.organisation)
    switch word.saying {
    case .asks: return reader("introduction.said.asks", "{name} asked.", ["name": who])
    case .accepts: return reader("introduction.said.accepts", "{name} accepted.", ["name": who])
    case .later(let day):
      return reader(
        "introduction.said.later", "{name} asked to come back to it after {day}.",
        ["name": who, "day": reader.words.day(day)])
    case .declines(let reason):
      return reader(
        "introduction.said.declines", "{name} declined: {reason}.",
        ["name": who, "reason": reader.words[reason.words]])
    case .withdraws: return reader("introduction.said.withdraws", "{name} took it back.", ["name": who])
    }
  }

  /// What the reader can do now: answer, go on, take it back.
  func next(_ html: inout HTML, _ reader: Reader) {
    let answering = answering(reader)
    if !answering.isEmpty { answer(&html, for: answering, reader) }
    if introduction.standing == .accepted, let own = own(request.sides, reader).first { goOn(&html, own, reader) }
    if introduction.isOpen, !own([introduction.owner], reader).isEmpty { withdraw(&html, reader) }
  }

  private func answer(_ html: inout HTML, for parties: [Organisation.ID], _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("introduction.do", "What do you answer?"))</h2>"
    html
      << "<p>\(reader("introduction.do.text", "A no with its reason is a good answer too: it saves both sides time."))</p>"
    html << "<form method=\"post\" action=\"\(Address.answeringIntroduction.link(introduction.id))\" "
    html << "data-draft=\"answer-\(introduction.id)\" novalidate>\(reader.key)\(reader.restored)"
    if parties.count == 1 {
      html << Filled.hidden([("by", parties[0].text)])
    } else {
      html
        << filled.choice(
          "by", reader("bearing.by", "For whom do you speak?"), parties.map { Filled.Option($0.text, name($0)) })
    }
    html
      << filled.picks(
        "answer", reader("introduction-form.answer", "Your answer"),
        [
          .init("accept", reader("introduction-form.accept", "Yes, let us talk")),
          .init("later", reader("introduction-form.later", "Later")),
          .init("decline", reader("introduction-form.decline", "No")),
        ])
    html
      << filled.line(
        "contact", reader("introduction-form.contact", "If yes: how can they reach you?"),
        hint: reader(
          "introduction-form.contact.hint",
          "Mail, telephone, whatever you like to share. They see exactly this, with your name, once both sides agree."))
    html << filled.line("until", reader("introduction-form.until", "If later: after which day?"), type: "date")
    html
      << filled.choice(
        "reason", reader("introduction-form.reason", "If no: why?"),
        [Filled.Option("", reader("form.choose", "Choose one"))]
          + reader.options(\Introduction.Reason.name))
    html << filled.area("text", reader("introduction-form.text", "Anything else, in your own words"))
    html
      << "<p class=\"doing\"><button>\(reader("introduction-form.send", "Send the answer"))</button></p></form></aside>"
  }

  private func goOn(_ html: inout HTML, _ own: Organisation.ID, _ reader: Reader) {
    let other = own == request.asker ? request.asked : request.asker
    html << "<aside class=\"next\"><h2>\(reader("introduction.go-on", "How do you go on?"))</h2>"
    html
      << "<p>\(reader("introduction.go-on.text", "Talk first. Then choose: work together, or learn by a method."))</p>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.newPartnership.link())?with=\(other)&by=\(own)\(origin)\">"
    html << "\(reader("organisation.propose", "Propose a partnership"))</a> "
    html << "<a class=\"act quiet\" href=\"\(Address.newExchange.link())?method=peer-supervision&with=\(other)\">"
    html << "\(reader("introduction.supervise", "Start a peer supervision"))</a></p></aside>"
  }

  /// What a proposal begins with that comes from here.
  private var origin: String {
    (request.need.map { "&need=\($0)" } ?? "") + (request.practice.map { "&practice=\($0)" } ?? "")
  }

  private func withdraw(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("introduction.withdraw", "Is it no longer needed?"))</h2>"
    html << "<form method=\"post\" action=\"\(Address.withdrawingIntroduction.link(introduction.id))\">\(reader.key)"
    html
      << "\(Filled().line("why", reader("introduction.withdraw.why", "Why? They can read it; you can leave it empty.")))"
    html
      << "<p class=\"doing\"><button class=\"quiet\">\(reader("introduction.withdraw.do", "Take it back"))</button></p>"
    html << "</form></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = introduction.id.text
      json["state"] = introduction.standing.rawValue
      json["way"] = request.way.slug
      json.object("asker") { side(request.asker, &$0) }
      json.object("asked") { side(request.asked, &$0) }
      if let body = request.way.broker { json.object("broker") { side(body, &$0) } }
      json["need"] = request.need?.text
      json["practice"] = request.practice?.text
      json.array("themes", request.themes.sorted()) { $0.element($1.text) }
      json["message"] = request.message
      json["language"] = request.language.tag
      json["times"] = request.talk.times
      json.number("minutes", request.talk.minutes)
      json["asked-on"] = introduction.askedOn.description
      if case .later(let day) = introduction.stage { json["until"] = day.description }
      json.array("awaits", introduction.isOpen ? introduction.awaited : []) { $0.element($1.text) }
      json.flag("stuck", introduction.isStuck(on: reader.today))
      json.array("history", introduction.words) { json, word in word.write(&json) }
      json.array("contacts", showsContacts(to: reader.viewer) ? introduction.contacts : []) { json, word in
        json.object { json in
          json["organisation"] = word.organisation.text
          json["name"] = people[word.person]
          json["contact"] = word.saying.contact
        }
      }
    }
  }

  private func side(_ id: Organisation.ID, _ json: inout JSON) {
    json["id"] = id.text
    json["name"] = name(id)
  }
}

extension Introduction.Word {
  /// As programs read it: without the person, who is told to the other side by consent alone.
  fileprivate func write(_ json: inout JSON) {
    json.object { json in
      json["at"] = at.description
      json["organisation"] = organisation.text
      json["says"] = saying.slug
      if case .later(let day) = saying { json["until"] = day.description }
      if case .declines(let reason) = saying { json["reason"] = reason.rawValue }
      json["text"] = text
    }
  }
}
