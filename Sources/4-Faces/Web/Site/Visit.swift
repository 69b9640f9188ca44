import Actions
import Cooperation
package import HTTP
import Languages
package import Pages
import SQL
import Secrets
import Storage

/// One request, with who makes it and in which language they read.
package struct Visit: Sendable {
  package let request: Request
  /// What the address asked for by its ending: `json`, `csv`; nil for a page.
  let format: String?
  package let reader: Reader
  /// What a form or a JSON body said; empty for a visit without one.
  let fields: Fields
  /// The fields and files of a form with files; none for any other.
  let parts: [Part]
  /// The hash under which the browser's session is kept; nil for visitors and programs.
  let session: String?

  var viewer: Viewer { reader.viewer }
  var now: Instant { reader.now }
  var query: Fields { request.query }
  var wantsJSON: Bool { format == "json" || (format == nil && request.wantsJSON) }

  /// - Throws: `Problem` where the body cannot be read or the form is not ours.
  init(_ request: Request, format: String?, in site: Site) throws {
    let now = site.clock()
    let known = try site.recognise(request, at: now)
    let changes = request.verb != .get && request.verb != .head
    self.request = request.withoutTricks
    self.format = format
    parts = try Site.isLarge(request) ? Visit.parts(of: request, by: known.viewer) : []
    fields = changes ? try Visit.fields(of: request, parts) : [:]
    session = known.session
    reader = Visit.reader(self.request, known, now)
    if changes { try guardForm(known, in: site) }
  }

  /// The visit of someone whose request could not be read.
  init(asVisitor request: Request, in site: Site) {
    (self.request, format, parts, session) = (request.withoutTricks, nil, [], nil)
    // Our own form, whose session is over: no other site's form brings these cookies.
    let isOurs =
      request.verb == .post && (request.cookie(Site.sessionCookie) ?? request.cookie(Site.visitorCookie)) != nil
    let isRead = isOurs && !Site.isNested(request) && !Site.isLarge(request)
    fields = isRead ? (try? request.fields()) ?? [:] : [:]
    reader = Visit.reader(self.request, Known(), site.clock())
  }

  /// Whether the body is a form, as a browser sends it.
  var isForm: Bool { Site.isForm(request) || !parts.isEmpty }

  /// The parts of a form with a file; taken apart only for those who may send one.
  private static func parts(of request: Request, by viewer: Viewer) throws -> [Part] {
    try viewer.require(.reviewer)
    let type = (request.headers["content-type"] ?? "").lowercased()
    return type.hasPrefix("multipart/form-data") ? try request.parts() : []
  }

  private static func fields(of request: Request, _ parts: [Part]) throws -> Fields {
    if Site.isNested(request) { return [:] }
    guard Site.isLarge(request) else { return try request.fields() }
    let texts = try parts.filter { $0.fileName == nil }.map { Fields.Field($0.name, try $0.text()) }
    guard parts.isEmpty, Site.isForm(request) else { return Fields(texts) }
    return try request.fields()
  }

  private static func reader(_ request: Request, _ known: Known, _ now: Instant) -> Reader {
    Reader(
      words: .speaking(request.wishes(of: known.viewer.account)), viewer: known.viewer, name: known.name,
      formKey: known.formKey, path: request.path, query: request.query.encoded, now: now,
      notice: request.query["done"].flatMap { Notice(rawValue: $0)?.words })
  }

  /// The texts of a form that somebody wrote, and would not like to write again; never a password.
  var typed: [String] {
    guard request.verb == .post, !wantsJSON else { return [] }
    let isOurs = ["form-key", "password", "current", "id", "revision", "token", "stamp", "do", "next"]
    return fields.all.filter { field in !isOurs.contains(field.name) && field.value.contains { $0.isWhitespace } }
      .map { cleanedLines($0.value) }
  }

  /// A browser's session changes things only by our own forms: they bring back the key that the session was given.
  private func guardForm(_ known: Known, in site: Site) throws {
    if known.isProgram { return }
    let given = fields["form-key"] ?? request.headers["x-form-key"] ?? ""
    guard !known.formKey.isEmpty, constantTimeEquals(given, known.formKey) else {
      throw Problem(
        "stale-form", 403, "This form is no longer valid.",
        detail: "Sign in if you were signed out, load the page again and send it once more.")
    }
  }

  /// The occasion of a change made on this visit.
  func occasion(in site: Site) -> Occasion {
    Occasion(in: site.database, viewer: viewer, now: now, seed: Randomness.seed())
  }
}

