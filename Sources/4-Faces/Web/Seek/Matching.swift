import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  static let matching: [Entry] = [Entry(Address.matches, Site.showMatches)]

  /// Who has solved this, with a sentence for each part of the score; the weights stand in the address.
  func showMatches(_ visit: Visit, _ id: Need.ID) throws -> any Answer {
    let weights = try visit.query["weights"].map { try Match.Weights($0) } ?? .standard
    let count = visit.query["top"].flatMap { Int($0) }.map { min(max($0, 1), 100) } ?? 20
    return Shown(
      try database.read { session in
        let need = try session.needs.require(id, for: visit.viewer)
        let lines = try matchLines(for: need, by: weights, top: count, visit, in: session)
        return MatchesPage(need: id, title: visit.reader.words.reading(need.title), lines: lines, weights: weights)
      })
  }

  /// The best matches with the names of who and what they lead to, in a fixed number of queries.
  func matchLines(
    for need: Need, by weights: Match.Weights = .standard, top count: Int, _ visit: Visit, in session: any Session
  ) throws -> [MatchLine] {
    let matches = try matches.matches(for: need, by: weights, top: count, in: session, on: visit.reader.today)
    let found = try session.practices.briefs(
      matches.map(\.practice), for: visit.viewer, in: visit.reader.words.language)
    let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return matches.compactMap { match in
      byID[match.practice].map { MatchLine(match, $0.organisation, practice: $0.title, weights: weights) }
    }
  }
}
