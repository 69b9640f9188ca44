package import Cooperation
package import SQL

/// What the library keeps: needs and practices, which differ only in the texts and details that they have.
package protocol Shelved: Identifiable, Sendable, Named where ID == Identifier<Self> {
  /// What only this kind has, beside its texts.
  associatedtype Details: Sendable, Equatable

  /// The table that holds them.
  static var table: Statement { get }
  /// What one of it is called in the audit trail: `need`, `practice`.
  static var noun: String { get }

  var organisation: Organisation.ID { get }
  var title: Texts { get }
  var topic: Topic { get }
  var details: Details { get set }
  var shelf: Shelf { get set }
  var revision: Int { get set }
  /// Its texts but for the title, by the names they are kept under.
  var texts: [String: Texts] { get }
  /// The names under which such texts are kept, in the order they are told.
  static var fields: [String] { get }
  /// The name of the text that it cannot be published without.
  static var mainField: String { get }
  /// What it lacks before it can be published.
  var missing: [Shelf.Missing] { get }

  init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, details: Details,
    shelf: Shelf, revision: Int)

  /// What a list tells of the details; nil where it tells nothing.
  static func marks(_ details: Details) -> Practice.Marks?

  /// The columns of the details, read from the table as `x`.
  static var detailColumns: Statement { get }
  /// The details in a row whose columns begin at `column`.
  static func details(_ row: borrowing Row, from column: Int) throws -> Details
  /// The columns of the details with what they are to hold.
  var detailValues: Statement { get }
}

extension Need: Shelved {
  package static var table: Statement { "need" }
  package static var noun: String { "need" }
  package static var fields: [String] { ["problem", "tried"] }
  package static var mainField: String { "problem" }

  package var texts: [String: Texts] { ["problem": problem, "tried": tried].compactMapValues { $0 } }

  package var details: Wish {
    get { wish }
    set { wish = newValue }
  }

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, details: Wish,
    shelf: Shelf, revision: Int
  ) {
    self.init(
      id: id, organisation: organisation, title: title, problem: texts("problem"), tried: texts("tried"),
      topic: topic, wish: details, shelf: shelf, revision: revision)
  }

  package static func marks(_ wish: Wish) -> Practice.Marks? { nil }

  package static var detailColumns: Statement { "x.formats, x.likeness, x.days, x.money, x.currency" }

  package static func details(_ row: borrowing Row, from column: Int) throws -> Wish {
    Wish(
      formats: try row.slugs(column), likeness: try row.slugs(column + 1),
      days: row.intIfAny(column + 2).flatMap { PeerDays(tenths: $0) }, money: try row.money(column + 3))
  }

  package var detailValues: Statement {
    """
    formats = \(wish.formats.map(\.rawValue).joined(separator: " ")),
    likeness = \(wish.likeness.map(\.rawValue).joined(separator: " ")), days = \(wish.days?.tenths),
    money = \(wish.money.map { Int($0.minorUnits) }), currency = \(wish.money?.currency.code)
    """
  }
}

extension Practice: Shelved {
  package static var table: Statement { "practice" }
  package static var noun: String { "practice" }
  package static var fields: [String] {
    ["problem", "story", "people", "resources", "results", "failures", "conditions"]
  }
  package static var mainField: String { "story" }

  package var texts: [String: Texts] {
    [
      "problem": problem, "story": story, "people": people, "resources": resources, "results": results,
      "failures": failures, "conditions": conditions,
    ].compactMapValues { $0 }
  }

  package var details: Facts {
    get { facts }
    set { facts = newValue }
  }

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, details: Facts,
    shelf: Shelf, revision: Int
  ) {
    self.init(
      id: id, organisation: organisation, title: title, problem: texts("problem"), story: texts("story"),
      people: texts("people"), resources: texts("resources"), results: texts("results"), failures: texts("failures"),
      conditions: texts("conditions"), topic: topic, facts: details, shelf: shelf, revision: revision)
  }

  package static func marks(_ facts: Facts) -> Practice.Marks? { Practice.Marks(facts) }

  package static var detailColumns: Statement {
    """
    x.worked, x.evidence, x.began, x.ended, x.money, x.currency, x.posts, x.links, x.contact, x.licence, x.true_on,
    x.is_over
    """
  }

  package static func details(_ row: borrowing Row, from column: Int) throws -> Facts {
    let began = row.intIfAny(column + 2), ended = row.intIfAny(column + 3)
    let years = try began.map { try Years($0, to: ended) }
    return Facts(
      worked: try row.wordIfAny(column), evidence: try row.wordIfAny(column + 1), years: years,
      cost: try row.money(column + 4), posts: row.intIfAny(column + 6),
      links: try row.text(column + 7).split(separator: "\n").compactMap { WebLink(String($0)) },
      contact: try row.idIfAny(column + 8), licence: try row.wordIfAny(column + 9),
      truth: Truth(said: try row.dayIfAny(column + 10), isOver: try row.flag(column + 11)))
  }

  package var detailValues: Statement {
    """
    worked = \(facts.worked?.rawValue), evidence = \(facts.evidence?.rawValue), began = \(facts.years?.began),
    ended = \(facts.years?.ended), money = \(facts.cost.map { Int($0.minorUnits) }),
    currency = \(facts.cost?.currency.code), posts = \(facts.posts),
    links = \(facts.links.map(\.line).joined(separator: "\n")), contact = \(facts.contact),
    licence = \(facts.licence?.rawValue), true_on = \(facts.truth.said), is_over = \(facts.truth.isOver ? 1 : 0)
    """
  }
}

extension Row {
  /// The words that the column holds between blanks.
  fileprivate func slugs<Word: RawRepresentable<String>>(_ column: Int) throws -> [Word] {
    try text(column).split(separator: " ").compactMap { Word(rawValue: String($0)) }
  }

  /// A sum in two columns: how much, in what; nil where they are null.
  fileprivate func money(_ column: Int) throws -> Money? {
    guard let units = intIfAny(column) else { return nil }
    return Money(minorUnits: Int64(units), try value(column + 1) { Currency($0) })
  }
}
