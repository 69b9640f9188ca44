import Cooperation
import HTTP
import Languages
import Pages
import Secrets
import Synchronization

/// Public pages as they were last written, plain and compressed, by address and language; only for visitors, and only
/// until something changes.
final class KeptPages: Sendable {
  private let pages = Mutex<[Key: Kept]>([:])
  private let version = Atomic<UInt64>(1)

  fileprivate struct Key: Hashable {
    let path: String
    let query: String
    /// The language that was chosen, else what the browser says of those that it would take.
    let language: String
  }

  fileprivate struct Kept: Sendable {
    let version: UInt64
    let until: Instant
    let headers: [Response.Header]
    let body: Response.Cached
    let tag: String
  }

  /// How many pages are kept at most, and for how long while nothing changes.
  private static let most = 2000, seconds = 60

  /// Forgets everything: something was written, here or by another process.
  func forget() { version.add(1, ordering: .relaxed) }

  /// A number that rises whenever something was written, here or, a second later, by another process.
  var writes: UInt64 { version.load(ordering: .relaxed) }

  /// A kept answer to a visitor's request, or nil where it must be written.
  func answer(to request: Request, in site: Site) -> Response? {
    guard site.settings.keepsPages, request.verb == .get || request.verb == .head, let key = Key(request) else {
      return nil
    }
    let now = site.clock()
    guard let kept = pages.withLock({ $0[key] }), kept.version == version.load(ordering: .relaxed), now < kept.until
    else { return nil }
    return kept.response(to: request)
  }

  /// Keeps `response`, complete as it is, for the next visitor who asks the same, and gives it a mark of its content.
  ///
  /// - Parameter writes: their number before the response was begun: whatever was written since may not be in it.
  func keeping(_ response: Response, for visit: Visit, asOf writes: UInt64, in site: Site) -> Response {
    guard site.settings.keepsPages, case .bytes(let plain) = response.body, let key = Key(visit.request) else {
      return response
    }
    let tag = SHA256.hex(of: plain)
    let kept = Kept(
      version: writes, until: visit.now.adding(seconds: Self.seconds),
      headers: response.headers + [.init("ETag", "\"\(tag)\"")],
      body: .init(plain: plain, gzipped: Gzip.compress(plain)), tag: tag)
    pages.withLock { pages in
      if pages.count >= Self.most { pages.removeAll(keepingCapacity: true) }
      pages[key] = kept
    }
    return kept.response(to: visit.request)
  }
}

extension KeptPages.Kept {
  fileprivate func response(to request: Request) -> Response {
    if request.has(ETag(tag)) { return Response(304, headers: headers.filter { $0.name != "Content-Type" }) }
    return Response(200, headers: headers, body: .cached(body))
  }
}

extension KeptPages.Key {
  /// Nil where the answer is not for everyone who asks the same: a program, someone with a cookie other than that of
  /// the language, someone who has just done something.
  fileprivate init?(_ request: Request) {
    guard !request.wantsJSON, !request.headers.contains("authorization"), request.query["done"] == nil else {
      return nil
    }
    let chosen = request.cookie(Site.languageCookie)
    if let cookies = request.headers["cookie"], cookies != "\(Site.languageCookie)=\(chosen ?? "")" { return nil }
    (path, query) = (request.path, request.query.encoded)
    // Whoever chose a language that there is gets it; of all others the browser decides, and whatever else the address
    // or the cookie says of it is nothing to the page.
    let asked = [request.query["lang"], chosen].lazy.compactMap { $0.flatMap { Language($0) } }.first(
      where: Words.speak)
    language = asked?.primary.tag ?? request.headers["accept-language"] ?? ""
  }
}
