import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The form with which someone calls an exchange.
package struct StartExchangePage: Page {
  let methods: [Method]
  /// The organisations that the reader may call one for.
  let hosts: [Choice]
  /// Those that can be ticked as parties: the reader's own, and those of the partnership.
  let parties: [Choice]
  let partnership: Partnership.ID?
  let filled: Filled

  package init(methods: [Method], hosts: [Choice], parties: [Choice], partnership: Partnership.ID?, filled: Filled) {
    (self.methods, self.hosts, self.parties) = (methods, hosts, parties)
    (self.partnership, self.filled) = (partnership, filled)
  }

  /// An organisation to choose, by its name.
  package struct Choice: Sendable {
    package let id: Organisation.ID
    package let name: String
    package init(_ id: Organisation.ID, _ name: String) { (self.id, self.name) = (id, name) }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("start.title", "Who learns with whom?"), in: .sense, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("exchanges.crumb", "Exchanges"), Address.exchanges())
    let answer = reader(
      "start.answer", "Say what it is about and in whose name. You get a link that you send to those who take part.")
    html << reader.question(reader("start.title", "Who learns with whom?"), answer: "\(answer)")
    guard !hosts.isEmpty else {
      html
        << reader.empty(
          .none, reader("start.no-host", "You edit for no organisation yet"),
          reader("start.no-host.text", "An owner of your organisation, or the administrator, can let you."),
          "<a href=\"\(Address.account.link())\">\(reader("start.account", "See whom you speak for"))</a>")
      return
    }
    html << filled.errors(for: reader)
    html << "<form method=\"post\" action=\"\(Address.startingExchange.link())\" data-draft=\"exchange-new\">\(reader.key)"
    if let partnership { html << "<input type=\"hidden\" name=\"partnership\" value=\"\(partnership)\">" }
    if !filled["need"].isEmpty { html << Filled.hidden([("need", filled["need"])]) }
    what(&html, reader)
    clocks(&html, reader)
    who(&html, reader)
    html << "<p class=\"doing\"><button>\(reader("start.do", "Open the room"))</button></p></form>"
  }

  private func what(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "title", reader("start.what", "What is it about?"),
        hint: reader("start.what.hint", "A question says it best: “How do we get residents to keep the drains clear?”"),
        required: true)
    html
      << filled.choice(
        "method", reader("start.method", "By which method?"),
        methods.map { method in
          Filled.Option(method.id.text, reader.words.reading(method.title).text)
        })
  }

  private func who(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choice(
        "host", reader("start.host", "Who calls it?"), hosts.map { Filled.Option($0.id.text, $0.name) })
    html
      << filled.choices(
        "party", reader("start.parties", "In whose name is it run?"),
        hint: reader("start.parties.hint", "Their leaders sign what comes of it."),
        parties.map { Filled.Option($0.id.text, $0.name) })
    html
      << filled.area(
        "party-names", reader("start.others", "And these, one name on each line"),
        hint: reader("start.others.hint", "As they are called in the directory."))
    html
      << filled.choice(
        "language", reader("start.language", "Language of the documents"),
        Language.interface.map {
          Filled.Option($0.tag, Words.ownName(of: $0))
        })
    html
      << filled.choices(
        "more", reader("start.more", "And"),
        [
          .init("joins", reader("start.joins", "I take part myself")),
          .init("public", reader("start.public", "Everyone may read it once it is concluded, without names of people")),
        ])
  }

  private func clocks(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choice(
        "clock", reader("start.clock", "How do you meet?"),
        [
          .init("live", reader("start.live", "All at once: phases last minutes")),
          .init("slow", reader("start.slow", "In writing: phases last days")),
        ])
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json.array("methods", methods) { json, method in json.object { method.writeSummary(&$0, for: reader) } }
      json.array("hosts", hosts) { json, host in
        json.object { json in
          json["id"] = host.id.text
          json["name"] = host.name
        }
      }
    }
  }
}

/// What someone sees who followed the link: what it is, and the form with which they take part.
package struct JoinPage: Page {
  let room: Room
  let names: [Organisation.ID: String]
  let own: [Organisation.ID]
  let token: String
  let filled: Filled

  package init(
    room: Room, names: [Organisation.ID: String], own: [Organisation.ID], token: String, filled: Filled = Filled()
  ) {
    (self.room, self.names, self.own, self.token, self.filled) = (room, names, own, token, filled)
  }

  package func head(for reader: Reader) -> Head { Head(room.exchange.opening.title, in: .sense, isPrivate: true) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let opening = room.exchange.opening
    html
      << reader.question(
        opening.title, answer: reader.reading(room.method.summary),
        name: "\(reader.reading(room.method.title)) <span>\(reader("join.invited", "You are invited"))</span>")
    let parties = reader.words.list(opening.parties.map { names[$0] ?? $0.text })
    html << "<p><bdi>\(reader("join.parties", "It is run in the name of {parties}.", ["parties": parties]))</bdi> "
    html << "<a href=\"\(Address.method.link(opening.method))\">\(reader("join.method", "How it works"))</a></p>"
    if room.isPublic {
      html << "<p>\(reader("join.public", "Once it is concluded everyone may read it, without names of people."))</p>"
    }
    html << filled.errors(for: reader)
    guard !own.isEmpty else {
      html
        << reader.empty(
          .none, reader("join.nobody", "You speak for no organisation yet"),
          reader("join.nobody.text", "Ask whoever invited you to write you in by name."))
      return
    }
    html << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(reader.key)"
    html
      << "<input type=\"hidden\" name=\"do\" value=\"join\"><input type=\"hidden\" name=\"token\" value=\"\(token)\">"
    html << "<input type=\"hidden\" name=\"invitation\" value=\"\(room.invitation)\">"
    html
      << filled.choice(
        "organisation", reader("room.join.for", "For whom?"), own.map { Filled.Option($0.text, names[$0] ?? $0.text) })
    html << "<p class=\"doing\"><button>\(reader("room.join", "Take part"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = room.id.text
      json["title"] = room.exchange.opening.title
      json["method"] = room.exchange.opening.method.text
      json.array("organisations", own) { $0.element($1.text) }
    }
  }
}
