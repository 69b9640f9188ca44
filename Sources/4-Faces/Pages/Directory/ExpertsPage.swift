import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The roster: people who give some of their time to other cities.
package struct ExpertsPage: Page {
  let list: Listing<Expert>
  let facets: [Facet]
  /// What was searched for; empty for everyone.
  let words: String

  package init(list: Listing<Expert>, facets: [Facet], words: String) {
    (self.list, self.facets, self.words) = (list, facets, words)
  }

  package func head(for reader: Reader) -> Head { Head(reader("experts.title", "Who can advise us?"), in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader.count(
      list.total, "experts.answer", one: "One person offers time.", other: "{n} people offer time.")
    html << reader.question(reader("experts.title", "Who can advise us?"), answer: "\(answer)")
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    html
      << reader.finding(
        reader("experts.find", "Find someone by name, or by what they know"), words, at: Address.experts())
    if list.items.isEmpty {
      html
        << reader.empty(
          .none, reader("experts.none", "Nobody offers this yet"),
          reader(
            "experts.none.text",
            "An organisation offers the time of someone who speaks for it on that person's page."))
    }
    html << "<ol class=\"list\">"
    for expert in list.items { html << expert.item(reader) }
    html << "</ol>\(list.ways(for: reader))</div></div>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, expert in json.object { expert.write(&$0) } }
  }
}

extension Expert {
  /// Themselves as a line of a list.
  fileprivate func item(_ reader: Reader) -> Written {
    """
    <li><h3><a href="\(Address.person.link(person.id))"><bdi>\(person.name)</bdi></a></h3>\
    <p dir="auto">\(reader.reading(expertise.about))</p>\(expertise.themeTags(reader))<p class="meta">\
    <a href="\(Address.organisation.link(organisation.id))">\(organisation.marked)</a>\
    <span>\(reader.languages(person.languages))</span><span>\(expertise.offer(reader))</span></p></li>
    """
  }

  fileprivate func write(_ json: inout JSON) {
    json["person"] = person.id.text
    json["name"] = person.name
    json.object("organisation") { organisation.write(&$0) }
    json.array("languages", person.languages) { $0.element($1.tag) }
    expertise.write(&json)
  }
}

extension Expertise {
  /// How much of whose time: `10 days a year, by calls or by visits`.
  func offer(_ reader: Reader) -> String {
    let time = days.map { reader.count($0, "expertise.days", one: "one day a year", other: "{n} days a year") }
    let end = until.map { reader("expertise.until", "until {day}", ["day": reader.words.day($0)]) }
    return reader.words.list([time, reader.words[reach.name], end].compactMap { $0 })
  }

  func themeTags(_ reader: Reader) -> Written {
    reader.tags(Themes.all.filter { themes.contains($0.id) })
  }

  func write(_ json: inout JSON) {
    json["original"] = about.original.tag
    json["about"] = about.versions[about.original]
    json.array("themes", themes.sorted { $0.text < $1.text }) { $0.element($1.text) }
    json.number("days", days)
    json["reach"] = reach.rawValue
    json["until"] = until?.description
  }
}

extension Expertise.Reach {
  var name: Phrase {
    switch self {
    case .remote: Phrase("reach.remote", "by calls and in writing")
    case .visits: Phrase("reach.visits", "by visits")
    case .both: Phrase("reach.both", "by calls or by visits")
    }
  }
}