extension Request {
  /// The languages in which it would be answered, the dearest first: what the address asks for, what someone has chosen
  /// for their account, what they chose in this browser, what the browser says.
  func wishes(of account: Account? = nil) -> [Language] {
    let asked = query["lang"].flatMap { Language($0) }
    let browser = cookie(Site.languageCookie).flatMap { Language($0) }
    return [asked, account?.language, browser].compactMap(\.self) + languages.compactMap { Language($0) }
  }

  /// The same without control characters and marks that turn writing in its path and query: a page that says what was
  /// asked for says what it looks like.
  fileprivate var withoutTricks: Request {
    let isPlain = { (text: String) in text.utf8.allSatisfy { 32...126 ~= $0 } }
    guard !isPlain(path) || !query.all.allSatisfy({ isPlain($0.value) && isPlain($0.name) }) else { return self }
    var clean = self
    clean.path = cleanedLines(path)
    clean.query = Fields(query.all.map { .init(cleanedLines($0.name), cleanedLines($0.value)) })
    return clean
  }
}

/// What is known of whoever sends a request.
struct Known: Sendable {
  var viewer = Viewer.visitor
  var name = ""
  var formKey = ""
  var session: String?
  /// Whether it came with a token of its own rather than a browser's cookie.
  var isProgram = false
}

/// Something just done, told once on the next page: `?done=published`.
enum Notice: String, Sendable, CaseIterable {
  case saved, published, withdrawn, signedIn = "signed-in", signedOut = "signed-out", sent, confirmed, disputed, ended
  case undone, added, taken, opened, signed, decided, readIn = "read-in"
  case verified, unverified
  case accepted, said, alike, asked, agreementSigned = "agreement-signed"

  var words: Phrase {
    switch self {
    case .saved: Phrase("notice.saved", "Saved.")
    case .published: Phrase("notice.published", "Published. Others can find it now.")
    case .withdrawn: Phrase("notice.withdrawn", "Withdrawn. Only your organisation sees it now.")
    case .signedIn: Phrase("notice.signed-in", "You are signed in.")
    case .signedOut: Phrase("notice.signed-out", "You are signed out.")
    case .sent: Phrase("notice.sent", "Sent. The other side sees it at once.")
    case .confirmed: Phrase("notice.confirmed", "Confirmed. Both sides stand behind it now.")
    case .disputed: Phrase("notice.disputed", "Marked as disputed, with your reason.")
    case .ended: Phrase("notice.ended", "Ended. The record stays.")
    case .asked: Phrase("notice.asked", "Your colleagues are asked to look at it.")
    case .alike: Phrase("notice.alike", "Kept as a draft. Look at what is like it, then publish it.")
    case .undone: Phrase("notice.undone", "Undone. The data is as it was before.")
    case .added: Phrase("notice.added", "Added.")
    case .taken: Phrase("notice.taken", "Done. It stands in the record.")
    case .opened: Phrase("notice.opened", "The room is open. Send the link to those who take part.")
    case .decided: Phrase("notice.decided", "Decided. Here is the next one.")
    case .readIn: Phrase("notice.read-in", "Read in. It can be undone as a whole.")
    case .signed: Phrase("notice.signed", "Signed. The text is frozen now.")
    case .verified: Phrase("notice.verified", "Verified. Its page says that you know it.")
    case .unverified: Phrase("notice.unverified", "Taken back. Its page no longer says that you know it.")
    case .accepted: Phrase("notice.accepted", "Accepted. The other side sees it at once.")
    case .said: Phrase("notice.said", "Your word stands here now, beside that of the others.")
    case .agreementSigned: Phrase("notice.agreement-signed", "Entered. The other side is asked to confirm it.")
    }
  }
}
