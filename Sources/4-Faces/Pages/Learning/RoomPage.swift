import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The room of an exchange: where it is, whose turn it is, what is asked now, and what has been said so far.
package struct RoomPage: Page {
  let room: Room
  let standing: Room.Standing
  /// The names of the organisations, in the reader's language.
  let names: [Organisation.ID: String]
  /// The organisations that the reader speaks for, where they could take part for one of them.
  let own: [Organisation.ID]
  /// What the forms call their steps, so that what is sent twice is taken once; unlike any other page's.
  let token: String
  /// The whole address of the link that lets people join.
  let invitation: String
  /// What was typed and could not be taken.
  let filled: Filled

  package init(
    room: Room, standing: Room.Standing, names: [Organisation.ID: String], own: [Organisation.ID], token: String,
    invitation: String, filled: Filled = Filled()
  ) {
    (self.room, self.standing, self.names, self.own) = (room, standing, names, own)
    (self.token, self.invitation, self.filled) = (token, invitation, filled)
  }

  /// What is missing, in sentences that tell the reader no more than they may know.
  package func words(of requirements: [Requirement], for reader: Reader) -> [String] {
    Telling(room: room, standing: standing, names: names, reader: reader).words(of: requirements)
  }

  package func head(for reader: Reader) -> Head {
    Head(room.exchange.opening.title, in: .sense, isPrivate: !room.isOpen)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let tell = Telling(room: room, standing: standing, names: names, reader: reader)
    html << reader.crumbs(reader("exchanges.crumb", "Exchanges"), Address.exchanges())
    html << "<div id=\"where\"\(live)>\(whereabouts(tell))</div>"
    html << filled.errors(for: reader)
    html << "<div class=\"columns\"><div>"
    if case .running = room.exchange.stage {
      turn(&html, tell)
      html << "<section id=\"waits\"\(live)>"
      ways(&html, tell)
      html << "</section>"
    }
    documents(&html, tell)
    html << "<div id=\"said\"\(live)>"
    found(&html, tell)
    journal(&html, tell)
    html << "</div></div><aside><div id=\"seats\"\(live)>"
    clock(&html, tell)
    seats(&html, tell)
    html << "</div>"
    people(&html, tell)
    facts(&html, tell)
    html << "</aside></div>"
    if case .running = room.exchange.stage, tell.leads { end(&html, tell) }
  }

  /// What makes the script read a part again when something happened; nothing once the exchange is over.
  private var live: Written {
    guard case .running = room.exchange.stage, standing != .reader else { return "" }
    return " data-live=\"\(Address.exchangeEvents(room.id))\""
  }

  private func whereabouts(_ tell: Telling) -> Written {
    let reader = tell.reader, exchange = room.exchange
    var html = HTML(capacity: 2048)
    let clock =
      exchange.opening.clock == .live
      ? reader("room.live", "live") : reader("room.slow", "in writing, over days")
    let people = reader.count(exchange.participants.count, "room.people", one: "1 person", other: "{n} people")
    html
      << reader.question(
        exchange.opening.title, answer: "<bdi>\(tell.state)</bdi>",
        name: "\(reader.reading(room.method.title)) <span>\(clock), \(people)</span>")
    html << "<ol class=\"steps\">"
    for phase in room.method.phases {
      let visits = exchange.visits.filter { $0.phase == phase.id }
      html
        << "<li\(mark(phase, visits))>\(reader.reading(phase.title)) <small>\(spent(phase, visits, reader))</small></li>"
    }
    html << "</ol>"
    return "\(html)"
  }

  private func mark(_ phase: Phase, _ visits: [Exchange.Visit]) -> Written {
    if case .running = room.exchange.stage, room.exchange.visit.phase == phase.id { return " aria-current=\"step\"" }
    return visits.contains { $0.isOpened } ? " class=\"done\"" : ""
  }

  /// "4 of 5 min" for a phase that is over, "5 min" for one to come.
  private func spent(_ phase: Phase, _ visits: [Exchange.Visit], _ reader: Reader) -> String {
    guard let length = phase.length(by: room.exchange.opening.clock) else { return "" }
    let isLive = room.exchange.opening.clock == .live
    let seconds = visits.reduce(0) { sum, visit in
      switch visit.ending {
      case .open: sum
      case .closed(let at), .left(let at): sum + at.seconds(since: visit.entered)
      }
    }
    let usual = ["n": "\(length.typical)", "spent": "\(seconds / (isLive ? 60 : 86_400))"]
    let isOver = visits.contains { $0.ending != .open }
    return switch (isLive, isOver) {
    case (true, true): reader("phase.minutes.spent", "{spent} of {n} min", usual)
    case (false, true): reader("phase.days.spent", "{spent} of {n} d", usual)
    case (true, false): reader("phase.minutes", "{n} min", usual)
    case (false, false): reader("phase.days", "{n} d", usual)
    }
  }

  private func facts(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, opening = room.exchange.opening
    html << "<section><h2>\(reader("room.facts", "Facts"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("room.parties", "In whose name"))</dt><dd>"
    for party in opening.parties {
      html << "<a href=\"\(Address.organisation.link(party))\"><bdi>\(tell.name(party))</bdi></a><br>"
    }
    html << "</dd><dt>\(reader("room.method", "Method"))</dt>"
    html << "<dd><a href=\"\(Address.method.link(opening.method))\">\(reader.reading(room.method.title))</a></dd>"
    html << "<dt>\(reader("room.began", "Began"))</dt><dd>\(reader.day(opening.at.day))</dd>"
    if let partnership = opening.partnership {
      html << "<dt>\(reader("room.partnership", "Part of"))</dt><dd><a href=\"\(Address.partnership.link(partnership))\">"
      html << "\(reader("room.partnership.link", "this partnership"))</a></dd>"
    }
    let sight =
      room.isPublic
      ? reader("room.public", "Those who take part; once it is concluded everyone, without names.")
      : reader("room.private", "Those who take part, and whoever speaks for a party.")
    html << "<dt>\(reader("room.who-reads", "Who can read it"))</dt><dd>\(sight)</dd></dl></section>"
  }
}
