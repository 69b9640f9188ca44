import Addresses
import HTTP
import Languages
package import Markup

/// One page of a list, as every list of the site is told.
package struct Listing<Item: Sendable>: Sendable {
  package let items: [Item]
  /// How many there are on all pages together.
  package let total: Int
  /// Counted from 1.
  package let page: Int
  /// How many go on a page, 1 to 100.
  package let per: Int

  package init(items: [Item], total: Int, page: Int, per: Int) {
    (self.items, self.total, self.page, self.per) = (items, total, page, per)
  }

  package var pages: Int { max(1, (total + per - 1) / per) }

  /// The ways to the other pages; nothing where there is only one.
  package func ways(for reader: Reader) -> Written {
    guard pages > 1 else { return .nothing }
    var html = HTML(capacity: 512)
    html << "<nav class=\"pages\" aria-label=\"\(reader("list.pages", "Pages"))\">"
    if page > 1 {
      html << "<a rel=\"prev\" href=\"\(reader.link(page: page - 1))\">\(reader("list.previous", "Previous page"))</a>"
    }
    for number in Set([1, page - 1, page, page + 1, pages]).filter({ (1...pages).contains($0) }).sorted() {
      if number == page { html << "<b aria-current=\"page\">\(number)</b>" }
      if number != page { html << "<a href=\"\(reader.link(page: number))\">\(number)</a>" }
    }
    if page < pages {
      html << "<a rel=\"next\" href=\"\(reader.link(page: page + 1))\">\(reader("list.next", "Next page"))</a>"
    }
    html << "</nav>"
    return "\(html)"
  }

  /// The ways to the same list as data, whole and narrowed as it is.
  ///
  /// - Parameter table: the address of the list as a table.
  package func asData(_ table: String, for reader: Reader) -> Written {
    let label = reader("list.as-data", "This list as data:")
    return """
      <p class="meta"><span>\(label)</span>\
      <a href="\(reader.link(wholeListAt: table))" rel="nofollow">CSV</a>\
      <a href="\(reader.link(wholeListAt: reader.path + ".json"))" rel="nofollow">JSON</a>\
      <a href="\(Address.openData.link())">\(reader("frame.open-data", "Open data"))</a></p>
      """
  }

  /// The list as JSON: `{"items", "total", "page", "per", "next"}`.
  package func write(_ json: inout JSON, for reader: Reader, _ element: (inout JSON, Item) -> Void) {
    json.object { writeParts(&$0, for: reader, element) }
  }

  /// The same inside an object that says more.
  func writeParts(_ json: inout JSON, for reader: Reader, _ element: (inout JSON, Item) -> Void) {
    json.array("items", items, element)
    json.number("total", total)
    json.number("page", page)
    json.number("per", per)
    json["next"] = page < pages ? reader.link(page: page + 1) : nil
  }
}

extension Reader {
  /// The field to look for something in a list by words, which keeps what the list is narrowed to.
  ///
  /// - Parameter words: what was looked for last; empty for everything.
  func finding(_ label: String, _ words: String, at address: String) -> Written {
    """
    <form class="ask" role="search" action="\(address)"><label for="q">\(label)</label>\
    <input id="q" name="q" type="search" value="\(words)">\(kept(but: ["q", "page"]))\
    <button>\(self("organisations.find.button", "Find"))</button></form>
    """
  }
}

/// A way to narrow a list: a heading and its values with their counts; each is a link that adds or removes itself.
package struct Facet: Sendable {
  package let name: String
  package let title: String
  package let values: [Value]

  package init(_ name: String, _ title: String, _ values: [Value]) {
    (self.name, self.title, self.values) = (name, title, values)
  }

  package struct Value: Sendable {
    package let slug: String
    package let title: String
    package let count: Int
    package let isChosen: Bool

    package init(_ slug: String, _ title: String, count: Int, isChosen: Bool) {
      (self.slug, self.title, self.count, self.isChosen) = (slug, title, count, isChosen)
    }
  }

  /// All facets of a list, folded away on a phone.
  package static func write(_ facets: [Facet], _ html: inout HTML, for reader: Reader) {
    let chosen = facets.reduce(0) { $0 + $1.values.count(where: \.isChosen) }
    let title =
      chosen == 0
      ? reader("list.narrow", "Narrow the list")
      : reader.count(chosen, "list.narrowed", one: "Narrow the list (1 chosen)", other: "Narrow the list ({n} chosen)")
    html << "<aside><details class=\"facets\"><summary>\(title)</summary>"
    for facet in facets where !facet.values.isEmpty {
      html << "<h3>\(facet.title)</h3><ul>"
      for value in facet.values {
        let current: Written = value.isChosen ? " aria-current=\"true\"" : ""
        let link = reader.link(toggling: facet.name, value.slug)
        html << "<li><a href=\"\(link)\" rel=\"nofollow\"\(current)>\(value.title) "
        html << "<data value=\"\(value.count)\">\(reader.words.number(value.count))</data></a></li>"
      }
      html << "</ul>"
    }
    html << "</details></aside>"
  }
}
