import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The partnerships that fit what was asked for.
package struct PartnershipsPage: Page {
  let list: Listing<Partnership.Brief>
  let facets: [Facet]
  /// What was searched for; empty for everything.
  let words: String
  /// The organisation whose partnerships these are, and what it is called; nil for everyone's.
  let organisation: Organisation.Brief?

  package init(
    list: Listing<Partnership.Brief>, facets: [Facet], words: String, of organisation: Organisation.Brief? = nil
  ) {
    (self.list, self.facets, self.words, self.organisation) = (list, facets, words, organisation)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense) }

  private func question(_ reader: Reader) -> String {
    guard let organisation else { return reader("partnerships.question", "Who works with whom?") }
    return reader("partnerships.question.of", "With whom does {name} work?", ["name": organisation.name.text])
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    if let organisation { html << reader.crumbs(organisation.name.text, Address.organisation(organisation.id)) }
    let answer = reader.count(
      list.total, "partnerships.answer", one: "One partnership fits.", other: "{n} partnerships fit.")
    html << reader.question(question(reader), answer: "\(answer)")
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    html
      << reader.finding(
        reader("partnerships.find", "Find one by words of its title"), words, at: Address.partnerships())
    if list.items.isEmpty { html << nothing(reader) } else { html << sorting(reader) }
    html << "<ol class=\"list\">"
    for brief in list.items { html << brief.item(reader) }
    html << "</ol>\(list.ways(for: reader))\(list.asData(Address.partnershipsTable(), for: reader))</div></div>"
    html << "<aside class=\"next\"><h2>\(reader("partnerships.next", "Would you like to work with someone?"))</h2>"
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.newPartnership.link())\">"
    html << "\(reader("organisation.propose", "Propose a partnership"))</a> "
    html << "<a href=\"\(Address.exchanges.link())\">\(reader("partnerships.exchanges", "See the exchanges that run"))</a> "
    html
      << "<a href=\"\(Address.methods.link())\">\(reader("exchanges.methods", "See how cities learn from each other"))</a>"
    html << "</p></aside>"
  }

  private func sorting(_ reader: Reader) -> Written {
    """
    <p class="meta"><a href="\(reader.link(setting: "sort", to: nil))">\(reader("sort.newest", "Newest first"))</a>\
    <a href="\(reader.link(setting: "sort", to: "liveliest"))">\(reader("sort.liveliest", "Latest sign of life first"))</a>\
    <a href="\(reader.link(setting: "sort", to: "title"))">\(reader("sort.title", "By title"))</a></p>
    """
  }

  private func nothing(_ reader: Reader) -> Written {
    reader.empty(
      .none, reader("partnerships.none", "No such partnership"),
      reader(
        "partnerships.none.text",
        "We looked at every partnership that a list names or a city has told us of. Try fewer words, or take away a filter."
      ),
      "<a href=\"\(Address.newPartnership.link())\">\(reader("organisation.propose", "Propose a partnership"))</a>")
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, brief in json.object { brief.write(&$0) } }
  }
}

extension Partnership.Brief {
  /// Itself as a line of a list: what it is called, who, in which form, since when, and who stands behind it.
  func item(_ reader: Reader) -> Written {
    """
    <li><h3><a href="\(Address.partnership.link(id))">\(reader.name(title))</a></h3><p>\(who(reader))</p>\
    <p class="meta"><span>\(reader.words[form.name])</span>\(stage(reader))\
    \(since(reader))\(life(reader))\(reader.badge(claim))</p></li>
    """
  }

  /// Its parties with their countries; of a large network the first few.
  private func who(_ reader: Reader) -> Written {
    var html = HTML(capacity: 256)
    for (place, side) in parties.prefix(6).enumerated() {
      if place > 0 { html << " · " }
      html << "\(reader.name(side.name))"
      if let country = side.country { html << " <small>\(reader.name(of: country))</small>" }
    }
    let rest = parties.count - 6
    if rest > 0 {
      html << " · \(reader.count(rest, "partnerships.more", one: "one more", other: "{n} more"))"
    }
    return "\(html)"
  }

  /// How far it has come; nothing for what its claim says already.
  private func stage(_ reader: Reader) -> Written {
    standing == .inferred ? "" : "<span>\(reader.words[standing.name])</span>"
  }

  private func since(_ reader: Reader) -> Written {
    guard let began else {
      let why = reader("partnerships.since-unknown", "Since when: unknown")
      return "<span class=\"blank unknown\">\(why)</span>"
    }
    return "<span>\(reader("partnerships.since", "Since {year}", ["year": String(began.year)]))</span>"
  }

  private func life(_ reader: Reader) -> Written {
    guard let sign else {
      if standing == .proposed || standing == .inferred { return "" }
      return "<span class=\"blank unreported\">\(reader("partnerships.no-sign", "No sign of life reported"))</span>"
    }
    let words = ["kind": reader.words[sign.kind.name], "month": reader.words.month(of: sign.day)]
    if standing != .ended, sign.day.adding(months: 18) < reader.today {
      let silent = reader("partnerships.silent-since", "Silent since {year}", ["year": String(sign.day.year)])
      return "<span class=\"blank silent\">\(silent)</span>"
    }
    return "<span>\(reader("partnerships.sign", "{kind}, {month}", words))</span>"
  }

  /// The fields of a line: who, in which form, how far it has come, and how it stands.
  func write(_ json: inout JSON) {
    json["id"] = id.text
    json["title"] = title.text
    json["form"] = form.rawValue
    json["stage"] = standing.rawValue
    json["claim"] = claim.rawValue
    json["began"] = began?.description
    json["last-sign-of-life"] = sign?.day.description
    json["last-sign-kind"] = sign?.kind.rawValue
    json.array("parties", parties) { json, side in json.object { side.write(&$0) } }
  }
}

extension Partnership.Side {
  func write(_ json: inout JSON) {
    json["organisation"] = organisation.text
    json["name"] = name.text
    json["country"] = country?.text
    json["role"] = role.rawValue
  }
}
