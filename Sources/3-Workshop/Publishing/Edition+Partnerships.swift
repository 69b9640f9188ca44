import Addresses
import Cooperation
import HTTP
package import OpenData
import SQL
package import Storage

extension Edition {
  /// The partnerships that `filter` leaves, whatever is said of them; each says how its claim stands.
  package func partnerships(_ filter: Partnerships.Filter = .init()) -> Publication {
    rows(.partnerships) { each in
      try session.partnerships.pieces(filter) { piece in
        let ids = piece.map(\.id), claims = try session.partnerships.claims(of: piece)
        let organisations = try parties(of: piece), places = try places(of: Array(organisations.values))
        let latest = try session.partnerships.latestDays(of: ids)
        let credits = try credits(ids, session.partnerships.changes(of: ids)) { Address.partnership($0) }
        for partnership in piece {
          guard let claim = claims[partnership.id] else { continue }
          try each(
            PartnershipRow(
              partnership, claim: claim.state, organisations: organisations, places: places,
              lastSign: latest[partnership.id], credit: credits[partnership.id]
            ).row)
        }
      }
    }
  }

  /// What came of partnerships, also what one side claims and the other disputes; each row says how it stands.
  var results: Publication {
    rows(.results) { each in
      try session.partnerships.pieces { piece in
        let ids = piece.map(\.id), outcomes = try session.outcomes.of(ids)
        guard !outcomes.isEmpty else { return }
        let claims = try session.outcomes.claims(of: piece, on: outcomes)
        let credits = try credits(ids, session.partnerships.changes(of: ids)) { Address.partnership($0) }
        for partnership in piece {
          guard let claims = claims[partnership.id] else { continue }
          for outcome in outcomes[partnership.id] ?? [] {
            let periods = outcome.indicators.flatMap(\.periods).map { ($0.id, claims[$0.id].state) }
            let rows = ResultRow.rows(
              of: outcome, claim: claims[outcome.id].state, figures: Dictionary(uniqueKeysWithValues: periods),
              in: partnership.title, credit: credits[partnership.id])
            for row in rows { try each(row.row) }
          }
        }
      }
    }
  }

  /// The organisations that some partnerships join.
  func parties(
    of partnerships: [Partnership], and others: [Organisation.ID] = []
  ) throws -> [Organisation.ID: Organisation] {
    let ids = partnerships.flatMap { $0.parties.all.map(\.organisation) } + others
    let found = try session.organisations.find(ids.unique)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
  }
}
