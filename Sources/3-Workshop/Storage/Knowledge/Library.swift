package import Cooperation
package import SQL

extension Session {
  package var needs: Library<Need> { Library(session: self) }
  package var practices: Library<Practice> { Library(session: self) }
  package func library<Item: Shelved>(of _: Item.Type) -> Library<Item> { Library(session: self) }
}

/// The needs on record, or the practices. Drafts, and what was withdrawn, are there for those who may see them alone.
package struct Library<Item: Shelved> {
  let session: any Session

  /// Nil where there is none, or `viewer` may not see it.
  package func find(_ id: Item.ID, for viewer: Viewer) throws -> Item? { try find([id], for: viewer).first }

  /// Those of `ids` that there are and `viewer` may see, in their order.
  package func find(_ ids: [Item.ID], for viewer: Viewer) throws -> [Item] {
    try load(ids, among: [Self.visible(to: viewer)])
  }

  /// - Throws: `Missing`, also where `viewer` may not see it.
  package func require(_ id: Item.ID, for viewer: Viewer) throws -> Item {
    guard let item = try find(id, for: viewer) else { throw Missing(id) }
    return item
  }

  /// Hands each that is published to `body`, in the order of their identifiers; memory does not grow with their number.
  package func eachPublished(_ body: (Item) throws -> Void) throws {
    try publishedPieces { piece in for item in piece { try body(item) } }
  }

  static func visible(to viewer: Viewer) -> Statement? {
    if viewer.isAdministrator { return nil }
    let own = viewer.organisations(as: .reader)
    if own.isEmpty { return "x.stage = 'published'" }
    // Not as OR: an engine would gather and sort what it finds better in the order of the list.
    return "CASE WHEN x.stage = 'published' THEN 1 WHEN x.organisation IN (\(several: own)) THEN 1 ELSE 0 END = 1"
  }

  private func load(_ ids: [Item.ID], among conditions: [Statement?]) throws -> [Item] {
    guard !ids.isEmpty else { return [] }
    let all: [Statement] = ["x.id IN (\(several: ids))"] + conditions.compactMap { $0 }
    let attributes = try Attributes(of: ids.map { $0.text }, in: session)
    let found = try session.rows(
      """
      SELECT x.id, x.organisation, x.title, x.language, x.population, x.country, x.stage,
        COALESCE(x.review_at, x.stage_at), x.expires, x.revision, CASE WHEN x.review_at IS NULL THEN 0 ELSE 1 END,
        \(Item.detailColumns)
      FROM \(Item.table) x \(.where(all))
      """
    ) { row in try Item(row, attributes) }
    guard ids.count > 1 else { return found }
    let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return ids.compactMap { byID[$0] }
  }
}

extension Library {
  package func insert(_ item: Item, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO \(Item.table) (id, organisation, title, folded, language, population, country, stage, stage_at,
        review_at, shown_at, expires, revision, created_at, changed_at)
      VALUES (\(item.id), \(item.organisation), \(item.ownTitle), \(item.foldedTitles), \(item.title.original),
        \(item.topic.context.population), \(item.topic.context.country), \(item.shelf.stage.word),
        \(item.shelf.stage.at), \(item.shelf.stage.reviewed), \(item.shelf.stage.at ?? now), \(item.shelf.expires),
        \(item.revision), \(now), \(now))
      """)
    try session.run("UPDATE \(Item.table) SET \(item.detailValues) WHERE id = \(item.id)")
    try keepBelongings(of: item)
    try session.note(item.id)
  }

  /// Keeps what an edit made of the item as it was in `revision`.
  ///
  /// - Returns: the item with its next revision.
  /// - Throws: `Stale` where it has been changed since; `Missing`.
  @discardableResult
  package func update(_ item: Item, at now: Instant) throws -> Item {
    let changed = try session.run(
      """
      UPDATE \(Item.table) SET title = \(item.ownTitle), folded = \(item.foldedTitles),
        language = \(item.title.original), population = \(item.topic.context.population),
        country = \(item.topic.context.country), stage = \(item.shelf.stage.word),
        review_at = \(item.shelf.stage.reviewed),
        stage_at = \(item.shelf.stage.at), shown_at = COALESCE(\(item.shelf.stage.at), created_at),
        expires = \(item.shelf.expires), \(item.detailValues), revision = revision + 1, changed_at = \(now)
      WHERE id = \(item.id) AND revision = \(item.revision)
      """)
    guard changed == 1 else {
      throw try session.refusal(item.id, counting: "SELECT COUNT(*) FROM \(Item.table) WHERE id = \(item.id)")
    }
    try session.forgetBelongings(of: item.id.text)
    try keepBelongings(of: item)
    try session.note(item.id)
    var next = item
    next.revision += 1
    return next
  }

  private func keepBelongings(of item: Item) throws {
    try session.keepTranslations(item.title, as: "title", of: item.id.text)
    for (field, texts) in item.texts { try session.keep(texts, as: field, of: item.id.text) }
    try session.keep(item.topic, of: item.id.text)
  }
}

extension Shelved {
  /// - Parameter row: id, organisation, title, language, population, country, stage, its moment, expires, revision,
  ///   whether it is looked at, and the details.
  fileprivate init(_ row: borrowing Row, _ attributes: Attributes) throws {
    let id: ID = try row.id(0)
    let belongings = attributes[id]
    self.init(
      id: id, organisation: try row.id(1),
      title: belongings.texts("title", original: try row.text(2), in: try row.language(3)), texts: belongings.texts,
      topic: belongings.topic(population: row.intIfAny(4), country: try row.countryIfAny(5)),
      details: try Self.details(row, from: 11),
      shelf: Shelf(try Shelf.Stage(row, 6, 7, isInReview: row.flag(10)), expires: try row.dayIfAny(8)),
      revision: try row.int(9))
  }

  fileprivate var ownTitle: String { title.versions[title.original] ?? "" }
  fileprivate var foldedTitles: String { title.foldedVersions }
}

extension Texts {
  /// All its versions for finding: the original first, the others in the order of their languages.
  var foldedVersions: String {
    let others = versions.filter { $0.key != original }.sorted { $0.key < $1.key }.map(\.value)
    return folded(([versions[original] ?? ""] + others).joined(separator: " "))
  }
}

extension Shelf.Stage {
  /// When it was reached; nil for a draft.
  fileprivate var at: Instant? {
    switch self {
    case .draft, .inReview: nil
    case .published(let at), .withdrawn(let at): at
    }
  }

  /// Since when it is looked at; nil for what is not.
  fileprivate var reviewed: Instant? { if case .inReview(let since) = self { since } else { nil } }

  /// The stage as the table has it: what is looked at is a draft.
  fileprivate var word: String { reviewed == nil ? slug : "draft" }

  /// - Parameters:
  ///   - slug: the column of the stage's name.
  ///   - at: the column of its moment.
  ///   - isInReview: whether it is a draft that is looked at.
  init(_ row: borrowing Row, _ slug: Int, _ at: Int, isInReview: Bool = false) throws {
    self =
      switch try row.text(slug) {
      case "draft": isInReview ? .inReview(since: try row.instant(at)) : .draft
      case "published": .published(at: try row.instant(at))
      case "withdrawn": .withdrawn(at: try row.instant(at))
      case let other: throw DatabaseError("“\(other)” is no stage of a shelf")
      }
  }
}
