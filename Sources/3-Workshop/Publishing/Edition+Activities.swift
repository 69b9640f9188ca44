import Addresses
import Cooperation
import HTTP
import OpenData
import SQL
import Storage

extension Edition {
  /// The partnerships that a party stands behind, as it reports them; what nobody stands behind, or of which nobody
  /// knows when it began, is not reported.
  var activities: Publication {
    Publication(.activities, .activities { each in try reports { report, _ in try each(report) } }, at: now)
  }

  /// What a ministry is told: the money of each activity by year, recipient, purpose and currency.
  var nationalReturn: Publication {
    rows(.nationalReturn) { each in
      try reports { report, reporter in
        for year in Set(report.transactions.map(\.day.year)).sorted() {
          for row in ReturnRow.rows(of: report, in: year, country: reporter.country?.text ?? "") { try each(row.row) }
        }
      }
    }
  }

  private func reports(_ each: (ActivityReport, Organisation) throws -> Void) throws {
    try session.partnerships.pieces { piece in
      let claims = try session.partnerships.claims(of: piece)
      let told = piece.filter { claims[$0.id]?.isStoodBehind == true }
      for record in try records(of: told, claims) {
        guard let id = record.reporter, let reporter = record.organisations[id] else { continue }
        do {
          try each(try ActivityReport(of: record, by: id, at: now), reporter)
        } catch is ActivityReport.Refusal {
          // Nobody knows when it began; the standard has no place for that.
          continue
        }
      }
    }
  }

  /// All that is public about some partnerships.
  private func records(
    of partnerships: [Partnership], _ claims: [Partnership.ID: Claim]
  ) throws -> [PartnershipRecord] {
    guard !partnerships.isEmpty else { return [] }
    let ids = partnerships.map(\.id), money = try session.contributions.of(ids)
    let organisations = try parties(of: partnerships, and: money.values.joined().compactMap(\.organisation))
    let places = try places(of: Array(organisations.values)), outcomes = try session.outcomes.of(ids)
    let said = try session.outcomes.claims(of: partnerships, on: outcomes),
      firstDays = try session.log.firstPublicDays(of: ids)
    let changes = try session.partnerships.changes(of: ids), parents = try parents(of: partnerships)
    return partnerships.compactMap { partnership in
      guard let claim = claims[partnership.id] else { return nil }
      var record = PartnershipRecord(
        partnership, claim: claim, organisations: organisations, changed: changes[partnership.id] ?? now)
      record.places = places
      record.contributions = money[partnership.id] ?? []
      record.firstSign = firstDays[partnership.id]
      record.page = base + Address.partnership(partnership.id)
      record.parent = partnership.parent.flatMap { parents[$0] } ?? ""
      if let said = said[partnership.id] { record.take(outcomes[partnership.id] ?? [], said) }
      return record
    }
  }

  /// The identifiers under which the programmes that partnerships are part of are reported, where they are.
  private func parents(of partnerships: [Partnership]) throws -> [Partnership.ID: String] {
    let parents = try session.partnerships.find(partnerships.compactMap(\.parent).unique)
    guard !parents.isEmpty else { return [:] }
    let claims = try session.partnerships.claims(of: parents), organisations = try parties(of: parents)
    var identifiers: [Partnership.ID: String] = [:]
    for parent in parents {
      guard let claim = claims[parent.id] else { continue }
      let record = PartnershipRecord(parent, claim: claim, organisations: organisations, changed: now)
      guard let reporter = record.reporter.flatMap({ organisations[$0] }) else { continue }
      identifiers[parent.id] = IATIIdentifier.of(parent.id, by: reporter)
    }
    return identifiers
  }
}

extension PartnershipRecord {
  /// Takes what came of it, with how each result and each figure stands.
  fileprivate mutating func take(_ outcomes: [Outcome], _ claims: Outcomes.Claims) {
    self.outcomes = outcomes.map { Told($0, claims[$0.id].state) }
    let periods = outcomes.flatMap(\.indicators).flatMap(\.periods).map(\.id)
    disputed = Set(periods.filter { claims[$0].state == .disputed })
  }
}

extension Claim {
  /// Whether at least one party says that it is so.
  fileprivate var isStoodBehind: Bool { voices.contains { $0.stance != .disputes } }
}
