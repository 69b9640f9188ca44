import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The organisations that fit what was asked for.
package struct OrganisationsPage: Page {
  let list: Listing<Organisation.Brief>
  let facets: [Facet]
  /// What was searched for; empty for everything.
  let words: String

  package init(list: Listing<Organisation.Brief>, facets: [Facet], words: String) {
    (self.list, self.facets, self.words) = (list, facets, words)
  }

  package func head(for reader: Reader) -> Head { Head(reader("organisations.title", "Who is here?"), in: .seek) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html
      << reader.question(
        reader("organisations.title", "Who is here?"),
        answer:
          "\(reader.count(list.total, "organisations.answer", one: "One organisation fits.", other: "{n} organisations fit."))"
      )
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    html << reader.finding(reader("organisations.find", "Find one by its name"), words, at: Address.organisations())
    if list.items.isEmpty {
      html
        << reader.empty(
          .none, reader("organisations.none", "Nobody by that name"),
          reader("organisations.none.text", "We looked at everyone on record. Try fewer words, or take away a filter."),
          "<a href=\"\(Address.newOrganisation.link())\">\(reader("organisations.add", "Add your organisation"))</a>")
    } else {
      html << sorting(reader)
    }
    if !list.items.isEmpty { html << map(reader) }
    html << "<ol class=\"list\">"
    for brief in list.items { html << brief.item(reader) }
    html << "</ol>\(list.ways(for: reader))\(list.asData(Address.organisationsTable(), for: reader))"
    html << reader.keeping(.organisations)
    html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.experts.link())\">"
    html << "\(reader("experts.title", "Who can advise us?"))</a></p></div></div>"
  }

  /// A picture that is fetched when it comes into view, so that the list does not wait for it.
  private func map(_ reader: Reader) -> Written {
    let title = reader("organisations.map", "Where they are")
    return """
      <figure class="picture"><img src="\(reader.link(wholeListAt: Address.organisationsMap()))" loading="lazy" \
      width="1000" height="440" alt="\(title)"></figure>
      """
  }

  private func sorting(_ reader: Reader) -> Written {
    """
    <p class="meta"><a href="\(reader.link(setting: "sort", to: nil))">\(reader("sort.name", "By name"))</a>\
    <a href="\(reader.link(setting: "sort", to: "relations"))">\(reader("sort.relations", "Most partners first"))</a>\
    <a href="\(reader.link(setting: "sort", to: "newest"))">\(reader("sort.newest", "Newest first"))</a></p>
    """
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, brief in json.object { brief.write(&$0) } }
  }
}

extension Organisation.Brief {
  /// Its name, marked with its language and kept apart from the direction around it.
  var marked: Written { "<bdi lang=\"\(name.language)\">\(name.text)</bdi>" }

  /// Itself as a line of a list.
  func item(_ reader: Reader) -> Written {
    """
    <li><h3><a href="\(Address.organisation.link(id))">\(marked)</a></h3><p class="meta">\
    <span>\(reader.words[kind.name])</span><span><bdi>\(whereabouts(reader))</bdi></span>\
    <span>\(reader.count(relations, "organisations.relations", one: "1 partner", other: "{n} partners"))</span>\
    </p></li>
    """
  }

  /// Its place and country in the reader's language.
  func whereabouts(_ reader: Reader) -> String {
    [placeName, country.map { reader.name(of: $0) }].compactMap { $0 }.joined(separator: ", ")
  }

  /// Itself among others of its name, to choose from.
  func option(_ reader: Reader) -> Filled.Option {
    let short = acronym.isEmpty ? "" : " (\(acronym))"
    return Filled.Option(id.text, name.text + short + ", " + whereabouts(reader))
  }

  func write(_ json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json["name"] = name.text
    json["acronym"] = acronym.isEmpty ? nil : acronym
    json["country"] = country?.text
    json["place"] = placeName
    json["standing"] = standing.rawValue
    json.number("relations", relations)
  }
}
