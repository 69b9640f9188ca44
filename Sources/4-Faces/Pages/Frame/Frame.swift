import Addresses
import Cooperation
import HTTP
import Languages
package import Markup

/// What stands around every page: the head, the four areas, search, the languages, the footer.
package struct Frame: Sendable {
  /// The address of an asset, with the fingerprint of its content, so that browsers may keep it for ever.
  let asset: @Sendable (String) -> String

  package init(asset: @escaping @Sendable (String) -> String) { self.asset = asset }

  /// The whole page, ready to send.
  package func html(of page: some Page, for reader: Reader) -> HTML {
    var html = HTML(capacity: 32_768)
    let head = page.head(for: reader), languages = languages(reader)
    open(&html, head, reader)
    header(&html, head, languages, reader)
    html << "<main id=\"main\">"
    if let notice = reader.notice {
      html << "<div class=\"note\" role=\"status\"><p>\(reader.words[notice])</p></div>"
    }
    page.write(&html, for: reader)
    html << "</main>"
    footer(&html, languages, reader)
    html << "</body></html>\n"
    return html
  }

  private func open(_ html: inout HTML, _ head: Head, _ reader: Reader) {
    let direction = reader.words.isRightToLeft ? "rtl" : "ltr"
    html << "<!doctype html><html lang=\"\(reader.words.language)\" dir=\"\(direction)\"><head><meta charset=\"utf-8\">"
    html
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>\(head.title) · Copolis</title>"
    if !head.description.isEmpty { html << "<meta name=\"description\" content=\"\(head.description)\">" }
    if head.isPrivate { html << "<meta name=\"robots\" content=\"noindex\">" }
    html << "<link rel=\"stylesheet\" href=\"\(asset("site.css"))\">"
    let feed = Alternate(
      "application/atom+xml", Address.openFile("updates.atom"), reader("frame.updates", "What is new"))
    for other in (head.isPrivate ? [] : [feed]) + head.alternates {
      html << "<link rel=\"alternate\" type=\"\(other.mediaType)\" href=\"\(other.address)\" title=\"\(other.title)\">"
    }
    html << "<link rel=\"icon\" href=\"\(asset("favicon.svg"))\" type=\"image/svg+xml\">"
    html << "<script src=\"\(asset("site.js"))\" defer></script></head><body>"
    html << "<a class=\"skip\" href=\"#main\">\(reader("frame.skip", "Skip to the page"))</a>"
  }

  private func header(_ html: inout HTML, _ head: Head, _ languages: HTML, _ reader: Reader) {
    html << "<header class=\"site\"><a class=\"brand\" href=\"\(Address.front())\">\(Self.mark)Copolis</a>"
    html << "<nav aria-label=\"\(reader("frame.areas", "Areas"))\"><ul>"
    for area in Area.allCases {
      let current: Written = area == head.area ? " aria-current=\"true\"" : ""
      html << "<li><a href=\"\(area.address)\"\(current)>\(reader.words[area.name])</a></li>"
    }
    html << "</ul></nav><form role=\"search\" action=\"\(Address.search())\"><input type=\"search\" name=\"q\" "
    html << "aria-label=\"\(reader("frame.search", "Search everything public"))\">"
    html << "<button>\(reader("frame.search-button", "Search"))</button></form>"
    html << "<details class=\"menu\"><summary><span class=\"hush\">\(reader("frame.language", "Language:")) </span>"
    html << "\(Words.ownName(of: reader.words.language))</summary><ul>\(languages)</ul></details>"
    if reader.viewer.account == nil {
      html << "<a class=\"you\" href=\"\(Address.signIn())\">\(reader("frame.sign-in", "Sign in"))</a></header>"
    } else {
      html << "<a class=\"you\" href=\"\(Address.account())\">\(reader.name)</a></header>"
    }
  }

  /// The page in each language, for the menu at its top and the list at its end.
  private func languages(_ reader: Reader) -> HTML {
    var html = HTML(capacity: 1024)
    let page = reader.link(setting: "lang", to: nil)
    let then: Written = page.utf8.contains(UInt8(ascii: "?")) ? "&amp;" : "?"
    for language in Language.interface {
      let current: Written = language == reader.words.language ? " aria-current=\"true\"" : ""
      html
        << "<li><a href=\"\(page)\(then)lang=\(language)\" lang=\"\(language)\" hreflang=\"\(language)\" rel=\"nofollow\"\(current)>"
      html << "\(Words.ownName(of: language))</a></li>"
    }
    return html
  }

  private func footer(_ html: inout HTML, _ languages: HTML, _ reader: Reader) {
    let licence = reader(
      "frame.licence",
      "Facts and texts CC BY 4.0 unless a page says otherwise; software EUPL-1.2. Places from GeoNames, CC BY 4.0.")
    html << "<footer class=\"foot\"><p>\(licence)</p><ul>"
    html << "<li><a href=\"\(Address.openData())\">\(reader("frame.open-data", "Open data"))</a></li>"
    html << "<li><a href=\"\(Address.api())\">API</a></li>"
    html << "<li><a href=\"\(Address.methods())\">\(reader("frame.methods", "Methods"))</a></li>"
    let named =
      reader.path == "/" ? "/index" : reader.path.hasSuffix("/") ? String(reader.path.dropLast()) : reader.path
    let data = named + ".json" + (reader.query.isEmpty ? "" : "?" + reader.query)
    html << "<li><a href=\"\(data)\" rel=\"nofollow\">"
    html << "\(reader("frame.as-data", "This page as data"))</a></li></ul>"
    html << "<ul aria-label=\"\(reader("frame.languages", "Languages"))\">\(languages)</ul></footer>"
  }

  /// The mark: two cities, and two strokes that begin broad at the one who teaches.
  private static let mark: Written = """
    <svg viewBox="0 0 32 32" fill="currentColor" aria-hidden="true"><g transform="rotate(-32 16 16)">\
    <path class="teach" d="M3.5 16A12.5 12.5 0 0 1 26 10A13 13 0 0 0 9 16Z"/>\
    <path class="learn" d="M28.5 16A12.5 12.5 0 0 1 6 22A13 13 0 0 0 23 16Z"/>\
    <circle cx="6.2" cy="16" r="3.6"/><circle cx="25.8" cy="16" r="3.6"/></g></svg>
    """
}

extension Area {
  /// Where the area begins.
  var address: String {
    switch self {
    case .seek: Address.needs()
    case .sense: Address.partnerships()
    case .share: Address.practices()
    case .landscape: Address.landscape()
    }
  }
}
