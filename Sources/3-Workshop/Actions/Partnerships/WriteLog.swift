package import Cooperation
import SQL
import Storage

/// A party writes down what has happened.
package struct WriteLog: Sendable {
  let entry: LogEntry

  /// - Parameter entry: with an identifier of its own, so that the same form sent twice writes it once.
  package init(_ entry: LogEntry) { self.entry = entry }

  /// - Throws: `Denial`; `Missing`; `Partnership.Refusal.notAParty`; `NotYet`; `Occupied`; `Stale` where it was written
  ///   before and says something else.
  package func run(on occasion: Occasion) throws {
    let found = try occasion.known { session in
      (try session.partnerships.require(entry.partnership), try session.log.find(entry.id, for: .commandLine))
    }
    guard let (partnership, known) = found else { throw Missing(entry.partnership) }
    _ = try occasion.viewer.party(entry.organisation, among: partnership.parties.all.map(\.organisation))
    if let known {
      guard known.partnership == entry.partnership else { throw Occupied(entry.id) }
      guard known == entry else { throw Stale(entry.id) }
      return
    }
    try occasion.change { change in
      try NotYet.check(entry.day, at: change.now)
      try change.session.log.insert(entry, at: change.now)
      let text = entry.text.versions[entry.text.original] ?? ""
      try change.record(
        "write-log", entry.partnership.text, for: entry.organisation, detail: "\(entry.day): \(text.prefix(100))")
    }
  }
}

/// A party enters money, or what is worth money, that went or should go into a partnership.
package struct AddContribution: Sendable {
  let contribution: Contribution
  let party: Organisation.ID?

  /// - Parameters:
  ///   - contribution: with an identifier of its own, so that the same form sent twice adds it once.
  ///   - party: who enters it; nil for whichever party the viewer acts for.
  package init(_ contribution: Contribution, by party: Organisation.ID? = nil) {
    (self.contribution, self.party) = (contribution, party)
  }

  /// - Throws: `Denial`; `Missing`; `Partnership.Refusal.notAParty`, also where the giver is none; `Refused`;
  ///   `Occupied`; `Stale` where it was added before and says something else.
  package func run(on occasion: Occasion) throws {
    let id = contribution.partnership
    let found = try occasion.known { session in
      (try session.partnerships.require(id), try session.contributions.find(contribution.id))
    }
    guard let (partnership, known) = found else { throw Missing(id) }
    let party = try occasion.viewer.party(party, among: partnership.parties.all.map(\.organisation))
    if let giver = contribution.organisation, !partnership.parties.contains(giver) {
      throw Partnership.Refusal.notAParty
    }
    if let until = contribution.until, until < contribution.day { throw Refused.endsBeforeItBegins }
    if let known {
      guard known.partnership == id else { throw Occupied(contribution.id) }
      guard known == contribution else { throw Stale(contribution.id) }
      return
    }
    try occasion.change { change in
      try change.session.contributions.insert(contribution)
      let money = contribution.money
      try change.record(
        "add-contribution", id.text, for: party,
        detail: "\(contribution.kind.rawValue) \(money.minorUnits) \(money.currency)")
    }
  }

  package enum Refused: Refusal {
    case endsBeforeItBegins

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      Phrase("refusal.contribution-ends-before", "The time it is for would end before it begins.")
    }
  }
}
