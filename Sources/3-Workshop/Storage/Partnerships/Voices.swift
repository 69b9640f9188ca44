package import Cooperation
package import SQL

extension Session { package var voices: Voices { Voices(session: self) } }

/// What parties have said of facts, word after word; nothing is changed or deleted while the fact is on record.
package struct Voices {
  let session: any Session

  /// All that was said of each of `subjects`, in the order it was said.
  package func on(_ subjects: [String]) throws -> [String: [Claim.Voice]] {
    guard !subjects.isEmpty else { return [:] }
    var voices: [String: [Claim.Voice]] = [:]
    let statement: Statement = """
      SELECT subject, organisation, stance, reason, person, at FROM voice
      WHERE subject IN (\(several: subjects)) ORDER BY at, organisation
      """
    try session.each(statement) { row in
      voices[try row.text(0), default: []].append(
        Claim.Voice(
          organisation: try row.id(1), stance: try row.word(2), reason: try row.text(3), person: try row.id(4),
          at: try row.instant(5)))
    }
    return voices
  }

  func insert(_ voice: Claim.Voice, on subject: String) throws {
    try session.run(
      """
      INSERT INTO voice (subject, organisation, stance, reason, person, at)
      VALUES (\(subject), \(voice.organisation), \(voice.stance.rawValue), \(voice.reason), \(voice.person),
        \(voice.at))
      """)
  }
}
