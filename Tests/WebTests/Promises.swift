import Foundation
import HTTP
import Testing
import Web

/// What the description of the API says of every address, to be held against what is answered.
enum Promises {
  /// One operation of the description.
  struct Operation: Sendable {
    let verb: String
    /// The path in parts; those in braces stand for anything.
    let parts: [String]
    /// The names of what the query may say.
    let query: [String]
    let statuses: [Int]
    let mediaTypes: [String]
    /// `List`, `Record`, or empty.
    let schema: String

    var path: String { "/" + parts.joined(separator: "/") }
    /// How many of its parts stand for anything.
    var stars: Int { parts.count { $0.hasPrefix("{") } }

    fileprivate func answers(_ verb: String, _ path: [String]) -> Bool {
      self.verb == verb && parts.count == path.count
        && zip(parts, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") && !$1.isEmpty }
    }
  }

  static let all: [Operation] = (try? read()) ?? []

  /// The operation that a request asks for; one that is written out goes before one in braces.
  static func operation(_ request: Request) -> Operation? {
    let verb = request.verb.rawValue.lowercased()
    let ways = [request.path] + (request.path.hasSuffix(".json") ? [String(request.path.dropLast(5))] : [])
    let paths = ways.map { $0.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init) }
    let found = paths.flatMap { path in all.filter { $0.answers(verb, path) } }
    return found.min { $0.stars < $1.stars }
  }

  /// What a program was answered that it could not expect; nil where it was as described.
  static func broken(by response: Response, to request: Request) -> String? {
    guard request.wantsJSON, (200..<300).contains(response.status), let told = operation(request) else { return nil }
    let what = "\(told.verb) \(told.path)"
    if !told.statuses.contains(response.status) { return "\(what) gave \(response.status), not \(told.statuses)" }
    let type = response[header: "Content-Type"].map { String($0.prefix { $0 != ";" }) }
    if let type, !told.mediaTypes.contains(type) { return "\(what) gave \(type), not \(told.mediaTypes)" }
    return nil
  }

  private static func read() throws -> [Operation] {
    // Not through the test's own site, whose answers are held against this.
    let answer = try TestSite().site.respond(to: Request(.get, "/api/openapi.json"))
    let value = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
    let paths = value?["paths"] as? [String: [String: [String: Any]]] ?? [:]
    return paths.flatMap { path, verbs in
      verbs.map { verb, told in
        let parameters = told["parameters"] as? [[String: Any]] ?? []
        let responses = (told["responses"] as? [String: [String: Any]] ?? [:]).filter { $0.key.hasPrefix("2") }
        let contents = responses.values.compactMap { $0["content"] as? [String: [String: Any]] }
        let schemas = contents.flatMap(\.values).compactMap { ($0["schema"] as? [String: Any])?["$ref"] as? String }
        return Operation(
          verb: verb, parts: path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init),
          query: parameters.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String },
          statuses: responses.keys.compactMap { Int($0) }.sorted(),
          mediaTypes: Array(Set(contents.flatMap(\.keys))),
          schema: schemas.first.flatMap { $0.split(separator: "/").last.map(String.init) } ?? "")
      }
    }
  }
}
