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
    let head = page.head(for: reader), languages = languages(reader), dressing = Dressing.of(reader.words)
    open(&html, head, dressing, reader)
    html << "\(dressing.skip)\(dressing.header(in: head.area))\(languages)"
    if reader.viewer.account == nil {
      html << dressing.signIn
    } else {
      html << "</ul></details><a class=\"you\" href=\"\(Address.account.link())\">\(reader.name)</a></header>"
    }
    html << "<main id=\"main\">"
    if let notice = reader.notice {
      html << "<div class=\"note\" role=\"status\"><p>\(reader.words[notice])</p></div>"
    }
    page.write(&html, for: reader)
    html << "</main>\(dressing.beforeData)\(data(reader))\(dressing.afterData)\(languages)</ul></footer>"
    html << "</body></html>\n"
    return html
  }

  private func open(_ html: inout HTML, _ head: Head, _ dressing: Dressing, _ reader: Reader) {
    let direction = reader.words.isRightToLeft ? "rtl" : "ltr"
    html << "<!doctype html><html lang=\"\(reader.words.language)\" dir=\"\(direction)\"><head><meta charset=\"utf-8\">"
    html
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>\(head.title) · Copolis</title>"
    if !head.description.isEmpty { html << "<meta name=\"description\" content=\"\(head.description)\">" }
    if head.isPrivate { html << "<meta name=\"robots\" content=\"noindex\">" }
    html << "<link rel=\"stylesheet\" href=\"\(asset("site.css"))\">"
    if !head.isPrivate {
      let feed = Alternate("application/atom+xml", Address.openFile("updates.atom"), dressing.updates)
      html << feed.link
    }
    for other in head.alternates { html << other.link }
    html << "<link rel=\"icon\" href=\"\(asset("favicon.svg"))\" type=\"image/svg+xml\">"
    html << "<script src=\"\(asset("site.js"))\" defer></script></head><body>"
  }

  /// The page in each language, for the menu at its top and the list at its end.
  private func languages(_ reader: Reader) -> Written {
    let page = reader.link(setting: "lang", to: nil)
    let then: Written = page.utf8.contains(UInt8(ascii: "?")) ? "\(page)&amp;lang=" : "\(page)?lang="
    var html = HTML(capacity: 1024)
    for language in Language.interface {
      let tag = language.tag
      let current: Written = language == reader.words.language ? " aria-current=\"true\"" : ""
      html
        << """
        <li><a href="\(then)\(tag)" lang="\(tag)" hreflang="\(tag)" rel="nofollow"\(current)>\
        \(Words.ownName(of: language))</a></li>
        """
    }
    return "\(html)"
  }

  /// Where the page being read is to be had as data.
  private func data(_ reader: Reader) -> Written {
    let path = reader.path
    let named = path == "/" ? "/index" : path.hasSuffix("/") ? String(path.dropLast()) : path
    return reader.query.isEmpty ? "\(named).json" : "\(named).json?\(reader.query)"
  }
}

extension Alternate {
  fileprivate var link: Written {
    "<link rel=\"alternate\" type=\"\(mediaType)\" href=\"\(address)\" title=\"\(title)\">"
  }
}
