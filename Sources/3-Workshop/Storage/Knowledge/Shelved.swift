package import Cooperation
package import SQL

/// What the library keeps: needs and practices, which differ only in the texts that they have.
package protocol Shelved: Identifiable, Sendable, Named where ID == Identifier<Self> {
  /// The table that holds them.
  static var table: Statement { get }

  var organisation: Organisation.ID { get }
  var title: Texts { get }
  var topic: Topic { get }
  var shelf: Shelf { get }
  var revision: Int { get set }
  /// Its texts but for the title, by the names they are kept under.
  var texts: [String: Texts] { get }

  init(
    id: ID, organisation: Organisation.ID, title: Texts, texts: (String) -> Texts?, topic: Topic, shelf: Shelf,
    revision: Int)
}

extension Need: Shelved {
  package static var table: Statement { "need" }

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
