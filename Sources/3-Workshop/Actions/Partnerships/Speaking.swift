package import Cooperation
import SQL
import Storage

extension Change {
  /// Keeps a party's word on a partnership.
  ///
  /// - Throws: `Claim.Refusal`; `Denial.signIn`.
  func say(
    _ stance: Claim.Stance, of party: Organisation.ID, because reason: String = "", on partnership: Partnership.ID
  ) throws {
    let claim = try session.partnerships.claim(of: partnership)
    let person = try viewer.person().person
    // One word is later than the other, however quickly they follow: who is asked depends on it.
    let latest = claim.voices.map(\.at).max().map { Instant(microseconds: $0.microseconds + 1000) }
    let moment = latest.map { max($0, now) } ?? now
    let voice = try claim.hearing(stance, of: party, because: reason, by: person, at: moment)
    try session.partnerships.hear(voice, on: partnership)
  }
}

extension Partnership {
  var ownTitle: String { title.versions[title.original] ?? "" }
}

/// A day that has not come is told as if it were past.
package struct NotYet: Refusal, Equatable {
  let day: Day

  /// - Throws: itself where `day` is later than today anywhere on earth.
  static func check(_ day: Day, at now: Instant) throws(NotYet) {
    if day > now.day.adding(days: 1) { throw NotYet(day: day) }
  }

  package var kind: RefusalKind { .invalid }
  package var words: Phrase {
    Phrase("refusal.not-yet", "{day} has not come yet. Write down what has happened.", ["day": "\(day)"])
  }
}
