package import HTTP
import SQL
import Storage

extension Site {
  /// Every address, as `VERB /pattern`, in the table's order.
  package static var addresses: [String] { table.map { "\($0.verb.rawValue) \($0.pattern)" } }

  /// Whether a request may bring a large body: a file to import.
  package static func isLarge(_ request: Request) -> Bool { request.verb == .post && request.path == "/imports" }

  /// A path as a log may hold it: without the secret of an invitation.
  package static func withoutSecrets(_ path: String) -> String {
    guard path.hasPrefix("/exchanges/") else { return path }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let place = parts.firstIndex(of: "join"), place + 1 < parts.count else { return path }
    return (parts[...place] + ["…"]).joined(separator: "/")
  }

  /// Whether a request brings a form without files, as a browser sends it.
  static func isForm(_ request: Request) -> Bool {
    (request.headers["content-type"] ?? "").lowercased().hasPrefix("application/x-www-form-urlencoded")
  }

  /// Whether a request brings JSON that is more than named fields, and its own handler reads: a step of an exchange.
  static func isNested(_ request: Request) -> Bool {
    request.verb == .post && request.path.hasPrefix("/exchanges/") && request.path.hasSuffix("/steps")
      && (request.headers["content-type"] ?? "").lowercased().hasPrefix("application/json")
  }

  /// Begins what goes on beside the answers: following what other processes write, and keeping the indexes up to date.
  package func begin() { follower.begin() }

  /// Ends it, and waits until it has ended.
  package func end() { follower.end() }
}
