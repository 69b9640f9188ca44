import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// Who is there, and who plays what.
extension RoomPage {
  func clock(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, exchange = room.exchange
    guard let due = exchange.due(under: room.method),
      let length = room.method.phase(exchange.visit.phase)?.length(by: exchange.opening.clock)
    else { return }
    let isLive = exchange.opening.clock == .live
    let left = max(0, due.seconds(since: reader.now)) / (isLive ? 60 : 86_400)
    let over = reader("room.over", "Time is up")
    let shown =
      due <= reader.now
      ? over
      : isLive
        ? reader("phase.minutes", "{n} min", ["n": "\(left)"])
        : reader.count(left, "room.days", one: "{n} day", other: "{n} days")
    let usual =
      isLive
      ? reader.count(length.typical, "room.left-of.minutes", one: "left of {n} minute", other: "left of {n} minutes")
      : reader.count(length.typical, "room.left-of.days", one: "left of {n} day", other: "left of {n} days")
    html << "<section><h2>\(reader("room.time", "Time"))</h2><p class=\"clock\">"
    html << "<time datetime=\"\(due)\" data-until=\"\(due)\" data-over=\"\(over)\">\(shown)</time>"
    html << "<small>\(usual)</small></p>"
    html << "<p class=\"hint\">\(reader("room.late", "To be later is no fault, and locks nothing."))</p></section>"
  }

  func seats(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, exchange = room.exchange
    html << "<section><h2>\(reader("room.seats", "Who sits where"))</h2><dl class=\"facts\">"
    for role in room.method.roles {
      let players = exchange.players(of: role.id)
      html << "<dt>\(reader.reading(role.title))</dt><dd>"
      if players.isEmpty { html << reader.blank(.notYet) }
      for player in players { html << "\(named(player, tell))<br>" }
      html << "</dd>"
    }
    let others = exchange.participants.filter { exchange.roles(of: $0.person).isEmpty }
    if !others.isEmpty {
      html << "<dt>\(reader("room.no-role", "Without a role yet"))</dt><dd>"
      for one in others { html << "\(named(one.person, tell))<br>" }
      html << "</dd>"
    }
    html << "</dl>"
    let progress = tell.blindProgress
    if !progress.isEmpty {
      html << "<h3>\(reader("room.progress", "Answered so far, unseen"))</h3><ul>"
      for one in progress {
        let count = reader("room.progress.of", "{given} of {all}", ["given": "\(one.given)", "all": "\(one.of)"])
        html << "<li><bdi>\(one.who)</bdi>: \(count)</li>"
      }
      html << "</ul>"
    }
    html << "</section>"
  }

  private func named(_ person: Person.ID, _ tell: Telling) -> Written {
    guard standing != .reader, let participant = room.exchange.participant(person) else {
      return "<bdi>\(tell.name(person))</bdi>"
    }
    return "<bdi>\(participant.name)</bdi>, <small><bdi>\(tell.name(participant.organisation))</bdi></small>"
  }

  /// The forms that bring people in and give them roles.
  func people(_ html: inout HTML, _ tell: Telling) {
    guard case .running = room.exchange.stage, standing != .reader else { return }
    if !tell.isSeated, !own.isEmpty { join(&html, tell) }
    guard tell.isSeated || tell.leads else { return }
    let reader = tell.reader
    let isFilled = room.method.roles.allSatisfy { room.exchange.players(of: $0.id).count >= $0.places.lowerBound }
    html << "<section id=\"people\"><details\(isFilled ? "" : " open" as Written)><summary>"
    html << "\(reader("room.roles", "Change who plays what"))</summary>"
    if tell.leads { cast(&html, tell) } else { volunteer(&html, tell) }
    stepDowns(&html, tell)
    html << "</details></section>"
    if tell.leads { invite(&html, tell) }
  }

  private func open(_ html: inout HTML, _ step: String, _ stamp: Written, _ tell: Telling) {
    html << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(tell.reader.key)\(stamp)"
    html << "<input type=\"hidden\" name=\"do\" value=\"\(step)\">"
  }

  private func join(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader
    html << "<section id=\"join\"><h2>\(reader("room.join", "Take part"))</h2>"
    open(&html, "join", stamp("join"), tell)
    let options = own.map { Filled.Option($0.text, tell.name($0)) }
    html << filled.choice("organisation", reader("room.join.for", "For whom?"), options)
    html << "<p class=\"doing\"><button>\(reader("room.join", "Take part"))</button></p></form></section>"
  }

