package import Cooperation
package import SQL

extension Session { package var versions: Versions { Versions(session: self) } }

/// What needs and practices said after each change: nothing is changed or deleted while the work is on record.
package struct Versions {
  let session: any Session

  /// All of a work, the latest first, at most `limit`; what is shown to visitors was published then.
  package func of(_ subject: String, publishedOnly: Bool, limit: Int = 200) throws -> [Version] {
    struct Bare { let texts: Int, version: ([String: Texts]) -> Version }
    let only: Statement = publishedOnly ? "AND stage = 'published'" : .none
    let bare = try session.rows(
      """
      SELECT number, at, account, deed, stage, note, texts FROM version WHERE subject = \(subject) \(only)
      ORDER BY number DESC LIMIT \(limit)
      """
    ) { row in
      let number = try row.int(0), at = try row.instant(1), account: Account.ID? = try row.idIfAny(2)
      let deed: Version.Deed = try row.word(3), stage = try row.text(4), note = try row.text(5)
      return Bare(texts: try row.int(6)) { texts in
        Version(number: number, at: at, account: account, deed: deed, stage: stage, note: note, texts: texts)
      }
    }
    let keys = Array(Set(bare.map(\.texts))).map { Self.key(subject, $0) }
    let attributes = try Attributes(of: keys, in: session)
    return bare.map { bare in bare.version(attributes[Self.key(subject, bare.texts)].allTexts) }
  }

  /// Keeps what `item` says now; what it said before is kept too where this is the first change that is.
  package func keep<Item: Shelved>(
    _ item: Item, after earlier: Item?, _ deed: Version.Deed, by account: Account.ID?, note: String = "",
    at now: Instant
  ) throws {
    let last = try last(of: item.id.text)
    if let earlier, last == nil {
      try insert(earlier, .before, nil, "", texts: nil, at: now)
      let isSame = earlier.allTexts == item.allTexts
      return try insert(item, deed, account, note, texts: isSame ? earlier.revision : nil, at: now)
    }
    let same = try last.flatMap { last in
      try Attributes(of: [Self.key(item.id.text, last)], in: session)[Self.key(item.id.text, last)].allTexts
        == item.allTexts ? last : nil
    }
    try insert(item, deed, account, note, texts: same, at: now)
  }

  /// Takes out for ever what a version says, and whatever else says the very same, with their notes.
  ///
  /// - Throws: `Missing`.
  package func empty(_ subject: String, number: Int) throws {
    let texts = try session.first(
      "SELECT texts FROM version WHERE subject = \(subject) AND number = \(number)"
    ) { row in try row.int(0) }
    guard let texts else { throw Missing("\(subject) version \(number)") }
    try session.forgetBelongings(of: Self.key(subject, texts))
    try session.run("UPDATE version SET note = '' WHERE subject = \(subject) AND texts = \(texts)")
    try session.note(subject)
  }

  /// The number of the version that said first what the latest says; nil where there is none.
  private func last(of subject: String) throws -> Int? {
    try session.first("SELECT texts FROM version WHERE subject = \(subject) ORDER BY number DESC LIMIT 1") { row in
      try row.int(0)
    }
  }

  /// - Parameter texts: the version that said the same first; nil where this is the first to say it.
  private func insert<Item: Shelved>(
    _ item: Item, _ deed: Version.Deed, _ account: Account.ID?, _ note: String, texts: Int?, at now: Instant
  ) throws {
    try session.run(
      """
      INSERT INTO version (subject, number, at, account, deed, stage, note, texts)
      VALUES (\(item.id), \(item.revision), \(now), \(account), \(deed.rawValue), \(item.shelf.stage.slug), \(note),
        \(texts ?? item.revision))
      ON CONFLICT (subject, number) DO NOTHING
      """)
    guard texts == nil else { return }
    for (field, texts) in item.allTexts {
      try session.keep(texts, as: field, of: Self.key(item.id.text, item.revision))
    }
  }

  /// What the texts of a version stand under.
  private static func key(_ subject: String, _ number: Int) -> String { "\(subject)@\(number)" }
}

extension Shelved {
  fileprivate var allTexts: [String: Texts] { texts.merging(["title": title]) { $1 } }
}
