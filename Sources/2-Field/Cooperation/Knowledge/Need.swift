/// What an organisation seeks to learn.
package struct Need: Identifiable, Sendable, Equatable, Named {
  package static let kind = "ned"
  package typealias ID = Identifier<Need>

  package let id: ID
  package let organisation: Organisation.ID
  package var title: Texts
  /// What the problem is.
  package var problem: Texts?
  /// What has been tried already.
  package var tried: Texts?
  package var topic: Topic
  package var wish: Wish
  package var shelf: Shelf
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, problem: Texts? = nil, tried: Texts? = nil,
    topic: Topic = Topic(), wish: Wish = Wish(), shelf: Shelf, revision: Int = 1
  ) {
    (self.id, self.organisation, self.title, self.problem, self.tried) = (id, organisation, title, problem, tried)
    (self.topic, self.wish, self.shelf, self.revision) = (topic, wish, shelf, revision)
  }
}
