package import Cooperation
package import SQL

extension Session { package var news: News { News(session: self) } }

/// What was published or changed last and everyone may see: organisations that someone speaks for, needs, practices,
/// partnerships that someone has said something of.
package struct News {
  let session: any Session

  /// Something that was published or changed.
  package struct Item: Sendable, Equatable {
    package let subject: Subject
    package let title: Texts.Reading
    /// Whose it is; empty where it is a partnership or speaks for itself.
    package let whose: String
    /// When it was published; nil for what is never a draft.
    package let published: Instant?
    package let changed: Instant
  }

  package enum Subject: Sendable, Equatable {
    case organisation(Organisation.ID)
    case need(Need.ID)
    case practice(Practice.ID)
    case partnership(Partnership.ID)
  }

  /// The latest of all kinds together, told in `language`, the newest first.
  package func latest(_ limit: Int, in language: Language) throws -> [Item] {
    let all =
      try organisations(limit, language) + needs(limit, language) + practices(limit, language)
      + partnerships(limit, language)
    return Array(all.sorted { ($1.changed, $0.title.text) < ($0.changed, $1.title.text) }.prefix(limit))
  }

  private func organisations(_ limit: Int, _ language: Language) throws -> [Item] {
    let inner: Statement = """
      SELECT id, 'name' AS field, name AS title, language, changed_at, NULL AS published, '' AS whose
      FROM organisation WHERE standing <> 'inferred' ORDER BY changed_at DESC, id DESC LIMIT \(limit)
      """
    return try items(inner, language) { row in .organisation(try row.id(0)) }
  }

  private func needs(_ limit: Int, _ language: Language) throws -> [Item] {
    try items(shelved(Need.self, limit), language) { row in .need(try row.id(0)) }
  }

  private func practices(_ limit: Int, _ language: Language) throws -> [Item] {
    try items(shelved(Practice.self, limit), language) { row in .practice(try row.id(0)) }
  }

  private func partnerships(_ limit: Int, _ language: Language) throws -> [Item] {
    let inner: Statement = """
      SELECT id, 'title' AS field, title, language, changed_at, NULL AS published, '' AS whose
      FROM partnership WHERE claim <> 'inferred' ORDER BY changed_at DESC, id DESC LIMIT \(limit)
      """
    return try items(inner, language) { row in .partnership(try row.id(0)) }
  }

  private func shelved<Item: Shelved>(_: Item.Type, _ limit: Int) -> Statement {
    """
    SELECT s.id, 'title' AS field, s.title, s.language, s.changed_at, s.stage_at AS published, o.name AS whose
    FROM \(Item.table) s JOIN organisation o ON o.id = s.organisation
    WHERE s.stage = 'published' ORDER BY s.changed_at DESC, s.id DESC LIMIT \(limit)
    """
  }

  private func items(
    _ inner: Statement, _ language: Language, _ subject: (borrowing Row) throws -> Subject
  ) throws -> [Item] {
    try session.rows(
      """
      SELECT x.id, x.title, x.language, w.text, e.text, x.changed_at, x.published, x.whose FROM (\(inner)) x
      LEFT JOIN wording w ON w.subject = x.id AND w.field = x.field AND w.language = \(language)
      LEFT JOIN wording e ON e.subject = x.id AND e.field = x.field AND e.language = 'en'
      """
    ) { row in
      Item(
        subject: try subject(row), title: try row.reading(1, 2, 3, 4, in: language), whose: try row.text(7),
        published: try row.instantIfAny(6), changed: try row.instant(5))
    }
  }
}
