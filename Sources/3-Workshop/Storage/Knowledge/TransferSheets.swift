package import Cooperation
package import SQL

extension Session { package var transferSheets: TransferSheets { TransferSheets(session: self) } }

/// What people said of whether practices would stand in their cities.
package struct TransferSheets {
  let session: any Session

  /// What was said, condition by condition, and when it was said.
  package struct Kept: Sendable, Equatable {
    package let corrections: [TransferSheet.Condition: TransferSheet.Correction]
    /// Nil where nobody has said anything.
    package let at: Instant?

    package static let nothing = Kept(corrections: [:], at: nil)
  }

  package func find(_ practice: Practice.ID, for organisation: Organisation.ID) throws -> Kept {
    var corrections: [TransferSheet.Condition: TransferSheet.Correction] = [:], at: Instant?
    try session.each(
      """
      SELECT matter, light, there, here, note, at FROM transfer_line
      WHERE practice = \(practice) AND organisation = \(organisation)
      """
    ) { row in
      corrections[try row.word(0)] = TransferSheet.Correction(
        try row.word(1), there: try row.text(2), here: try row.text(3), note: try row.text(4))
      at = try row.instant(5)
    }
    return Kept(corrections: corrections, at: at)
  }

  /// Keeps what people say now in the place of what they said.
  package func keep(
    _ corrections: [TransferSheet.Condition: TransferSheet.Correction], of practice: Practice.ID,
    for organisation: Organisation.ID, at now: Instant
  ) throws {
    try session.run("DELETE FROM transfer_line WHERE practice = \(practice) AND organisation = \(organisation)")
    for (condition, said) in corrections {
      try session.run(
        """
        INSERT INTO transfer_line (practice, organisation, matter, light, there, here, note, at)
        VALUES (\(practice), \(organisation), \(condition.rawValue), \(said.light.rawValue), \(said.there),
          \(said.here), \(said.note), \(now))
        """)
    }
  }
}
