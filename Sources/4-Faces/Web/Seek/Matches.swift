import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  static let matching: [Entry] = [
    Entry(Address.matches, Site.showMatches, .page(asking: Match.Weights.names + ["top"])),
    Entry(Address.matching, Site.showMatching, .page(asking: ["q", "for", "in"] + Match.Weights.names + ["top"])),
  ]

  func showMatches(_ visit: Visit, _ id: Need.ID) throws -> any Answer {
    let need = try database.read { session in try session.needs.require(id, for: visit.viewer) }
    return try answer(.need(need.work), .need(need), visit)
  }

  /// Matches for a question in someone's own words, on behalf of one of their organisations.
  func showMatching(_ visit: Visit) throws -> any Answer {
    let text = String((cleaned(visit.query["q"] ?? "", limit: .max) ?? "").prefix(1000))
    let asker = try visit.query.filter("for") { Organisation.ID($0) }
    let language = try visit.query.filter("in") { Language($0) } ?? visit.reader.words.language
    let own = visit.viewer.organisations(as: .reader).first
    return try answer(.words(text), .words(text, in: language, by: asker ?? own), visit)
  }

  private func answer(
    _ asked: MatchesPage.Asked, _ subject: MatchAsking.Subject, _ visit: Visit
  ) throws -> any Answer {
    let top = visit.query["top"].flatMap { Int($0) } ?? 20
    var problem: Phrase?
    var weights = Match.Weights.standard
    do {
      weights = try visit.query.weights()
    } catch {
      guard !visit.wantsJSON else { throw error }
      problem = error.words
    }
    let page = try page(asked, MatchAsking(subject, by: weights, top: top), visit, problem: problem)
    return Shown(page, status: problem == nil ? 200 : 422)
  }

  private func page(
    _ asked: MatchesPage.Asked, _ asking: MatchAsking, _ visit: Visit, problem: Phrase?
  ) throws -> MatchesPage {
    let lines = try database.read { session in
      try asking.lines(
        matches, session, for: visit.viewer, in: visit.reader.words.language, on: visit.now.day)
    }
    return MatchesPage(asked, lines, weights: asking.weights, problem: problem)
  }
}

extension Match.Weights {
  /// How an address asks for them: all together, or part by part.
  static let names = ["weights"] + Match.Part.allCases.map(\.rawValue)
}

extension Fields {
  /// The weights that an address asks for: `weights=30-20-15-10-10-5-5-5`, or part by part.
  fileprivate func weights() throws(Match.Weights.Refusal) -> Match.Weights {
    if let text = self["weights"], !text.isEmpty { return try Match.Weights(text) }
    let parts = Match.Part.allCases.map { self[$0.rawValue] }
    guard parts.contains(where: { $0 != nil }) else { return .standard }
    let standard = Match.Part.allCases.map { String(Match.Weights.standard[$0]) }
    return try Match.Weights(zip(parts, standard).map { $0 ?? $1 }.joined(separator: "-"))
  }
}
