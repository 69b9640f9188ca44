package import Cooperation
package import SQL

extension Session { package var voices: Voices { Voices(session: self) } }

/// What parties have said of facts, word after word; nothing is changed or deleted while the fact is on record.
package struct Voices {
  let session: any Session

  /// All that was said of each of `subjects`, in the order it was said.
  package func on(_ subjects: [String]) throws -> [String: [Claim.Voice]] {
    var voices: [String: [Claim.Voice]] = [:]
    // An engine binds only so many values in one statement.
    for start in stride(from: 0, to: subjects.count, by: 4096) {
      let statement: Statement = """
        SELECT subject, organisation, stance, reason, person, at, line, figure, counter FROM voice
        WHERE subject IN (\(several: Array(subjects[start..<min(start + 4096, subjects.count)])))
        ORDER BY at, organisation
        """
      try session.each(statement) { row in
        let figure = try row.textIfAny(6).map { line in Figure(line: line, value: try row.text(7)) }
        voices[try row.text(0), default: []].append(
          Claim.Voice(
            organisation: try row.id(1), stance: try row.word(2), reason: try row.text(3), person: try row.id(4),
            at: try row.instant(5), on: figure, counter: try row.valueIfAny(8) { Amount($0) }))
      }
    }
    return voices
  }

  /// Keeps a word; one that is said in the same millisecond as the one before it comes after it.
  func insert(_ voice: Claim.Voice, on subject: String) throws {
    let last: Instant? = try session.first("SELECT MAX(at) FROM voice WHERE subject = \(subject)") { row in
      try row.instantIfAny(0)
    }.flatMap { $0 }
    let at = last.map { max(voice.at, Instant(microseconds: $0.microseconds + 1000)) } ?? voice.at
    try session.run(
      """
      INSERT INTO voice (subject, organisation, stance, reason, person, at, line, figure, counter)
      VALUES (\(subject), \(voice.organisation), \(voice.stance.rawValue), \(voice.reason), \(voice.person),
        \(at), \(voice.figure?.line), \(voice.figure?.value), \(voice.counter?.description))
      """)
  }
}
