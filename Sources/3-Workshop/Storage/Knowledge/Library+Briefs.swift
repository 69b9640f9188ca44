package import Cooperation
import SQL

extension Library {
  /// A page of those that `filter` leaves and `viewer` may see, told in `language`, with whose they are.
  package func briefs(
    _ filter: LibraryFilter = LibraryFilter(), by sort: LibrarySort = .newest, _ span: Span = Span(),
    for viewer: Viewer, in language: Language
  ) throws -> Excerpt<LibraryBrief<Item>> {
    let conditions = conditions(filter, viewer)
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM \(Item.table) x \(conditions)") {
      try briefs("\(conditions) ORDER BY \(sort.sql) \(span.sql)", in: language)
    }
  }

  /// Those of `ids` that there are and `viewer` may see, told in `language`, in their order.
  package func briefs(
    _ ids: [Item.ID], for viewer: Viewer, in language: Language
  ) throws -> [LibraryBrief<Item>] {
    guard !ids.isEmpty else { return [] }
    let conditions = ["x.id IN (\(several: ids))", Self.visible(to: viewer)].compactMap { $0 }
    let found = try briefs(.where(conditions), in: language)
    let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return ids.compactMap { byID[$0] }
  }

  /// How many there are that can be talked about in each language, whatever language `filter` asks for.
  package func languages(_ filter: LibraryFilter, for viewer: Viewer) throws -> [Count<Language>] {
    var others = filter
    others.language = nil
    return try session.counts(
      "l.language", among: "\(Item.table) x JOIN subject_language l ON l.subject = x.id \(conditions(others, viewer))"
    ) { row in try row.language(0) }
  }
}

extension Library {
  /// What an item's own row tells a list.
  private struct Line {
    let id: Item.ID, title: Texts.Reading, organisation: Organisation.ID, country: Country.Code?, shelf: Shelf
    let marks: Practice.Marks?
  }

  private func briefs(_ rest: Statement, in language: Language) throws -> [LibraryBrief<Item>] {
    let lines = try lines(rest, in: language)
    let themes = try themes(of: lines.map(\.id)), languages = try languages(of: lines.map(\.id))
    let owners = try session.organisations.briefs(Array(Set(lines.map(\.organisation))), in: language)
    let byID = Dictionary(uniqueKeysWithValues: owners.map { ($0.id, $0) })
    return lines.compactMap { line in
      guard let owner = byID[line.organisation] else { return nil }
      return LibraryBrief(
        id: line.id, title: line.title, organisation: owner, country: line.country ?? owner.country,
        themes: themes[line.id] ?? [], languages: languages[line.id] ?? [], shelf: line.shelf,
        marks: line.marks)
    }
  }

  private func lines(_ rest: Statement, in language: Language) throws -> [Line] {
    try session.rows(
      """
      SELECT x.id, x.title, x.language,
        (SELECT text FROM wording WHERE subject = x.id AND field = 'title' AND language = \(language)),
        (SELECT text FROM wording WHERE subject = x.id AND field = 'title' AND language = 'en'),
        x.organisation, x.country, x.stage, COALESCE(x.review_at, x.stage_at),
        x.expires, CASE WHEN x.review_at IS NULL THEN 0 ELSE 1 END, \(Item.detailColumns)
      FROM \(Item.table) x \(rest)
      """
    ) { row in
      Line(
        id: try row.id(0), title: try row.reading(1, 2, 3, 4, in: language), organisation: try row.id(5),
        country: try row.countryIfAny(6),
        shelf: Shelf(try Shelf.Stage(row, 7, 8, isInReview: row.flag(10)), expires: try row.dayIfAny(9)),
        marks: Item.marks(try Item.details(row, from: 11)))
    }
  }

  private func themes(of ids: [Item.ID]) throws -> [Item.ID: [Theme.ID]] {
    try session.grouped("SELECT subject, theme FROM subject_theme WHERE subject IN (\(several: ids)) ORDER BY theme") {
      Theme.ID($0)
    }
  }

  private func languages(of ids: [Item.ID]) throws -> [Item.ID: [Language]] {
    try session.grouped(
      "SELECT subject, language FROM subject_language WHERE subject IN (\(several: ids)) ORDER BY position"
    ) { Language($0) }
  }
}

extension Session {
  /// What the second column holds for each subject in the first.
  fileprivate func grouped<Subject, Value>(
    _ statement: Statement, _ read: (String) -> Value?
  ) throws -> [Identifier<Subject>: [Value]] {
    var grouped: [Identifier<Subject>: [Value]] = [:]
    try each(statement) { row in grouped[try row.id(0), default: []].append(try row.value(1, read)) }
    return grouped
  }
}
