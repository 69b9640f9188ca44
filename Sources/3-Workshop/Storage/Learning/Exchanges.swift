package import Cooperation
import Methods
package import SQL

extension Session { package var exchanges: Exchanges { Exchanges(session: self) } }

/// The runs of methods. Each is kept as its opening and its journal, and told again from them.
package struct Exchanges {
  let session: any Session

  /// Nil where there is none, or it is none of `viewer`'s business on `day`.
  package func find(_ id: Exchange.ID, for viewer: Viewer, on day: Day) throws -> (Room, Room.Standing)? {
    guard let room = try room(id) else { return nil }
    let mandates = try viewer.account.map { try session.mandates.of($0.person) } ?? []
    return room.standing(of: viewer, holding: mandates, on: day).map { (room, $0) }
  }

  /// - Throws: `Missing`, also where it is none of `viewer`'s business.
  package func require(_ id: Exchange.ID, for viewer: Viewer, on day: Day) throws -> (Room, Room.Standing) {
    guard let found = try find(id, for: viewer, on: day) else { throw Missing(id) }
    return found
  }

  /// The room that `invitation` opens; whoever has the link may look in and join.
  ///
  /// - Throws: `Missing` for any other link.
  package func require(_ id: Exchange.ID, invitation: String) throws -> Room {
    guard !invitation.isEmpty, let room = try room(id), room.invitation == invitation else { throw Missing(id) }
    return room
  }

  /// How many steps its journal has; nil where there is no such exchange.
  package func steps(of id: Exchange.ID) throws -> Int? {
    try session.first("SELECT steps FROM exchange WHERE id = \(id)") { row in try row.int(0) }
  }

  private func room(_ id: Exchange.ID) throws -> Room? {
    let parties: [Organisation.ID] = try session.rows(
      "SELECT organisation FROM exchange_party WHERE exchange = \(id) ORDER BY place"
    ) { row in try row.id(0) }
    guard
      let (opening, isPublic, invitation) = try session.first(
        """
        SELECT id, method, version, title, language, host, partnership, clock, convenor, created_at, public, invitation
        FROM exchange WHERE id = \(id)
        """,
        { row in (try Exchange.Opening(row, parties: parties), try row.flag(10), try row.text(11)) })
    else { return nil }
    guard let method = Methods.Library.method(opening.method, version: opening.version) else {
      throw DatabaseError("\(id) runs by \(opening.method) \(opening.version), which this program does not have")
    }
    return try Room(opening, under: method, journal: journal(of: id), isPublic: isPublic, invitation: invitation)
  }

  private func journal(of id: Exchange.ID) throws -> [Exchange.Entry] {
    try session.rows("SELECT number, at, person, token, content FROM step WHERE exchange = \(id) ORDER BY number") {
      row in
      Exchange.Entry(
        number: try row.int(0), at: try row.instant(1), by: try row.id(2),
        step: try Exchange.Step(reading: try row.text(4)), token: try row.valueIfAny(3) { Slug($0) })
    }
  }
}

extension Exchanges {
  /// Keeps an exchange that begins, with the steps it has taken so far.
  package func insert(_ room: Room) throws {
    let (exchange, opening) = (room.exchange, room.exchange.opening)
    try session.run(
      """
      INSERT INTO exchange (id, method, version, title, language, host, partnership, clock, convenor, public,
        created_at, stage, stage_at, phase, steps, invitation)
      VALUES (\(opening.id), \(opening.method), \(opening.version), \(opening.title), \(opening.language),
        \(opening.host), \(opening.partnership), \(opening.clock.rawValue), \(opening.convenor),
        \(room.isPublic ? 1 : 0), \(opening.at), \(exchange.stage.progressed.rawValue), \(exchange.stage.ended),
        \(exchange.visit.phase), 0, \(room.invitation))
      """)
    for (place, party) in opening.parties.enumerated() {
      try session.run(
        """
        INSERT INTO exchange_party (exchange, organisation, place) VALUES (\(opening.id), \(party), \(place))
        """)
    }
    try append(room, from: 0)
  }

  /// Keeps what need an exchange is about.
  package func tie(_ id: Exchange.ID, to need: Need.ID) throws {
    try session.run("UPDATE exchange SET need = \(need) WHERE id = \(id)")
    try session.note(need)
  }

  /// The need that an exchange is about; nil for one that is about none.
  package func need(of id: Exchange.ID) throws -> Need.ID? {
    try session.first("SELECT need FROM exchange WHERE id = \(id)") { row in try row.idIfAny(0) }.flatMap { $0 }
  }

  /// Keeps the steps that `room` has taken after the first `count`.
  package func append(_ room: Room, from count: Int) throws {
    let exchange = room.exchange
    for entry in room.journal.dropFirst(count) {
      try session.run(
        """
        INSERT INTO step (exchange, number, at, person, token, content)
        VALUES (\(room.id), \(entry.number), \(entry.at), \(entry.by), \(entry.token), \(entry.step.text))
        """)
      if case .join(let participant) = entry.step {
        try session.run(
          "INSERT INTO exchange_participant (exchange, person) VALUES (\(room.id), \(participant.person))")
      }
    }
    try session.run(
      """
      UPDATE exchange SET stage = \(exchange.stage.progressed.rawValue), stage_at = \(exchange.stage.ended),
        phase = \(exchange.visit.phase), steps = \(exchange.count)
      WHERE id = \(room.id)
      """)
    if room.isOpen { try session.note(room.id) }
  }
}

extension Exchange.Opening {
  /// - Parameter row: id, method, version, title, language, host, partnership, clock, convenor, created_at.
  fileprivate init(_ row: borrowing Row, parties: [Organisation.ID]) throws {
    self.init(
      id: try row.id(0), method: try row.value(1) { Method.ID($0) }, version: try row.int(2), title: try row.text(3),
      host: try row.id(5), partnership: try row.idIfAny(6), parties: parties, clock: try row.word(7),
      language: try row.language(4), convenor: try row.id(8), at: try row.instant(9))
  }
}
