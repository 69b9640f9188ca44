import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The introductions that are the reader's business: to answer, asked for, received, brokered.
package struct IntroductionsPage: Page {
  let list: Listing<Introduction.Brief>
  let facets: [Facet]
  /// The bodies for which the reader may bring two members together, by name.
  let bodies: [Introduction.Side]

  package init(list: Listing<Introduction.Brief>, facets: [Facet], bodies: [Introduction.Side] = []) {
    (self.list, self.facets, self.bodies) = (list, facets, bodies)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek, isPrivate: true) }

  private func question(_ reader: Reader) -> String {
    reader("introductions.question", "Who would like to talk with whom?")
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.question(question(reader), answer: "\(answer(reader))")
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    if list.items.isEmpty { html << nothing(reader) }
    html << "<ol class=\"list\">"
    for brief in list.items { html << brief.item(reader) }
    html << "</ol>\(list.ways(for: reader))</div></div>"
    next(&html, reader)
  }

  private func answer(_ reader: Reader) -> String {
    reader.count(
      list.total, "introductions.answer", one: "One introduction. Only the two sides and a body between them see it.",
      other: "{n} introductions. Only the two sides and a body between them see each.")
  }

  private func nothing(_ reader: Reader) -> Written {
    if reader.viewer == .visitor {
      return reader.empty(
        .none, reader("introductions.visitor", "Nothing for visitors"),
        reader("introductions.visitor.text", "Introductions are between those who ask and those who are asked."),
        "<a href=\"\(Address.signIn.link())?next=\(Address.introductions())\">\(reader("frame.sign-in", "Sign in"))</a>")
    }
    return reader.empty(
      .none, reader("introductions.none", "No such introduction"),
      reader("introductions.none.text", "Look for a peer that has solved what you need, and ask to talk."),
      "<a href=\"\(Address.matching.link())\">\(reader("introductions.find", "Find a peer"))</a>")
  }

  private func next(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("introductions.next", "Who could help you?"))</h2>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.matching.link())\">"
    html << "\(reader("introductions.find", "Find a peer"))</a> "
    for body in bodies {
      html << "<a class=\"act quiet\" href=\"\(Address.newIntroduction.link())?broker=\(body.id)\">"
      let title = reader("introductions.broker", "Bring together two members of {name}", ["name": body.name.text])
      html << "\(title)</a> "
    }
    html << "</p></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, brief in
      json.object { brief.write(&$0, on: reader.today) }
    }
  }
}

extension Introduction.Brief {
  /// Itself as a line of a list: who, about what, and where it stands.
  func item(_ reader: Reader) -> Written {
    var html = HTML(capacity: 512)
    html
      << "<li><h3><a href=\"\(Address.introduction.link(id))\">\(reader.name(asker.name)) – \(reader.name(asked.name))</a>"
    html << "</h3>"
    if let subject { html << "<p>\(reader.name(subject))</p>" }
    html << "<p class=\"meta\"><strong>\(stage.words(reader))</strong>"
    if let broker { html << "<span>\(Introduction.words(way, broker.name.text, reader))</span>" }
    html << "<span>\(reader("introductions.asked", "Asked")) \(reader.day(stage.asked))</span>"
    if stage.isStuck(on: reader.today) {
      html << "<span class=\"blank unreported\">\(reader("introductions.stuck", "It does not move"))</span>"
    }
    html << "</p></li>"
    return "\(html)"
  }

  func write(_ json: inout JSON, on day: Day) {
    json["id"] = id.text
    json["state"] = stage.standing.rawValue
    json["way"] = way
    json.object("asker") { asker.write(&$0) }
    json.object("asked") { asked.write(&$0) }
    if let broker { json.object("broker") { broker.write(&$0) } }
    json["about"] = subject?.text
    json["asked-on"] = stage.asked.description
    json["since"] = stage.since.description
    json["until"] = stage.until?.description
    json.flag("stuck", stage.isStuck(on: day))
  }
}

extension Introduction.Side {
  func write(_ json: inout JSON) {
    json["id"] = id.text
    json["name"] = name.text
  }
}

extension Introduction.Listed {
  /// Where it stands and since when, in a few words.
  func words(_ reader: Reader) -> String {
    if standing == .later, let until {
      return reader("introduction.later.until", "Later: after {day}", ["day": reader.words.day(until)])
    }
    return reader.words[standing.name]
  }
}

extension Introduction {
  /// How two come together through a body.
  static func words(_ way: String, _ body: String, _ reader: Reader) -> String {
    way == "brokered"
      ? reader("introduction.way.brokered", "{name} brings them together", ["name": body])
      : reader("introduction.way.through", "Through {name}", ["name": body])
  }
}

extension Introduction.Standing {
  package var name: Phrase {
    switch self {
    case .waiting: Phrase("introduction.waiting", "Waits for an answer")
    case .later: Phrase("introduction.later", "Later")
    case .accepted: Phrase("introduction.accepted", "Accepted")
    case .declined: Phrase("introduction.declined", "Declined")
    case .withdrawn: Phrase("introduction.withdrawn", "Taken back")
    }
  }
}

extension Introduction.Reason {
  /// The reason as whoever declines says it.
  package var name: Phrase {
    switch self {
    case .noCapacity: Phrase("introduction-form.no-capacity", "We have no room for it now")
    case .otherField: Phrase("introduction-form.other-field", "It is not our field")
    case .noLanguage: Phrase("introduction-form.no-language", "We have no language in common")
    case .workingWithOthers:
      Phrase("introduction-form.working-with-others", "We are at work on it with others already")
    case .other: Phrase("introduction-form.other", "Another reason")
    }
  }
}