  private func cast(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, free = freeRoles
    if !free.isEmpty, !room.exchange.participants.isEmpty {
      open(&html, "cast", stamp("cast"), tell)
      html
        << "<p><label>\(reader("room.cast.who", "Who?")) \(select("person", room.exchange.participants, tell))</label></p>"
      html << "<p><label>\(reader("room.cast.what", "As what?")) \(select("role", free, tell))</label></p>"
      html << "<p class=\"doing\"><button class=\"quiet\">\(reader("room.cast", "Give this role"))</button></p></form>"
    }
    let seats = playing
    guard !seats.isEmpty else { return }
    html << "<details><summary>\(reader("room.hand-over", "Hand a role over"))</summary>"
    open(&html, "hand-over", stamp("hand-over"), tell)
    html << "<p><select name=\"seat\" aria-label=\"\(reader("room.hand-over.from", "Whose role?"))\">"
    for seat in seats {
      html
        << "<option value=\"\(seat.role) \(seat.person)\">\(tell.title(seat.role)): \(tell.name(seat.person))</option>"
    }
    html << "</select></p><p><label>\(reader("room.hand-over.to", "To whom?")) "
    html << "\(select("to", room.exchange.participants, tell))</label></p>"
    html
      << "<p class=\"doing\"><button class=\"quiet\">\(reader("room.hand-over.do", "Hand it over"))</button></p></form></details>"
  }

  private func volunteer(_ html: inout HTML, _ tell: Telling) {
    guard let me = tell.me else { return }
    let possible = freeRoles.filter { role in
      (try? room.exchange.taking(.cast(me, as: role.id), by: me, at: tell.reader.now, under: room.method)) != nil
    }
    guard !possible.isEmpty else { return }
    open(&html, "cast", stamp("volunteer"), tell)
    html << "<input type=\"hidden\" name=\"person\" value=\"\(me)\">"
    html << "<p><label>\(tell.reader("room.volunteer", "I can be")) \(select("role", possible, tell))</label></p>"
    html
      << "<p class=\"doing\"><button class=\"quiet\">\(tell.reader("room.volunteer.do", "Take this role"))</button></p></form>"
  }

  private func stepDowns(_ html: inout HTML, _ tell: Telling) {
    let seats = playing.filter { tell.leads || $0.person == tell.me }
    guard !seats.isEmpty else { return }
    html << "<details><summary>\(tell.reader("room.step-down", "Give a role back"))</summary>"
    for seat in seats {
      open(&html, "step-down", stamp("down-\(seat.role)-\(seat.person)"), tell)
      html << "<input type=\"hidden\" name=\"person\" value=\"\(seat.person)\">"
      html << "<input type=\"hidden\" name=\"role\" value=\"\(seat.role)\">"
      html << "<p class=\"doing\"><bdi>\(tell.title(seat.role)): \(tell.name(seat.person))</bdi> "
      html << "<button class=\"quiet\">\(tell.reader("room.step-down.do", "Give back"))</button></p></form>"
    }
    html << "</details>"
  }

  private func invite(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader
    html << "<section id=\"invite\"><h2>\(reader("room.invite", "Bring people in"))</h2>"
    html << "<p>\(reader("room.invite.link", "Whoever has an account joins by this link. Send it to them:"))</p>"
    html
      << "<p><input readonly dir=\"ltr\" value=\"\(invitation)\" aria-label=\"\(reader("room.invite.address", "The link"))\"></p>"
    html << "<h3>\(reader("room.write-in", "Without an account"))</h3>"
    open(&html, "join", stamp("write-in"), tell)
    html << filled.line("name", reader("room.write-in.name", "Their name"))
    let options = room.organisations.map { Filled.Option($0.text, tell.name($0)) }
    html << filled.choice("organisation", reader("room.write-in.of", "Their organisation"), options)
    html
      << filled.line(
        "organisation-name", reader("room.write-in.other", "Or another organisation on record, by its name"))
    html
      << "<p class=\"doing\"><button class=\"quiet\">\(reader("room.write-in.do", "Write them in"))</button></p></form></section>"
  }

  /// The roles in which there is still a place.
  private var freeRoles: [Role] {
    room.method.roles.filter { room.exchange.players(of: $0.id).count < $0.places.upperBound }
  }

  private var playing: [Exchange.Casting] { room.exchange.castings.filter { $0.until == nil } }

  func select(_ name: String, _ people: [Exchange.Participant], _ tell: Telling) -> Written {
    var html = HTML(capacity: 512)
    html << "<select name=\"\(name)\">"
    for one in people {
      let chosen: Written = filled.holds(name, one.person.text) ? " selected" : ""
      html << "<option value=\"\(one.person)\"\(chosen)>\(one.name)</option>"
    }
    html << "</select>"
    return "\(html)"
  }

  private func select(_ name: String, _ roles: [Role], _ tell: Telling) -> Written {
    var html = HTML(capacity: 512)
    html << "<select name=\"\(name)\">"
    for role in roles { html << "<option value=\"\(role.id)\">\(tell.text(role.title))</option>" }
    html << "</select>"
    return "\(html)"
  }
}
