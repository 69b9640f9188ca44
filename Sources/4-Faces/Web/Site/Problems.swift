import Cooperation
import HTTP
import Languages
import Markup
import Pages
import SQL
import Search

/// Something that went wrong here, in the words of whatever failed, for the log.
package struct Failed: Sendable {
  package let words: String
  /// The number of the request, which its visitor was told to quote; nil for work beside the requests.
  package let request: UInt64?

  init(_ error: any Error, request: UInt64?) { (words, self.request) = ("\(error)", request) }
}

extension Site {
  /// Writes an error that is nobody's refusal into the log, under the number that its visitor can quote.
  func note(_ error: any Error, _ request: Request) {
    if error is any Refusal { return }
    if let problem = error as? Problem, problem.status < 500 { return }
    if error is SearchError { follower.lookAgain() }
    failed(Failed(error, request: request.number))
  }
}

/// The one place where an error becomes a status and words.
struct ProblemAnswer: Answer {
  private let problem: Problem
  private let number: UInt64

  init(_ error: any Error, number: UInt64, words: Words) {
    self.number = number
    problem = Problem(error, in: words).cleaned
  }

  func response(for visit: Visit, in site: Site) -> Response {
    var headers: [Response.Header] = []
    if problem.status == 401 { headers.append(.init("WWW-Authenticate", "Bearer")) }
    guard !visit.wantsJSON else {
      var response = problem.response
      response.headers += headers
      return response
    }
    let page = ProblemPage(
      slug: problem.slug, title: problem.title, detail: problem.detail,
      fields: problem.fields.map { Filled.Problem($0.name, $0.words) }, status: problem.status, number: number,
      typed: visit.typed)
    var response = Response(
      problem.status, "text/html; charset=utf-8", site.frame.html(of: page, for: visit.reader).bytes)
    response.headers += headers + [.init("Cache-Control", "no-store")]
    return response
  }
}

extension Problem {
  /// - Returns: for the field's refusals their own words; for anything else 500 and a number to quote: the details are
  ///   for the log, never for a visitor.
  init(_ error: any Error, in words: Words) {
    switch error {
    case let problem as Problem: self = problem
    case let refusal as any Refusal:
      self.init(refusal.words.slug, refusal.kind.status, words[refusal.words])
    case let error as DatabaseError where error.reason == .busy || error.reason == .full:
      self.init(
        "busy", 503, words[Phrase("problem.busy", "This cannot be kept right now.")],
        detail: words[Phrase("problem.busy.detail", "Nothing was changed. Try again in a minute.")])
    case let error as DatabaseError where error.reason == .duplicate:
      // Two who add the same at once: whoever came first has added it.
      self.init(
        "added-already", 409, words[Phrase("problem.added-already", "This was added a moment ago.")],
        detail: words[
          Phrase("problem.added-already.detail", "Nothing was added twice. Load the page again to see what is there.")])
    case is SearchError:
      self.init(
        "search-anew", 503, words[Phrase("problem.search-anew", "The search is being made anew.")],
        detail: words[Phrase("problem.search-anew.detail", "Try again in a minute. Lists and pages work meanwhile.")])
    default:
      self.init(
        "internal", 500, words[Phrase("problem.internal", "Something went wrong here.")],
        detail: words[
          Phrase("problem.internal.detail", "It is our fault, not yours. Quote the number when you tell us.")])
    }
  }
}

extension Problem {
  /// The same without marks that would hide or turn around what is read, whatever of the request it quotes.
  fileprivate var cleaned: Problem {
    Problem(
      slug, status, cleanedLines(title), detail: cleanedLines(detail),
      fields: fields.map { FieldProblem($0.name, cleanedLines($0.words)) })
  }
}

extension Phrase {
  /// The phrase's key as the last part of a problem's address: `refusal.own-proposal` as `own-proposal`.
  var slug: String { key.hasPrefix("refusal.") ? String(key.dropFirst(8)) : key }
}

extension RefusalKind {
  var status: Int {
    switch self {
    case .invalid: 422
    case .forbidden: 403
    case .missing: 404
    case .conflict: 409
    case .stale: 412
    }
  }
}
