import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The needs, or the practices, that fit what was asked for.
package struct LibraryPage: Page {
  let side: Side
  let list: Listing<Line>
  let facets: [Facet]
  /// What was searched for; empty for everything.
  let words: String

  package init(_ side: Side, list: Listing<Line>, facets: [Facet], words: String) {
    (self.side, self.list, self.facets, self.words) = (side, list, facets, words)
  }

  /// A need or a practice as the list tells of it.
  package struct Line: Sendable {
    let subject: Work.Subject
    let title: Texts.Reading
    let organisation: Organisation.Brief
    let country: Country.Code?
    let themes: [Theme.ID]
    let languages: [Language]
    let shelf: Shelf
    let marks: Practice.Marks?
    let published: Day?

    package init(_ brief: Need.Brief) { self.init(.need(brief.id), brief) }
    package init(_ brief: Practice.Brief) { self.init(.practice(brief.id), brief) }

    private init<Item>(_ subject: Work.Subject, _ brief: LibraryBrief<Item>) {
      (self.subject, title, organisation, country) = (subject, brief.title, brief.organisation, brief.country)
      (themes, languages, shelf) = (brief.themes, brief.languages, brief.shelf)
      (marks, published) = (brief.marks, brief.published?.day)
    }
  }

  private func question(_ reader: Reader) -> String {
    side == .learns
      ? reader("needs.question", "What do others want to learn?")
      : reader("practices.question", "What have others tried?")
  }

  package func head(for reader: Reader) -> Head {
    Head(question(reader), in: side.area, alternates: [.table(side.table, for: reader)])
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer =
      side == .learns
      ? reader.count(list.total, "needs.answer", one: "One need fits.", other: "{n} needs fit.")
      : reader.count(list.total, "practices.answer", one: "One practice fits.", other: "{n} practices fit.")
    html << "\(reader.question(question(reader), answer: "\(answer)"))<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    html << reader.finding(reader("library.find", "Find one by words of its title"), words, at: side.list)
    if list.items.isEmpty { html << nothing(reader) } else { html << sorting(reader) }
    html << "<ol class=\"list\">"
    for line in list.items { html << line.item(reader) }
    html << "</ol>\(list.ways(for: reader))\(list.asData(side.table, for: reader))"
    html << "\(reader.keeping(side == .learns ? .needs : .practices))</div></div>"
    html << "<aside class=\"next\"><h2>\(next(reader))</h2><p class=\"doing\"><a class=\"act\" href=\"\(side.new)\">"
    html << "\(begin(reader))</a> <a href=\"\(Address.circles.link())\">"
    html << "\(reader("circles.question", "Who could learn from each other?"))</a></p></aside>"
  }

  private func sorting(_ reader: Reader) -> Written {
    """
    <p class="meta"><a href="\(reader.link(setting: "sort", to: nil))">\(reader("sort.newest", "Newest first"))</a>\
    <a href="\(reader.link(setting: "sort", to: "title"))">\(reader("sort.title", "By title"))</a></p>
    """
  }

  private func nothing(_ reader: Reader) -> Written {
    let title =
      side == .learns ? reader("needs.none", "No such need") : reader("practices.none", "No such practice")
    return reader.empty(
      .none, title,
      reader(
        "library.none.text",
        "We looked at everything that is published and current. Try fewer words, or take away a filter."),
      "<a href=\"\(side.new)\">\(begin(reader))</a>")
  }

  private func next(_ reader: Reader) -> String {
    side == .learns
      ? reader("needs.next", "What does your city need to learn?")
      : reader("practices.next", "What has your city tried?")
  }

  private func begin(_ reader: Reader) -> String {
    side == .learns
      ? reader("needs.begin", "Say it in two questions") : reader("practices.begin", "Tell it, also if it failed")
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, line in line.write(&json, on: reader.today) }
  }
}

extension LibraryPage.Line {
  /// Itself as a line of a list.
  ///
  /// - Parameter reason: why it is in it; empty where that goes without saying.
  func item(_ reader: Reader, because reason: String = "") -> Written {
    let side = subject.side
    let verb = side == .learns ? reader("side.learns", "Wants to learn") : reader("side.teaches", "Can teach")
    let names = themes.prefix(3).map { reader.words.name(of: $0) }
    let about: Written = names.isEmpty ? "" : "<p>\(names.joined(separator: " · "))</p>"
    let why: Written = reason.isEmpty ? "" : "<p><bdi>\(reason)</bdi></p>"
    let place: Written = country.map { "<span>\(reader.name(of: $0))</span>" } ?? ""
    return """
      <li><h3><a href="\(subject.address)">\(reader.name(title))</a>\(reader.stage(shelf.stage.slug))</h3>\
      \(about)\(why)\
      <p class="meta"><a href="\(Address.organisation.link(organisation.id))">\(reader.name(organisation.name))</a>\(place)\
      <span class="\(side.hue.rawValue)">\(verb)</span>\(told(reader))</p></li>
      """
  }

  /// How a practice went, how that is known, and whether it still holds.
  private func told(_ reader: Reader) -> Written {
    guard let marks else { return .nothing }
    let worked: Written = marks.worked.map { "<strong>\(reader.words[$0.name])</strong>" } ?? .nothing
    let evidence: Written = marks.evidence.map { "<span>\(reader.words[$0.name])</span>" } ?? .nothing
    let state = marks.truth.state(published: published, on: reader.today)
    let truth: Written = state == .current ? .nothing : "<span>\(reader.words[state.name])</span>"
    return "\(worked)\(evidence)\(truth)"
  }

  fileprivate func write(_ json: inout JSON, on day: Day) {
    json.object { json in
      json["id"] = subject.text
      json["title"] = title.text
      json.object("organisation") { organisation.write(&$0) }
      json["country"] = country?.text
      json.array("themes", themes) { $0.element($1.text) }
      json.array("languages", languages) { $0.element($1.tag) }
      json["stage"] = shelf.stage.slug
      json["expires"] = shelf.expires?.description
      guard let marks else { return }
      json["worked"] = marks.worked?.rawValue
      json["evidence"] = marks.evidence?.rawValue
      json["truth"] = marks.truth.state(published: published, on: day).rawValue
    }
  }
}

extension Side {
  /// The list of that side as a table.
  fileprivate var table: String { self == .learns ? Address.needsTable() : Address.practicesTable() }
}
