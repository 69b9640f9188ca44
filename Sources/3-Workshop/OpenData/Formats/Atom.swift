import Cooperation
import Markup

extension Format {
  /// A feed of updates (RFC 4287).
  static let atom = Format("atom", "application/atom+xml; charset=utf-8", offering: { $0.shape == .updates }) {
    publication, piece in
    guard case .updates(let feed, let entries) = publication.content else { return }
    try piece(head(of: feed))
    try entries { try piece(written($0, in: feed)) }
    try piece(Array("</feed>\n".utf8))
  }

  private static func head(of feed: Feed) -> [UInt8] {
    var xml = HTML(capacity: 1024)
    xml << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml << "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(feed.language.tag)\">\n"
    xml << "<id>\(feed.address)</id>\n<title>\(feed.title.asXML)</title>\n"
    xml << "<updated>\(feed.updated.toTheSecond)</updated>\n<author><name>\(feed.author.asXML)</name></author>\n"
    xml << "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(feed.address)\"/>\n"
    xml << "<link rel=\"alternate\" type=\"text/html\" href=\"\(feed.page)\"/>\n"
    return xml.bytes
  }

  /// Each change of a thing is an entry of its own, so that a reader shows it again.
  private static func written(_ entry: Feed.Entry, in feed: Feed) -> [UInt8] {
    let language = entry.title.language
    let tag: Written = language == feed.language ? .nothing : " xml:lang=\"\(language.tag)\""
    var xml = HTML(capacity: 1024)
    xml << "<entry\(tag)>\n<id>\(feed.page)#\(entry.subject)-\(String(entry.updated.microseconds))</id>\n"
    xml << "<title>\(entry.title.text.asXML)</title>\n<updated>\(entry.updated.toTheSecond)</updated>\n"
    if let published = entry.published { xml << "<published>\(published.toTheSecond)</published>\n" }
    xml
      << "<link rel=\"alternate\" type=\"text/html\" href=\"\(entry.page)\"/>\n<category term=\"\(entry.category)\"/>\n"
    if !entry.summary.isEmpty { xml << "<summary>\(entry.summary.asXML)</summary>\n" }
    xml << "</entry>\n"
    return xml.bytes
  }
}
