import Addresses
import Cooperation
import HTTP
import Languages
import Markup

/// What of the frame is the same on every page in one language, written once.
struct Dressing: Sendable {
  /// What leads past the header.
  let skip: Written
  let updates: String
  /// Behind the languages: where a visitor signs in.
  let signIn: Written
  /// The footer up to the address of the page as data, and on from there to the languages.
  let beforeData: Written, afterData: Written
  /// The header up to the languages, with no area marked, and with each of them in their order.
  private let plain: Written, marked: [(area: Area, header: Written)]

  /// The header up to the languages, with the area of the page marked.
  func header(in area: Area?) -> Written { marked.first { $0.area == area }?.header ?? plain }

  static func of(_ words: Words) -> Dressing { all[words.language] ?? Dressing(words) }

  private static let all = Dictionary(uniqueKeysWithValues: Words.all.map { ($0.language, Dressing($0)) })

  private init(_ words: Words) {
    let link = words[Phrase("frame.sign-in", "Sign in")]
    skip = "<a class=\"skip\" href=\"#main\">\(words[Phrase("frame.skip", "Skip to the page")])</a>"
    updates = words[Phrase("frame.updates", "What is new")]
    signIn = "</ul></details><a class=\"you\" href=\"\(Address.signIn.link())\">\(link)</a></header>"
    plain = Self.header(nil, words)
    marked = Area.allCases.map { ($0, Self.header($0, words)) }
    let licence = words[
      Phrase(
        "frame.licence",
        "Facts and texts CC BY 4.0 unless a page says otherwise; software EUPL-1.2. Places from GeoNames, CC BY 4.0.")]
    beforeData = """
      <footer class="foot"><p>\(licence)</p><ul>\
      <li><a href="\(Address.openData.link())">\(words[Phrase("frame.open-data", "Open data")])</a></li>\
      <li><a href="\(Address.api.link())">API</a></li>\
      <li><a href="\(Address.methods.link())">\(words[Phrase("frame.methods", "Methods")])</a></li><li><a href="
      """
    afterData = """
      " rel="nofollow">\(words[Phrase("frame.as-data", "This page as data")])</a></li></ul>\
      <ul aria-label="\(words[Phrase("frame.languages", "Languages")])">
      """
  }

  private static func header(_ current: Area?, _ words: Words) -> Written {
    var html = HTML(capacity: 2048)
    html << "<header class=\"site\"><a class=\"brand\" href=\"\(Address.front.link())\">\(mark)Copolis</a>"
    html << "<nav aria-label=\"\(words[Phrase("frame.areas", "Areas")])\"><ul>"
    for area in Area.allCases {
      let current: Written = area == current ? " aria-current=\"true\"" : ""
      html << "<li><a href=\"\(area.address)\"\(current)>\(words[area.name])</a></li>"
    }
    html << "</ul></nav><form role=\"search\" action=\"\(Address.search.link())\"><input type=\"search\" name=\"q\" "
    html << "aria-label=\"\(words[Phrase("frame.search", "Search everything public")])\">"
    html << "<button>\(words[Phrase("frame.search-button", "Search")])</button></form>"
    let language = words[Phrase("frame.language", "Language:")]
    html << "<details class=\"menu\"><summary><span class=\"hush\">\(language) </span>"
    html << "\(Words.ownName(of: words.language))</summary><ul>"
    return "\(html)"
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
