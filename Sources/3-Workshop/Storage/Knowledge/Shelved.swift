package import Cooperation
package import SQL

/// What the library keeps: needs and practices, which differ only in the texts that they have.
package protocol Shelved: Identifiable, Sendable, Named where ID == Identifier<Self> {
  /// The table that holds them.
  static var table: Statement { get }
  /// What one of it is called in the audit trail: `need`, `practice`.
  static var noun: String { get }

  var organisation: Organisation.ID { get }
  var title: Texts { get }
  var topic: Topic { get }
  var shelf: Shelf { get set }
  var revision: Int { get set }
  /// Its texts but for the title, by the names they are kept under.
  var texts: [String: Texts] { get }
  /// The names under which such texts are kept, in the order they are told.
  static var fields: [String] { get }
  /// What it lacks before it can be published.
  var missing: [Shelf.Missing] { get }

  init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, shelf: Shelf,
    revision: Int)
}

extension Need: Shelved {
  package static var table: Statement { "need" }
  package static var noun: String { "need" }
  package static var fields: [String] { ["problem", "tried"] }

  package var texts: [String: Texts] { ["problem": problem, "tried": tried].compactMapValues { $0 } }

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, shelf: Shelf,
    revision: Int
  ) {
    self.init(
      id: id, organisation: organisation, title: title, problem: texts("problem"), tried: texts("tried"),
      topic: topic, shelf: shelf, revision: revision)
  }
}

extension Practice: Shelved {
  package static var table: Statement { "practice" }
  package static var noun: String { "practice" }
  package static var fields: [String] { ["story", "results", "failures"] }

  package var texts: [String: Texts] {
    ["story": story, "results": results, "failures": failures].compactMapValues { $0 }
  }

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, shelf: Shelf,
    revision: Int
  ) {
    self.init(
      id: id, organisation: organisation, title: title, story: texts("story"), results: texts("results"),
      failures: texts("failures"), topic: topic, shelf: shelf, revision: revision)
  }
}
