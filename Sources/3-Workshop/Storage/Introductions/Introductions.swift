package import Cooperation
package import SQL

extension Session { package var introductions: Introductions { Introductions(session: self) } }

/// Who asked whom to talk. Each is for its two sides, the body between them and whoever keeps the instance alone.
package struct Introductions {
  let session: any Session

  /// Nil where there is none, or it is none of `viewer`'s business.
  package func find(_ id: Introduction.ID, for viewer: Viewer) throws -> Introduction? {
    guard let found = try find(id) else { return nil }
    return viewer.isAdministrator || found.request.all.contains { viewer.roles[$0] != nil } ? found : nil
  }

  /// - Throws: `Missing`, also where it is none of `viewer`'s business.
  package func require(_ id: Introduction.ID, for viewer: Viewer) throws -> Introduction {
    guard let found = try find(id, for: viewer) else { throw Missing(id) }
    return found
  }

  /// One that is open, between the same two, about the same and asked by the same; nil where there is none.
  package func open(like request: Introduction.Request) throws -> Introduction.ID? {
    let need: Statement = if let need = request.need { "need = \(need)" } else { "need IS NULL" }
    let practice: Statement =
      if let practice = request.practice { "practice = \(practice)" } else { "practice IS NULL" }
    // What two talk about is none of the business of a body that would bring them together.
    let way: Statement =
      if case .brokered(let body) = request.way { "way = 'brokered' AND broker = \(body)" } else { "way <> 'brokered'" }
    return try session.first(
      """
      SELECT id FROM introduction WHERE asker = \(request.asker) AND asked = \(request.asked)
        AND stage IN ('waiting', 'later') AND \(way) AND \(need) AND \(practice) ORDER BY id
      """
    ) { row in try row.id(0) }
  }

  /// Whoever has it; for actions, which ask who may themselves.
  package func find(_ id: Introduction.ID) throws -> Introduction? {
    let words = try session.rows(
      """
      SELECT says, contact, until_day, reason, organisation, person, at, text FROM introduction_word
      WHERE introduction = \(id) ORDER BY number
      """
    ) { row in try Introduction.Word(row) }
    guard !words.isEmpty else { return nil }
    let themes = try Attributes(of: [id.text], in: session)[id].themes
    return try session.first(
      """
      SELECT asker, asked, way, broker, need, practice, message, language, times, minutes FROM introduction
      WHERE id = \(id)
      """
    ) { row in Introduction(id: id, request: try Introduction.Request(row, themes: themes), words: words) }
  }
}

extension Introductions {
  package func insert(_ introduction: Introduction) throws {
    let (id, request) = (introduction.id, introduction.request)
    try session.run(
      """
      INSERT INTO introduction (id, asker, asked, way, broker, need, practice, message, language, times, minutes,
        asked_day, stage, stage_day, until_day)
      VALUES (\(id), \(request.asker), \(request.asked), \(request.way.slug), \(request.way.broker), \(request.need),
        \(request.practice), \(request.message), \(request.language), \(request.talk.times), \(request.talk.minutes),
        \(introduction.askedOn), \(introduction.standing.rawValue), \(introduction.latest), \(introduction.until))
      """)
    try session.keep(Topic(themes: request.themes), of: id.text)
    try append(introduction, from: 0)
  }

  /// Keeps what was said after the first `count` words, and where it stands then.
  package func append(_ introduction: Introduction, from count: Int) throws {
    let id = introduction.id
    for (place, word) in introduction.words.enumerated().dropFirst(count) {
      try session.run(
        """
        INSERT INTO introduction_word (introduction, number, organisation, person, at, says, contact, until_day, reason,
          text)
        VALUES (\(id), \(place + 1), \(word.organisation), \(word.person), \(word.at), \(word.saying.slug),
          \(word.saying.contact ?? ""), \(word.saying.until), \(word.saying.reason?.rawValue), \(word.text))
        """)
    }
    try session.run(
      """
      UPDATE introduction SET stage = \(introduction.standing.rawValue), stage_day = \(introduction.latest),
        until_day = \(introduction.until)
      WHERE id = \(id)
      """)
    // What is told from the load of organisations is told anew.
    try session.note(id)
  }

  /// Forgets how a person can be reached, wherever they have said so.
  package func eraseContact(of person: Person.ID) throws {
    try session.run("UPDATE introduction_word SET contact = '' WHERE person = \(person)")
  }
}

extension Introduction {
  /// The day of the latest word.
  fileprivate var latest: Day { words.last?.at.day ?? askedOn }
  fileprivate var until: Day? { if case .later(let day) = stage { day } else { nil } }
}

extension Introduction.Saying {
  fileprivate var until: Day? { if case .later(let day) = self { day } else { nil } }
  fileprivate var reason: Introduction.Reason? { if case .declines(let reason) = self { reason } else { nil } }
}

extension Introduction.Word {
  /// - Parameter row: says, contact, until_day, reason, organisation, person, at, text.
  fileprivate init(_ row: borrowing Row) throws {
    let says = try row.text(0), contact = try row.text(1)
    let saying: Introduction.Saying
    switch (says, try row.dayIfAny(2), try row.wordIfAny(3) as Introduction.Reason?) {
    case ("asks", _, _): saying = .asks(contact: contact)
    case ("accepts", _, _): saying = .accepts(contact: contact)
    case ("later", let day?, _): saying = .later(until: day)
    case ("declines", _, let reason?): saying = .declines(reason)
    case ("withdraws", _, _): saying = .withdraws
    default: throw DatabaseError("a word on an introduction lacks what it needs")
    }
    self.init(saying, of: try row.id(4), by: try row.id(5), at: try row.instant(6), text: try row.text(7))
  }
}

extension Introduction.Request {
  /// - Parameter row: asker, asked, way, broker, need, practice, message, language, times, minutes.
  fileprivate init(_ row: borrowing Row, themes: Set<Theme.ID>) throws {
    let way: Introduction.Way
    switch (try row.text(2), try row.idIfAny(3) as Organisation.ID?) {
    case ("through", let body?): way = .through(body)
    case ("brokered", let body?): way = .brokered(by: body)
    default: way = .direct
    }
    guard let talk = Introduction.Talk(try row.text(8), minutes: try row.int(9)) else {
      throw DatabaseError("a talk is 15 to 240 minutes long")
    }
    try self.init(
      row.id(0), to: row.id(1), way, need: row.idIfAny(4), practice: row.idIfAny(5), themes: themes,
      message: row.text(6), in: row.language(7), talk: talk)
  }
}
