import Cooperation
import HTTP
import Markup
import Pages

/// What a handler gives back.
protocol Answer {
  func response(for visit: Visit, in site: Site) -> Response
  /// Whether every visitor who asks the same may be given the same, until something changes.
  func isForEveryone(on visit: Visit) -> Bool
}

extension Answer {
  func isForEveryone(on visit: Visit) -> Bool { false }
}

/// A page for people, or the same as JSON for programs.
struct Shown<Content: Page>: Answer {
  let page: Content
  let status: Int
  let tag: ETag?

  /// - Parameter tag: the revision that an edit of this would be based on; nil where there is none.
  init(_ page: Content, status: Int = 200, tag: ETag? = nil) {
    (self.page, self.status, self.tag) = (page, status, tag)
  }

  func response(for visit: Visit, in site: Site) -> Response {
    var response: Response
    if visit.wantsJSON {
      var json = JSON()
      page.write(&json, for: visit.reader)
      response = Response(status, "application/json; charset=utf-8", json.bytes)
    } else {
      response = Response(status, "text/html; charset=utf-8", site.frame.html(of: page, for: visit.reader).bytes)
    }
    let isKept = visit.viewer == .visitor && !isGathering
    response.headers.append(.init("Cache-Control", isKept ? "no-cache" : "private, no-store"))
    if isGathering { response = response.retry(after: 60) }
    response.headers.append(.init("Vary", "Accept, \(Site.varying)"))
    if let tag { response.headers.append(.init("ETag", tag.description)) }
    return response
  }

  /// Whether it says no more than that it cannot be told yet.
  private var isGathering: Bool { (page as? any Gathered)?.isGathering ?? false }

  func isForEveryone(on visit: Visit) -> Bool {
    status == 200 && !isGathering && !visit.wantsJSON && visit.viewer == .visitor && visit.request.verb == .get
  }
}

extension Site {
  /// On what of a request the language of an answer depends.
  static let varying = "Accept-Language, Cookie"
}

/// After a change: browsers go to a page (303); programs get the record (200 or 201).
struct Changed<Content: Page>: Answer {
  let address: String
  let page: Content
  let isNew: Bool
  let tag: ETag?
  let notice: Notice

  init(_ address: String, _ page: Content, isNew: Bool = false, tag: ETag? = nil, _ notice: Notice) {
    (self.address, self.page, self.isNew, self.tag, self.notice) = (address, page, isNew, tag, notice)
  }

  func response(for visit: Visit, in site: Site) -> Response {
    guard visit.wantsJSON else {
      return .seeOther(address + (address.contains("?") ? "&" : "?") + "done=" + notice.rawValue)
    }
    var response = Shown(page, status: isNew ? 201 : 200, tag: tag).response(for: visit, in: site)
    if isNew { response.headers.append(.init("Location", address)) }
    return response
  }
}

/// Any answer that is neither a page nor a change: a file, an event stream, a redirection.
extension Response: Answer {
  func response(for visit: Visit, in site: Site) -> Response { self }
}
