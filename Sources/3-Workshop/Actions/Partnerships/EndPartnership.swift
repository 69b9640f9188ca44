package import Cooperation
import SQL
import Storage

/// A party ends a partnership, or declines what another proposed. The record stays.
package struct EndPartnership: Sendable {
  let id: Partnership.ID
  let party: Organisation.ID?
  let day: Day
  let why: Partnership.Ending
  let word: Word?

  /// What is to be remembered of the end, as a line in the log.
  package struct Word: Sendable, Equatable {
    package let text: Texts
    package let isPublic: Bool
    package init(_ text: Texts, isPublic: Bool) { (self.text, self.isPublic) = (text, isPublic) }
  }

  /// - Parameters:
  ///   - party: who ends it; nil for whichever party the viewer acts for.
  ///   - word: nil for nothing.
  package init(
    _ id: Partnership.ID, by party: Organisation.ID? = nil, on day: Day, why: Partnership.Ending,
    saying word: Word? = nil
  ) {
    (self.id, self.party, self.day, self.why, self.word) = (id, party, day, why, word)
  }

  /// Ending it twice in the same way is ending it once.
  ///
  /// - Throws: `Denial`; `Missing`; `NotYet`; `Partnership.Refusal`.
  package func run(on occasion: Occasion) throws {
    guard let known = try occasion.known({ session in try session.partnerships.find(id) }) else { throw Missing(id) }
    let party = try occasion.viewer.party(party, among: known.parties.speaking)
    if case .ended(day, why) = known.stage { return }
    try occasion.change { change in
      try NotYet.check(day, at: change.now)
      let ended = try change.session.partnerships.require(id).ended(by: party, on: day, why: why)
      try change.session.partnerships.update(ended, at: change.now)
      if let word {
        let entry = LogEntry(
          id: change.identifier(), partnership: id, kind: .decision, day: day, text: word.text, organisation: party,
          isPublic: word.isPublic)
        try change.session.log.insert(entry, at: change.now)
      }
      try change.record("end-partnership", id.text, for: party, detail: "\(why): \(ended.ownTitle)")
    }
  }
}
